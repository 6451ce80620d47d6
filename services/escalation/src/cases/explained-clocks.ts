import type { CaseClocksQuery, ExplainedClockView } from '#contracts';
import { Problem } from '#platform';
import { explainClock, printExplanation, toExplanationView } from '#sla';
import type { CalendarLookup, ClockExplanation, SlaClock } from '#sla';
import type { OpenedCase } from '../domain/case-state.js';
import { toClockView } from './case-view.js';

/** Every clock of a case, or the one asked for, with why it is due when it is. */
export function toExplainedViews(
  state: OpenedCase,
  query: CaseClocksQuery,
  now: number,
  calendars: CalendarLookup,
): ExplainedClockView[] {
  return chosen(state, query).map((clock) => ({
    ...toClockView(clock, now, calendars),
    explanation: toExplanationView(explain(state, clock, now, calendars)),
  }));
}

/** The same as tables for a printer, one below the other. */
export function printClocks(
  state: OpenedCase,
  query: CaseClocksQuery,
  now: number,
  calendars: CalendarLookup,
): string {
  return chosen(state, query)
    .map((clock) => printExplanation(explain(state, clock, now, calendars), query.lang))
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

/** A clock that was changed runs under the terms of its last change, the others under the case's. */
function explain(
  { policyRule, policyVersion }: OpenedCase,
  clock: SlaClock,
  now: number,
  calendars: CalendarLookup,
): ClockExplanation {
  const changed = clock.changes?.at(-1)?.after;
  const terms = { rule: policyRule, policyVersion, ...changed, now };
  return explainClock(clock, calendars, terms);
}
