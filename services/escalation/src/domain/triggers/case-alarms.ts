import { causeOfTrigger, levelAt, triggersFired } from '#sla';
import type { PolicyTrigger, TriggerFacts } from '#sla';
import type { CaseCommand, ComplaintFacts } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { evolve } from '../evolve.js';
import { ladderOf } from '../ladder/alert-climb.js';
import { aboutCase, toldOrHeld } from '../ladder/ladder-alerts.js';

/** What supervisors are told of at once where no trigger of the policy says whom to tell. */
type PlainCause = 'critical' | 'threat';

/** Events after which a trigger may hold that did not before. */
const triggering: ReadonlySet<CaseEvent['name']> = new Set([
  'priorityChanged',
  'severityChanged',
  'tierChanged',
  'repeatLinked',
  'threatsFlagged',
  'feedbackNoted',
  'problemMarked',
]);

/** The alarms of a case that opens; without triggers the cheapest way to none. */
export function openingAlarms(
  events: readonly CaseEvent[],
  { priority, threats }: Pick<ComplaintFacts, 'priority' | 'threats'>,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const plain: PlainCause[] = [];
  const isSafety = events.some(({ name }) => name === 'leftForSafety');
  if (priority === 'critical' && !isSafety) plain.push('critical');
  if (threats.length > 0) plain.push('threat');
  if (plain.length === 0 && !isSafety && !context.policies.current.triggers) return [];
  const opened = events.reduce<CaseState>((state, event) => evolve(state, event), noCase);
  const told = alarms(undefined, opened as OpenedCase, plain, false, now, context);
  // Of who was hurt somebody is told at once: no trigger's quiet hours take the place of that.
  return isSafety ? [safetyAlert(opened as OpenedCase, now, context), ...told] : told;
}

/**
 * What a command's events have people told of, besides clocks: conditions of the policy's triggers that
 * hold now and did not before.
 */
export function alarmsAfter(
  command: CaseCommand,
  events: readonly CaseEvent[],
  before: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (!events.some(({ name }) => triggering.has(name))) return [];
  const after = events.reduce<CaseState>((state, event) => evolve(state, event), before);
  const isGraded = command.type === 'triage' && before.dimensions.severity !== 'critical';
  const plain: PlainCause[] = [];
  // Whoever finds a complaint critical has supervisors told at once, as one that opens so does.
  if (isGraded && command.severity === 'critical') plain.push('critical');
  const isThreatened = events.some(
    ({ name, data }) => name === 'threatsFlagged' && data.threats.length > 0,
  );
  if (isThreatened) plain.push('threat');
  const isDissatisfied = events.some(
    ({ name, data }) => name === 'feedbackNoted' && data.satisfied === false,
  );
  const told = alarms(before, after as OpenedCase, plain, isDissatisfied, now, context);
  const isMarked = events.some(({ name }) => name === 'problemMarked') && !before.imported;
  // Whoever supervises the accused is told whatever the hour, and whoever else the policy has told.
  return isMarked ? [problemAlert(after as OpenedCase, now, context), ...told] : told;
}

function alarms(
  before: OpenedCase | undefined,
  after: OpenedCase,
  plain: readonly PlainCause[],
  isDissatisfied: boolean,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (after.imported || after.stage === 'closed') return [];
  const { triggers = [] } = context.policies.version(after.policyVersion);
  const fired = triggersFired(
    triggers,
    before && factsOf(before, false),
    factsOf(after, isDissatisfied),
  );
  const covered = new Set<string>(fired.map(causeOfTrigger));
  const left = plain.filter((cause) => !covered.has(cause === 'critical' ? 'severity' : cause));
  return [
    ...left.map((cause) => plainAlert(after, cause, now, context)),
    // One alert a cause: nobody is told again of what nobody has taken on yet.
    ...fired
      .filter(({ id }) => !isTold(after, id))
      .map((trigger) => triggerAlert(after, trigger, now, context)),
  ];
}

function isTold({ alerts, climbs }: OpenedCase, id: string): boolean {
  const isOpen = alerts.some(({ trigger, acknowledged }) => trigger === id && !acknowledged);
  return isOpen || (climbs?.some(({ trigger }) => trigger === id) ?? false);
}

/** An alert for supervisors, at once and whatever the hour; those of a unit alone where `told` says so. */
function plainAlert(
  state: OpenedCase,
  cause: PlainCause | 'problem' | 'over-target',
  now: number,
  { newId }: DecisionContext,
  told: { unit?: string; desk?: string } = {},
): CaseEvent {
  const first = { level: 1, audience: 'supervisor' as const, ...told };
  return caseEvent('alertRaised', {
    ...{ alertId: newId(), ...aboutCase(state), cause, at: iso(now), ...first },
  });
}

/** Of who was hurt supervisors are told, and the desk that takes it on. */
export function safetyAlert(state: OpenedCase, now: number, context: DecisionContext): CaseEvent {
  const desk = state.safety?.desk;
  return plainAlert(state, 'critical', now, context, desk === undefined ? {} : { desk });
}

/** More time was spent on a case than its queue has for one: supervisors who see it are told. */
export function targetAlert(state: OpenedCase, now: number, context: DecisionContext): CaseEvent {
  return plainAlert(state, 'over-target', now, context);
}

/** Of whose conduct it is about the desk that supervises them is told, nobody else of the house. */
function problemAlert(state: OpenedCase, now: number, context: DecisionContext): CaseEvent {
  const desk = state.problem?.desk;
  return plainAlert(state, 'problem', now, context, desk === undefined ? {} : { unit: desk, desk });
}

function triggerAlert(
  state: OpenedCase,
  trigger: PolicyTrigger,
  now: number,
  context: DecisionContext,
): CaseEvent {
  const { policyVersion } = state;
  const ladder = ladderOf({ ladder: trigger.ladder, policyVersion }, context.policies);
  // A policy whose trigger has no level at once was refused.
  const level = levelAt(ladder, 'trigger')!;
  const cause = causeOfTrigger(trigger);
  const about = { alertId: context.newId(), ...aboutCase(state), cause, trigger: trigger.id };
  const first = { level, ladder: trigger.ladder, policyVersion, at: now };
  return toldOrHeld(state, about, { ...first, since: { triggeredAt: now } }, context);
}

/** A severity is what the case is worked as, as for its rule and its quiet hours. */
function factsOf(state: OpenedCase, isDissatisfied: boolean): TriggerFacts {
  const { priority: severity, dimensions, threats, repeatOf = [] } = state;
  const known = { severity, tier: dimensions.tier, threats, repeats: repeatOf.length };
  return { ...known, isDissatisfied, isProblem: state.problem !== undefined };
}
