import type { CaseClocksQuery, ExplainedClockView } from '#contracts';
import { Problem } from '#platform';
import { explainClock, printExplanation, toExplanationView } from '#sla';
import type { ClockExplanation, SlaClock } from '#sla';
import { calendarsOf, originOf } from '../domain/case-clocks.js';
import type { OpenedCase } from '../domain/case-state.js';
import type { PolicyBook } from '../domain/policy-book.js';
import { toClockView } from './case-view.js';

/** Every clock of a case, or the one asked for, with why it is due when it is. */
export function toExplainedViews(
  state: OpenedCase,
  query: CaseClocksQuery,
  now: number,
  policies: PolicyBook,
): ExplainedClockView[] {
  return chosen(state, query).map((clock) => ({
    ...toClockView(state, clock, now, policies),
    explanation: toExplanationView(explain(state, clock, now, policies)),
  }));
}

/** The same as tables for a printer, one below the other. */
export function printClocks(
  state: OpenedCase,
  query: CaseClocksQuery,
  now: number,
  policies: PolicyBook,
): string {
  return chosen(state, query)
    .map((clock) => printExplanation(explain(state, clock, now, policies), query.lang))
    .join('\n');
}

/** @throws Problem `not-found` when the case has no such clock */
function chosen({ clocks, number }: OpenedCase, { clock }: CaseClocksQuery): readonly SlaClock[] {
  if (clock === undefined) return clocks;
  const found = clocks.filter(({ clockId }) => clockId === clock);
  if (found.length > 0) return found;
  const ids = clocks.map(({ clockId }) => clockId).join(', ');
  throw new Problem('not-found', { detail: `case ${number} has no clock ${clock}; it has ${ids}` });
}

function explain(
  state: OpenedCase,
  clock: SlaClock,
  now: number,
  policies: PolicyBook,
): ClockExplanation {
  const calendars = calendarsOf(state, clock, policies);
  return explainClock(clock, calendars, { ...originOf(state, clock), now });
}
