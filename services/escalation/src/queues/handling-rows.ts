import type { Queries, Tx } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';
import { inWork } from '../workload/workload-rows.js';

/** The work that was recorded follows from the events appended in the same transaction. */
export function writeHandlings(tx: Tx, events: readonly CaseEvent[]): void {
  for (const event of events) {
    if (event.name !== 'handlingRecorded') continue;
    const { handlingId, caseId, at, by, queue, activity, seconds, cost } = event.data;
    const { isOverTarget, isOverLimit } = event.data;
    tx.settle(
      tx.query(
        `insert into handlings (id, case_id, at, agent, queue, activity, seconds, cost, is_over_target, is_over_limit)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
        [
          ...[handlingId, caseId, Date.parse(at), by, queue ?? null, activity, seconds],
          ...[cost ?? null, isOverTarget, isOverLimit],
        ],
      ),
    );
  }
}

/** What was done in a queue; null is what was in none. */
export interface QueueWork {
  queue: string | null;
  handled: number;
  seconds: number;
  overTarget: number;
  calls: number;
  overLimit: number;
  cost: number | null;
  callCost: number | null;
}

/** Work from one instant up to another, on the cases that somebody sees. */
export function readWork(
  tx: Queries,
  { from, to }: { from: number; to: number },
  access: CaseAccess,
): Promise<QueueWork[]> {
  return tx.query<QueueWork>(
    `select h.queue, count(distinct h.case_id)::int as handled, sum(h.seconds)::float8 as seconds,
            count(distinct h.case_id) filter (where h.is_over_target)::int as "overTarget",
            count(*) filter (where h.activity = 'call')::int as calls,
            count(*) filter (where h.is_over_limit)::int as "overLimit", sum(h.cost)::float8 as cost,
            sum(h.cost) filter (where h.activity = 'call')::float8 as "callCost"
       from handlings h join cases c on c.id = h.case_id
      where h.at >= $1 and h.at < $2 and ${seenCondition(3)}
      group by h.queue`,
    [from, to, ...seenParameters(access)],
  );
}

/** How many cases are being worked in each queue, of those that somebody sees. */
export function countOpen(
  tx: Queries,
  access: CaseAccess,
): Promise<{ queue: string | null; open: number }[]> {
  return tx.query(
    `select queue, count(*)::int as open from cases c
      where ${inWork} and ${seenCondition(1)} group by queue`,
    seenParameters(access),
  );
}
