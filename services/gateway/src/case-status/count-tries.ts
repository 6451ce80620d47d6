import { Problem } from '#platform';
import type { Queries } from '#platform';

const hourMs = 3_600_000;

/** Something whose tries are counted, as a keyed hash: neither addresses nor numbers are kept. */
export interface Subject {
  hash: string;
  /** Tries in an hour. */
  limit: number;
}

/**
 * Counts one more try for every subject, in real time and for all replicas together; tries of earlier
 * hours are forgotten.
 * @throws Problem `rate-limited` beyond a limit, whether the try would have succeeded or not
 */
export async function countTries(
  tx: Queries,
  subjects: readonly Subject[],
  now: number,
): Promise<void> {
  const hour = Math.floor(now / hourMs);
  const rows = await tx.query<{ subject: string; tries: number }>(
    `insert into status_tries as t (subject, hour, tries)
     select subject, $2::bigint, 1 from unnest($1::text[]) as subject order by subject
     on conflict (hour, subject) do update set tries = t.tries + 1
     returning subject, tries`,
    [subjects.map(({ hash }) => hash), hour],
  );
  const isFresh = rows.some(({ tries }) => tries === 1);
  if (isFresh) await tx.query('delete from status_tries where hour < $1', [hour]);
  const limits = new Map(subjects.map(({ hash, limit }) => [hash, limit]));
  if (rows.every(({ subject, tries }) => tries <= limits.get(subject)!)) return;
  throw new Problem('rate-limited', {
    detail: 'too many questions about this case or from this address; ask again later',
    retryAfter: Math.ceil(((hour + 1) * hourMs - now) / 1000),
  });
}
