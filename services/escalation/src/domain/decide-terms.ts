import { isCounting, recalculate, selectRule } from '#sla';
import type { ClockChange, PolicyClock, PolicyRule, SlaClock } from '#sla';
import { definitionOfClock, isOpenClock, originOf, pinnedCalendar } from './case-clocks.js';
import { CaseRefusal } from './case-command.js';
import type { CaseCommand, TermsCommand } from './case-command.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import { isWorking } from './case-state.js';
import type { CaseDimensions, OpenedCase } from './case-state.js';
import { baseOf, cancelEvents, earlierClocks, iso, startedEvent } from './clock-events.js';
import type { DecisionContext } from './decision-context.js';
import { evolve } from './evolve.js';
import { recalculatedEvent } from './recalculated-event.js';

type Cause = Extract<ClockChange['cause'], 'priority' | 'severity' | 'tier' | 'codes' | 'policy'>;

/**
 * What a rule looks at: how urgently a case is worked stands for its severity, which it starts as. So a
 * supervisor who raises a priority gets the clocks of the severe.
 */
export function ruleFacts(priority: CaseDimensions['severity'], dimensions: CaseDimensions) {
  return { ...dimensions, severity: priority };
}

/**
 * Another priority, severity or tier: the rule is selected again in the case's own policy version, and
 * where it is another one every open clock is recalculated. What is so already changes nothing.
 */
export function decideTerms(
  command: TermsCommand,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (state.stage === 'closed') throw new CaseRefusal('illegal-transition', 'the case is closed');
  const { dimensions } = state;
  const cause = command.type.slice('change-'.length) as Exclude<Cause, 'codes' | 'policy'>;
  const after =
    command.type === 'change-priority'
      ? { priority: command.priority, dimensions }
      : command.type === 'change-severity'
        ? { priority: command.severity, dimensions: { ...dimensions, severity: command.severity } }
        : { priority: state.priority, dimensions: { ...dimensions, tier: command.tier } };
  const policy = context.policies.version(state.policyVersion);
  const rule = selectRule(policy, ruleFacts(after.priority, after.dimensions));
  const told = toldOf(command, state, now, rule);
  if (!told) return [];
  if (rule.id === state.policyRule) return [told];
  const changed = evolve(state, told) as OpenedCase;
  return [told, ...underRule(changed, rule, cause, now, context)];
}

function toldOf(
  command: TermsCommand,
  state: OpenedCase,
  now: number,
  rule: PolicyRule,
): CaseEvent | undefined {
  const { note, by } = command;
  const base = {
    caseId: state.id,
    at: iso(now),
    policyRule: rule.id,
    policyVersion: state.policyVersion,
    ...(note && { note }),
    by,
  };
  switch (command.type) {
    case 'change-priority': {
      const [before, after] = [state.priority, command.priority];
      return before === after
        ? undefined
        : caseEvent('priorityChanged', { ...base, before, after });
    }
    case 'change-severity': {
      const [before, after] = [state.dimensions.severity, command.severity];
      if (before === after && state.priority === after) return undefined;
      return caseEvent('severityChanged', { ...base, before, after, priority: after });
    }
    case 'change-tier': {
      const [before, after] = [state.dimensions.tier, command.tier];
      return before === after ? undefined : caseEvent('tierChanged', { ...base, before, after });
    }
  }
}

/**
 * Another policy version, as whoever published it asked for: as above, but a clock to which it promises
 * what it has been promised goes on as it was. Nothing for cases that have ended, that only record what
 * happened elsewhere, or that are under it already.
 */
export function decidePolicy(
  { version, by }: Extract<CaseCommand, { type: 'apply-policy' }>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (state.stage === 'closed' || state.imported || version <= state.policyVersion) return [];
  const rule = selectRule(
    context.policies.version(version),
    ruleFacts(state.priority, state.dimensions),
  );
  // A report goes on under what it was reported under, where the newer one knows nothing of safety.
  if (state.safety && !rule.safety) return [];
  const told = caseEvent('policyChanged', {
    caseId: state.id,
    at: iso(now),
    before: state.policyVersion,
    policyRule: rule.id,
    policyVersion: version,
    by,
  });
  // What leaves the normal flow for it gets its clocks anew.
  if (rule.safety && !state.safety) return [told];
  return [told, ...underRule(evolve(state, told) as OpenedCase, rule, 'policy', now, context)];
}

/** Every open clock as the rule has it; what it does not promise ends, what only it promises starts. */
export function underRule(
  state: OpenedCase,
  rule: PolicyRule,
  cause: Cause,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { policyVersion } = state;
  const policy = context.policies.version(policyVersion);
  const calendars = context.policies.calendars(policyVersion);
  const kept = state.clocks.filter(isCounting).flatMap((clock): CaseEvent[] => {
    // What came with the complaint is no rule's.
    if (clock.kind === 'external') return [];
    const definition = rule.clocks.find((one) => isSame(one, clock));
    if (!definition) return cancelEvents(state, [clock], now, 'no-longer-promised');
    const terms = {
      cause,
      budget: definition.budget,
      calendar: pinnedCalendar(policy, definition, clock.startedAt),
      thresholds: definition.warnings,
      policyVersion,
      rule: rule.id,
      before: originOf(state, clock),
    };
    const changed = recalculate(clock, terms, now, calendars);
    const promised = definitionOfClock(state, clock, context.policies);
    const isSamePromise =
      changed.dueAt === clock.dueAt && JSON.stringify(promised) === JSON.stringify(definition);
    if (cause === 'policy' && isSamePromise) return [];
    return [recalculatedEvent(state, changed, now)];
  });
  const fresh = rule.clocks.flatMap((definition) => {
    const startedAt = startOf(state, definition, now);
    return startedAt === undefined ? [] : startedEvent(state, definition, now, context, startedAt);
  });
  return [...kept, ...fresh];
}

const isSame = (one: PolicyClock, clock: SlaClock) =>
  one.kind === clock.kind && one.stage === clock.stage;

/**
 * From when on a clock counts that the rule promises and the case does not have: the promises about the
 * whole case from its receipt, or from where one that was cancelled began; those of a stage and of the
 * next update from now on. Undefined when it is not due to start.
 */
function startOf(state: OpenedCase, definition: PolicyClock, now: number): number | undefined {
  if (!isWorking(state) || definition.kind === 'external') return undefined;
  const earlier = earlierClocks(state, baseOf(definition));
  if (earlier.some(isOpenClock)) return undefined;
  const previous = earlier.at(-1);
  switch (definition.kind) {
    case 'stage':
      return definition.stage === state.stage && !state.imported ? now : undefined;
    case 'department':
      // Each transfer starts its own.
      return undefined;
    case 'next-update':
      return state.imported ? undefined : now;
    case 'acknowledge':
      if (state.stage !== 'control' || state.imported) return undefined;
      return !previous || previous.state === 'cancelled' ? state.receivedAt : undefined;
    default:
      if (!previous) return state.receivedAt;
      return previous.state === 'cancelled' ? previous.startedAt : now;
  }
}
