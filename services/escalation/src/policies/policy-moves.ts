import type { ClockKind, ClockMove } from '#contracts';
import { calendarAt, calendarReference, dueInstant, recalculate, selectRule } from '#sla';
import type { CalendarLookup, Policy, PolicyClock, SlaClock } from '#sla';
import type { OpenedCase } from '../domain/case-state.js';

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
  const rule = selectRule(policy, state.dimensions);
  const facts = (clock: { clockId: string; kind: string }) => ({
    caseId: state.id,
    number: state.number,
    clockId: clock.clockId,
    kind: clock.kind as ClockKind,
    ruleBefore: state.policyRule,
    ruleAfter: rule.id,
  });
  const calendarOf = (definition: PolicyClock, startedAt: number) =>
    calendarReference(calendarAt(policy, definition.calendar, startedAt));
  const kept = state.clocks.filter(isOpen).map((clock): Move => {
    const dueBefore = new Date(clock.dueAt).toISOString();
    const definition = rule.clocks.find(
      ({ kind, stage }) => kind === clock.kind && stage === clock.stage,
    );
    if (clock.budget.unit === 'external')
      return { ...facts(clock), change: 'unchanged', dueBefore, dueAfter: dueBefore };
    if (!definition) return { ...facts(clock), change: 'ended', dueBefore, dueAfter: null };
    const terms = {
      ...{ cause: 'policy' as const, budget: definition.budget, thresholds: definition.warnings },
      calendar: calendarOf(definition, clock.startedAt),
      ...{ policyVersion: policy.version, rule: rule.id },
      before: { policyVersion: state.policyVersion, rule: state.policyRule },
    };
    const due = recalculate(clock, terms, now, calendars).dueAt;
    const change = due === clock.dueAt ? 'unchanged' : due > clock.dueAt ? 'later' : 'earlier';
    return { ...facts(clock), change, dueBefore, dueAfter: new Date(due).toISOString() };
  });
  const started = rule.clocks.flatMap((definition): Move[] => {
    const { kind, stage } = definition;
    const has = state.clocks.some((clock) => clock.kind === kind && clock.stage === stage);
    const isCurrent = stage === undefined || stage === state.stage;
    if (has || !isCurrent || kind === 'external' || state.status !== 'open') return [];
    const startedAt = caseWide.has(kind) ? state.receivedAt : now;
    const calendar = calendars(calendarOf(definition, startedAt));
    const due = dueInstant(startedAt, definition.budget, calendar);
    const clockId = stage === undefined ? kind : `${kind}:${stage}`;
    const dueAfter = new Date(due).toISOString();
    return [{ ...facts({ clockId, kind }), change: 'started', dueBefore: null, dueAfter }];
  });
  return [...kept, ...started];
}
