import type { ClockKind, ClockMove } from '#contracts';
import { calendarAt, calendarReference, dueInstant, selectRule } from '#sla';
import type { Budget, CalendarLookup, Policy, PolicyClock, SlaClock } from '#sla';
import { isWorking } from '../domain/case-state.js';
import type { OpenedCase } from '../domain/case-state.js';
import { ruleFacts } from '../domain/decide-terms.js';

/** One clock under another policy; `unchanged` where its due instant stays. */
export interface Move extends Omit<ClockMove, 'change'> {
  change: ClockMove['change'] | 'unchanged';
}

const isOpen = ({ state }: SlaClock) => state === 'running' || state === 'paused';
/** Stage clocks and the next update start with what is being done; the others with the complaint. */
const caseWide = new Set<string>(['acknowledge', 'resolution', 'statutory']);

/** What another policy would do to the open clocks of a case, were it applied now. */
export function movesUnder(
  state: OpenedCase,
  policy: Policy,
  calendars: CalendarLookup,
  now: number,
): Move[] {
  const rule = selectRule(policy, ruleFacts(state.priority, state.dimensions));
  const facts = (clock: { clockId: string; kind: string }) => ({
    caseId: state.id,
    number: state.number,
    clockId: clock.clockId,
    kind: clock.kind as ClockKind,
    ruleBefore: state.policyRule,
    ruleAfter: rule.id,
  });
  const dueOn = (definition: PolicyClock, startedAt: number, clock?: SlaClock) => {
    const spec = calendarAt(policy, definition.calendar, startedAt);
    const calendar = calendars(calendarReference(spec));
    return dueUnder(definition.budget, startedAt, calendar, clock);
  };
  const kept = state.clocks.filter(isOpen).map((clock): Move => {
    const dueBefore = new Date(clock.dueAt).toISOString();
    const definition = rule.clocks.find(
      ({ kind, stage }) => kind === clock.kind && stage === clock.stage,
    );
    if (clock.budget.unit === 'external')
      return { ...facts(clock), change: 'unchanged', dueBefore, dueAfter: dueBefore };
    if (!definition) return { ...facts(clock), change: 'ended', dueBefore, dueAfter: null };
    const due = dueOn(definition, clock.startedAt, clock);
    const change = due === clock.dueAt ? 'unchanged' : due > clock.dueAt ? 'later' : 'earlier';
    return { ...facts(clock), change, dueBefore, dueAfter: new Date(due).toISOString() };
  });
  const started = rule.clocks.flatMap((definition): Move[] => {
    const { kind, stage } = definition;
    const has = state.clocks.some((clock) => clock.kind === kind && clock.stage === stage);
    const isCurrent = stage === undefined || stage === state.stage;
    if (has || !isCurrent || kind === 'external' || !isWorking(state)) return [];
    const due = dueOn(definition, caseWide.has(kind) ? state.receivedAt : now);
    const clockId = stage === undefined ? kind : `${kind}:${stage}`;
    const dueAfter = new Date(due).toISOString();
    return [{ ...facts({ clockId, kind }), change: 'started', dueBefore: null, dueAfter }];
  });
  return [...kept, ...started];
}

type Calendar = ReturnType<CalendarLookup>;

/** The due instant of a budget with what the clock was granted: extensions, and every pause played again. */
function dueUnder(budget: Budget, startedAt: number, calendar: Calendar, clock?: SlaClock): number {
  const plain = dueInstant(startedAt, budget, calendar);
  const extended = (clock?.extensions ?? []).reduce(
    (due, extension) => dueInstant(due, extension, calendar),
    plain,
  );
  const countsWork = budget.unit === 'working-minutes' || budget.unit === 'working-days';
  return (clock?.pauses ?? []).reduce((due, { from, to }) => {
    if (to === undefined || from >= due) return due;
    const later = countsWork
      ? calendar.addWorking(to, calendar.workingBetween(from, due))
      : to + (due - from);
    return Math.max(due, later);
  }, extended);
}
