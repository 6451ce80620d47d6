import type { CaseStage, ClockKind, RecordedClocksQuery, RecordedClockView } from '#contracts';
import type { Queries } from '#platform';
import type { SlaClock } from '#sla';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';

const iso = (instant: number) => new Date(instant).toISOString();

/** The clocks of one page of the cases that somebody sees, in the order of their ids. */
export async function listRecordedClocks(
  tx: Queries,
  { after, limit }: RecordedClocksQuery,
  access: CaseAccess,
): Promise<{ items: RecordedClockView[]; next: string | null }> {
  const rows = await tx.query<{ id: string; state: string }>(
    `select id, state from cases c where ($1::uuid is null or id > $1) and ${seenCondition(3)}
      order by id limit $2`,
    [after ?? null, limit + 1, ...seenParameters(access)],
  );
  const page = rows.slice(0, limit);
  return {
    items: page.flatMap(({ state }) => {
      const opened = JSON.parse(state) as OpenedCase;
      return opened.clocks.map((clock) => toRecordedView(opened, clock));
    }),
    next: rows.length > limit ? page[limit - 1]!.id : null,
  };
}

function toRecordedView(
  { id, number, dimensions }: OpenedCase,
  clock: SlaClock,
): RecordedClockView {
  const { clockId, kind, stage, state, startedAt, stoppedAt, dueAt, pauses, extensions } = clock;
  const isOpen = state === 'running' || state === 'paused';
  return {
    ...{ caseId: id, number, clockId, kind: kind as ClockKind, dimensions },
    ...(stage !== undefined && { stage: stage as CaseStage }),
    startedAt: iso(startedAt),
    ...(stoppedAt !== undefined && { stoppedAt: iso(stoppedAt) }),
    dueAt: iso(dueAt),
    verdict: isOpen ? 'open' : state,
    ...(pauses && {
      pauses: pauses.map(({ from, to, reason }) => ({
        from: iso(from),
        ...(to !== undefined && { to: iso(to) }),
        reason,
      })),
    }),
    ...(extensions && { extensions: extensions.map((budget) => ({ ...budget })) }),
  };
}
