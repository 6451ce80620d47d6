import type { SeenMark } from '#contracts';
import type { Queries } from '#platform';

/** What somebody has read of a case, on whichever device; null where that was never said. */
export async function readSeen(
  tx: Queries,
  caseId: string,
  viewer: string,
): Promise<SeenMark | null> {
  const [row] = await tx.query<SeenMark>(
    `select up_to as "upTo", beyond from case_seen where case_id = $1 and viewer = $2`,
    [caseId, viewer],
  );
  return row ?? null;
}

/**
 * Adds what somebody has read of a case to what is kept, and answers both together. Two devices never take anything
 * back from each other; nobody has read beyond `last`, which is the case's latest entry.
 */
export async function addSeen(
  tx: Queries,
  caseId: string,
  viewer: string,
  { upTo, beyond }: SeenMark,
  last: number,
): Promise<SeenMark> {
  const there = beyond.filter((sequence) => sequence <= last);
  const [row] = await tx.query<SeenMark>(
    `insert into case_seen as s (case_id, viewer, up_to, beyond) values ($1, $2, $3, $4::int[])
     on conflict (case_id, viewer) do update set up_to = greatest(s.up_to, excluded.up_to),
       beyond = array(select distinct sequence from unnest(s.beyond || excluded.beyond) sequence
                       where sequence > greatest(s.up_to, excluded.up_to) order by sequence)
     returning up_to as "upTo", beyond`,
    [caseId, viewer, Math.min(upTo, last), there],
  );
  return row!;
}
