import type { JoinRequestListQuery, WaitingJoinView } from '#contracts';
import type { Migration, Queries, Tx } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';

/** What the list of those who ask to see a case needs; the events of the cases are the truth. */
export const joinMigrations: readonly Migration[] = [
  {
    name: '0330-join-requests',
    sql: `
      create table join_requests (
        case_id uuid not null, agent text not null, number text not null, asked_at bigint not null, asked_by text not null,
        primary key (case_id, agent)
      );
      create index join_requests_by_asking on join_requests (asked_at, case_id, agent);
    `,
  },
];

/** The list follows from the events appended in the same transaction: who is answered is off it. */
export function writeJoinRequests(
  tx: Tx,
  events: readonly CaseEvent[],
  numberOf: (caseId: string) => string,
): void {
  for (const event of events) {
    if (event.name === 'joinRequested') {
      const { caseId, agent, at, by } = event.data;
      tx.settle(
        tx.query(
          `insert into join_requests (case_id, agent, number, asked_at, asked_by) values ($1, $2, $3, $4, $5)
           on conflict (case_id, agent) do update set asked_at = excluded.asked_at, asked_by = excluded.asked_by`,
          [caseId, agent, numberOf(caseId), Date.parse(at), by],
        ),
      );
    } else if (event.name === 'joinDecided') {
      const { caseId, agent } = event.data;
      const sql = 'delete from join_requests where case_id = $1 and agent = $2';
      tx.settle(tx.query(sql, [caseId, agent]));
    }
  }
}

type Row = Omit<WaitingJoinView, 'at'> & { asked: number };

/** Of the cases that somebody sees, and may therefore decide about; who asked first comes first. */
export async function listJoinRequests(
  tx: Queries,
  { owner, unit, cursor, limit }: JoinRequestListQuery,
  access: CaseAccess,
): Promise<{ items: WaitingJoinView[]; next: string | null }> {
  // An agent's code may hold the separator itself.
  const [at, id, ...who] = cursor?.split('_') ?? [];
  const asked = [owner ?? null, unit ?? null, at ?? null, id ?? null, who.join('_')];
  const rows = await tx.query<Row>(
    `select j.case_id as "caseId", j.number, j.agent, j.asked_at::float8 as asked, j.asked_by as by, c.owner, c.unit
       from join_requests j join cases c on c.id = j.case_id
      where ($1::text is null or c.owner = $1) and ($2::text is null or c.unit = $2)
        and ($3::bigint is null or (j.asked_at, j.case_id, j.agent) > ($3::bigint, $4::uuid, $5::text))
        and ${seenCondition(7)}
      order by j.asked_at, j.case_id, j.agent limit $6`,
    [...asked, limit + 1, ...seenParameters(access)],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ asked, ...row }) => ({ ...row, at: new Date(asked).toISOString() })),
    next: rows.length > limit && last ? `${last.asked}_${last.caseId}_${last.agent}` : null,
  };
}
