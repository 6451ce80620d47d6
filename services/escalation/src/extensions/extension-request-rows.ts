import type {
  ClockKind,
  CaseStage,
  ExtensionRequestListQuery,
  WaitingExtensionView,
} from '#contracts';
import type { Queries, Tx } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import { policyVersionsOf } from '../domain/case-clocks.js';
import type { CaseEvent } from '../domain/case-event.js';
import type { CaseState, OpenedCase } from '../domain/case-state.js';
import { extendedDueAt, waitingExtensions } from '../domain/decide-extensions.js';
import type { PolicyStore } from '../policies/policy-store.js';

/**
 * The list follows from the events appended in the same transaction, and from the cases after them: a clock that ends
 * takes its request off the list, and one that goes on again, as after a merge is undone, brings it back.
 */
export function writeExtensionRequests(
  tx: Tx,
  events: readonly CaseEvent[],
  cases: readonly CaseState[],
): void {
  const opened = cases.filter((state): state is OpenedCase => state.stage !== 'none');
  for (const event of events) {
    if (event.name === 'extensionRequested') {
      const { caseId, clockId, at, by, reason } = event.data;
      const number = opened.find(({ id }) => id === caseId)?.number ?? '';
      tx.settle(
        tx.query(
          `insert into extension_requests (case_id, clock_id, number, asked_at, asked_by, reason, waits)
           values ($1, $2, $3, $4, $5, $6, true)
           on conflict (case_id, clock_id) do update set asked_at = excluded.asked_at,
             asked_by = excluded.asked_by, reason = excluded.reason, waits = true`,
          [caseId, clockId, number, Date.parse(at), by, reason],
        ),
      );
    } else if (event.name === 'extensionApproved' || event.name === 'extensionRefused') {
      const { caseId, clockId } = event.data;
      const sql = 'delete from extension_requests where case_id = $1 and clock_id = $2';
      tx.settle(tx.query(sql, [caseId, clockId]));
    }
  }
  for (const state of opened) {
    if (!state.extensionRequests) continue;
    const waiting = waitingExtensions(state).map(({ clock }) => clock.clockId);
    const sql = `update extension_requests set waits = not waits
                  where case_id = $1 and waits <> (clock_id = any($2::text[]))`;
    tx.settle(tx.query(sql, [state.id, waiting]));
  }
}

interface Row {
  caseId: string;
  clockId: string;
  number: string;
  asked: number;
  by: string;
  reason: WaitingExtensionView['reason'];
  state: string;
}

const iso = (instant: number) => new Date(instant).toISOString();

/** Of the cases that somebody sees; who asked first comes first. */
export async function listExtensionRequests(
  tx: Queries,
  { owner, unit, cursor, limit }: ExtensionRequestListQuery,
  access: CaseAccess,
  policies: PolicyStore,
  now: number,
): Promise<{ items: WaitingExtensionView[]; next: string | null }> {
  // The name of a clock may hold the separator itself.
  const [at, id, ...clock] = cursor?.split('_') ?? [];
  const asked = [owner ?? null, unit ?? null, at ?? null, id ?? null, clock.join('_')];
  const rows = await tx.query<Row>(
    `select e.case_id as "caseId", e.clock_id as "clockId", e.number, e.asked_at::float8 as asked,
            e.asked_by as by, e.reason, c.state
       from extension_requests e join cases c on c.id = e.case_id
      where e.waits and ($1::text is null or c.owner = $1) and ($2::text is null or c.unit = $2)
        and ($3::bigint is null or (e.asked_at, e.case_id, e.clock_id) > ($3::bigint, $4::uuid, $5::text))
        and ${seenCondition(7)}
      order by e.asked_at, e.case_id, e.clock_id limit $6`,
    [...asked, limit + 1, ...seenParameters(access)],
  );
  const page = rows
    .slice(0, limit)
    .map((row) => ({ ...row, state: JSON.parse(row.state) as OpenedCase }));
  await policies.ensure(
    tx,
    page.flatMap(({ state }) => policyVersionsOf(state)),
  );
  const last = page.at(-1);
  return {
    items: page.flatMap(({ caseId, clockId, number, asked, by, reason, state }) => {
      const clock = state.clocks.find((one) => one.clockId === clockId);
      if (!clock) return [];
      const extended = extendedDueAt(state, clock, now, policies.book);
      return {
        ...{ caseId, number, owner: state.owner ?? null, unit: state.dimensions.unit ?? null },
        ...{ at: iso(asked), by, reason, clockId, kind: clock.kind as ClockKind },
        ...(clock.stage !== undefined && { stage: clock.stage as CaseStage }),
        ...{ state: clock.state, dueAt: iso(clock.dueAt) },
        extendedDueAt: extended === undefined ? null : iso(extended),
      };
    }),
    next: rows.length > limit && last ? `${last.asked}_${last.caseId}_${last.clockId}` : null,
  };
}
