import type { ActionListQuery, ActionView } from '#contracts';
import type { Queries, Tx } from '#platform';
import { notKeptFrom, seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';

/** The list of preventive actions follows from the events appended in the same transaction. */
export function writeActions(
  tx: Tx,
  events: readonly CaseEvent[],
  numberOf: (caseId: string) => string,
): void {
  for (const event of events) {
    if (event.name === 'actionPlanned') {
      const { actionId, caseId, owner, concerns = null, dueAt } = event.data;
      tx.settle(
        tx.query(
          `insert into preventive_actions (id, case_id, number, owner, concerns, due_at, status)
           values ($1, $2, $3, $4, $5, $6, 'open') on conflict (id) do nothing`,
          [actionId, caseId, numberOf(caseId), owner, concerns, Date.parse(dueAt)],
        ),
      );
    } else if (event.name === 'actionOverdue') {
      const sql = `update preventive_actions set status = 'overdue' where id = $1 and status = 'open'`;
      tx.settle(tx.query(sql, [event.data.actionId]));
    } else if (event.name === 'actionDone') {
      const sql = `update preventive_actions set status = 'done', done_at = $2 where id = $1`;
      tx.settle(tx.query(sql, [event.data.actionId, Date.parse(event.data.at)]));
    } else if (event.name === 'actionMoved') {
      const { actionId, owner, dueAt } = event.data;
      const sql = `update preventive_actions set owner = $2, due_at = $3,
                     status = case when due_at = $3 then status else 'open' end where id = $1`;
      tx.settle(tx.query(sql, [actionId, owner, Date.parse(dueAt)]));
    } else if (event.name === 'actionDropped') {
      const sql = `update preventive_actions set status = 'dropped' where id = $1`;
      tx.settle(tx.query(sql, [event.data.actionId]));
    }
  }
}

type ActionRow = Omit<ActionView, 'dueAt' | 'doneAt'> & { due: number; done: number | null };

/** Of somebody whom the case is about, not of the line above them: what is done about them is another matter than the case. */
const isAccused = (agent: number) =>
  `(c.state::jsonb -> 'conflict' -> 'accused') ? $${agent}::text`;

/** Preventive actions of the cases that somebody sees, those they have to do and those that concern them, the first due first. */
export async function listActions(
  tx: Queries,
  { owner, status, cursor, limit }: ActionListQuery,
  access: CaseAccess,
): Promise<{ items: ActionView[]; next: string | null }> {
  const [at, id] = cursor?.split('_') ?? [null, null];
  const rows = await tx.query<ActionRow>(
    `select id, case_id as "caseId", number, owner, concerns, status, due_at::float8 as due, done_at::float8 as done
       from preventive_actions a
      where ($1::text is null or owner = $1) and ($2::text is null or status = $2)
        and ($3::bigint is null or (due_at, id) > ($3::bigint, $4::uuid))
        and exists (select 1 from cases c where c.id = a.case_id
                     and ((a.owner = $7 or a.concerns = $7) and (${notKeptFrom(7)} or ${isAccused(7)}) or ${seenCondition(6)}))
      order by due_at, id limit $5`,
    [owner ?? null, status ?? null, at, id, limit + 1, ...seenParameters(access)],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ due, done, ...row }) => ({
      ...row,
      dueAt: new Date(due).toISOString(),
      doneAt: done === null ? null : new Date(done).toISOString(),
    })),
    next: rows.length > limit && last ? `${last.due}_${last.id}` : null,
  };
}
