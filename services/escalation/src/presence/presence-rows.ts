import { presenceHeldSeconds } from '#contracts';
import type { PresenceBody, PresenceView } from '#contracts';
import type { Principal, Queries } from '#platform';

type Viewer = PresenceView['viewers'][number];

/**
 * Says that somebody is at a case. All instants are the database's: replicas whose clocks differ agree on
 * who is there. `since` is kept while they do the same.
 */
export async function holdPresence(
  tx: Queries,
  caseId: string,
  { username, agentId }: Principal,
  doing: PresenceBody['doing'],
): Promise<void> {
  await tx.query(
    `insert into presence as p (case_id, viewer, agent, doing, since, held_until)
     values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp() + make_interval(secs => $5))
     on conflict (case_id, viewer) do update set doing = excluded.doing, held_until = excluded.held_until,
       since = case when p.doing = excluded.doing and p.held_until > clock_timestamp() then p.since else excluded.since end`,
    [caseId, username, agentId ?? null, doing, presenceHeldSeconds],
  );
}

/** Somebody left; whoever was forgotten anywhere is swept with them. */
export async function endPresence(tx: Queries, caseId: string, viewer: string): Promise<void> {
  await tx.query(
    `delete from presence where (case_id = $1 and viewer = $2) or held_until < clock_timestamp() - interval '1 minute'`,
    [caseId, viewer],
  );
}

/** Who is at each of these cases, whoever came first first. */
export async function readPresence(
  tx: Queries,
  caseIds: readonly string[],
): Promise<Map<string, Viewer[]>> {
  const rows = await tx.query<Omit<Viewer, 'since'> & { caseId: string; since: number }>(
    `select case_id as "caseId", viewer as username, agent as "agentId", doing,
            extract(epoch from since)::float8 * 1000 as since
       from presence where case_id = any($1::uuid[]) and held_until > clock_timestamp()
      order by since, viewer`,
    [caseIds],
  );
  const found = new Map(caseIds.map((id): [string, Viewer[]] => [id, []]));
  for (const { caseId, since, ...viewer } of rows) {
    const at = new Date(Math.round(since)).toISOString();
    found.get(caseId)!.push({ ...viewer, since: at });
  }
  return found;
}
