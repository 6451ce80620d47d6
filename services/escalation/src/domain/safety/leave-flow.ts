import { selectRule } from '#sla';
import type { PolicyRule } from '#sla';
import type { Envelope, SafetyCause } from '#contracts';
import { isOpenClock } from '../case-clocks.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import { isWorking } from '../case-state.js';
import type { OpenedCase } from '../case-state.js';
import { cancelEvents, iso, startedEvent } from '../clock-events.js';
import { ruleFacts } from '../decide-terms.js';
import type { DecisionContext } from '../decision-context.js';
import { evolve } from '../evolve.js';
import { safetyAlert } from '../triggers/case-alarms.js';

type OpenedData = Extract<CaseEvent, { name: 'opened' }>['data'];

interface Leaving {
  cause: SafetyCause;
  category?: string;
  note?: Envelope;
  by: string;
}

/** The rule with a desk that a case falls under, were it about this category; undefined without any. */
export function safetyRuleOf(
  { priority, dimensions, policyVersion }: OpenedCase,
  { policies }: DecisionContext,
  category = dimensions.category,
): PolicyRule | undefined {
  const facts = ruleFacts(priority, { ...dimensions, category });
  const rule = selectRule(policies.version(policyVersion), facts);
  return rule.safety && rule;
}

/**
 * A case leaves the normal flow: the desk has it, whoever had it before, and somebody is told at once.
 * What the complaint was promised ends without a verdict. The authority's time counts from the receipt,
 * since the house knew then; the desk's from now on.
 */
export function leaveForSafety(
  state: OpenedCase,
  rule: PolicyRule,
  { cause, category = state.dimensions.category, note, by }: Leaving,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { desk } = rule.safety!;
  const { category: before, unit } = state.dimensions;
  const left = caseEvent('leftForSafety', {
    ...{ caseId: state.id, at: iso(now), desk, cause, by },
    before: { category: before, ...(unit !== undefined && { unit }) },
    stage: isWorking(state) ? state.stage : 'control',
    policyRule: rule.id,
    policyVersion: state.policyVersion,
    dimensions: { ...state.dimensions, category, unit: desk },
    ...(note && { note }),
  });
  const open = state.clocks.filter(isOpenClock);
  const ended = cancelEvents(state, open, now, 'left-for-safety');
  const gone = [left, ...ended].reduce(
    (current, event) => evolve(current, event) as OpenedCase,
    state,
  );
  const fresh = rule.clocks.map((clock) => {
    const startedAt = clock.kind === 'statutory' ? state.receivedAt : now;
    return startedEvent(gone, clock, now, context, startedAt);
  });
  const told = state.imported ? [] : [safetyAlert(gone, now, context)];
  return [left, ...ended, ...fresh, ...told];
}

/**
 * The same of one that opens under such a rule, whose clocks are the right ones from the beginning.
 */
export function leftAsOpened(opened: OpenedData, desk: string) {
  const { caseId, at, dimensions, policyRule, policyVersion } = opened;
  const { category, unit } = dimensions;
  return caseEvent('leftForSafety', {
    ...{ caseId, at, desk, cause: 'category' as const, by: 'system' },
    before: { category, ...(unit !== undefined && { unit }) },
    stage: 'control' as const,
    ...{ policyRule, policyVersion },
    dimensions: { ...dimensions, unit: desk },
  });
}

/**
 * What follows a decision that found, by the evidence it took or the policy it was put under, that the
 * case is no complaint. Nothing for records of other systems and for what has ended.
 */
export function leftAfter(
  events: readonly CaseEvent[],
  before: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (before.safety || before.stage === 'closed') return [];
  const found = events.find(mayPlace);
  if (!found) return [];
  const state = events.reduce<OpenedCase>(
    (current, event) => evolve(current, event, before.imported) as OpenedCase,
    before,
  );
  if (state.stage === 'closed' || state.imported || state.merged) return [];
  const rule = safetyRuleOf(state, context);
  if (!rule) return [];
  const cause = found.name === 'policyChanged' ? 'policy' : 'category';
  return leaveForSafety(state, rule, { cause, by: 'system' }, now, context);
}

/** After these a case may be about something else, or under another policy. */
function mayPlace({ name, data }: CaseEvent): boolean {
  if (name === 'stageCompleted') return data.evidence['category'] !== undefined;
  return name === 'policyChanged' || name === 'wentLive' || name === 'codesAmended';
}
