import type { ClockTerms, SlaClock } from '#sla';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import type { OpenedCase } from './case-state.js';
import { clockFields, iso } from './clock-events.js';

/** Tells of the last change that was made to a clock. */
export function recalculatedEvent(state: OpenedCase, changed: SlaClock, at: number): CaseEvent {
  const { cause, before, after } = changed.changes!.at(-1)!;
  return caseEvent('clockRecalculated', {
    ...clockFields(state, changed, at),
    cause,
    before: toTerms(before),
    after: toTerms(after),
    warnings: [...changed.thresholds],
    warned: [...changed.warned],
  });
}

const toTerms = ({ extensions, dueAt, ...terms }: ClockTerms) => ({
  ...terms,
  extensions: [...extensions],
  dueAt: iso(dueAt),
});
