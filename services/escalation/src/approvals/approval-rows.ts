import type { ApprovalListQuery, ApprovalView } from '#contracts';
import type { Queries, Tx } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';

/** The list of approvals follows from the events appended in the same transaction. */
export function writeApprovals(
  tx: Tx,
  events: readonly CaseEvent[],
  numberOf: (caseId: string) => string,
): void {
  for (const event of events) {
    if (event.name === 'approvalAsked') {
      const { approvalId, caseId, command, decides, at, by, dueAt } = event.data;
      const due = dueAt === undefined ? null : Date.parse(dueAt);
      tx.settle(
        tx.query(
          `insert into approvals (id, case_id, number, command, decides, asked_at, asked_by, due_at, status)
           values ($1, $2, $3, $4, $5, $6, $7, $8, 'asked') on conflict (id) do nothing`,
          [approvalId, caseId, numberOf(caseId), command, decides, Date.parse(at), by, due],
        ),
      );
    } else if (event.name === 'approvalDecided') {
      const { approvalId, outcome, at, by } = event.data;
      const sql = `update approvals set status = $2, decided_at = $3, decided_by = $4 where id = $1`;
      tx.settle(tx.query(sql, [approvalId, outcome, Date.parse(at), by]));
    }
  }
}

const iso = (instant: number) => new Date(instant).toISOString();

type ApprovalRow = Omit<ApprovalView, 'at' | 'dueAt' | 'decidedAt'> & {
  asked: number;
  due: number | null;
  decided: number | null;
};

/** Of the cases that somebody sees, the first that was asked first. */
export async function listApprovals(
  tx: Queries,
  { status, command, cursor, limit }: ApprovalListQuery,
  access: CaseAccess,
): Promise<{ items: ApprovalView[]; next: string | null }> {
  const [at, id] = cursor?.split('_') ?? [null, null];
  const rows = await tx.query<ApprovalRow>(
    `select id, case_id as "caseId", number, command, decides, status, asked_by as by,
            asked_at::float8 as asked, due_at::float8 as due, decided_at::float8 as decided, decided_by as "decidedBy"
       from approvals a
      where ($1::text is null or status = $1) and ($2::text is null or command = $2)
        and ($3::bigint is null or (asked_at, id) > ($3::bigint, $4::uuid))
        and exists (select 1 from cases c where c.id = a.case_id and ${seenCondition(6)})
      order by asked_at, id limit $5`,
    [status ?? null, command ?? null, at, id, limit + 1, ...seenParameters(access)],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ asked, due, decided, ...row }) => ({
      ...row,
      at: iso(asked),
      dueAt: due === null ? null : iso(due),
      decidedAt: decided === null ? null : iso(decided),
    })),
    next: rows.length > limit && last ? `${last.asked}_${last.id}` : null,
  };
}
