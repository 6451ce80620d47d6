import { selectRule } from '#sla';
import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { CaseDimensions, OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { ruleFacts, underRule } from '../decide-terms.js';
import type { DecisionContext } from '../decision-context.js';
import { evolve } from '../evolve.js';
import type { AmendCodes } from './codes-command.js';

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/**
 * The case is about something else from here on: the rule is selected again in its own policy version, and
 * where that is another one open clocks are recalculated, as after a change of severity. Verdicts stay. A
 * case that has ended keeps its clocks, and goes on under the new rule should it be reopened. What is so
 * already changes nothing; what a safety rule matches leaves the flow behind this (`leftAfter`).
 */
export function amendCodes(
  { category, product, reason, note, by }: AmendCodes,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const before = codesOf(state.dimensions);
  const after = codesOf({
    category: category ?? before.category,
    product: product === undefined ? before.product : product === 'none' ? undefined : product,
  });
  if (after.category === before.category && after.product === before.product) return [];
  const policy = context.policies.version(state.policyVersion);
  const { product: _, ...others } = state.dimensions;
  const rule = selectRule(policy, ruleFacts(state.priority, { ...others, ...after }));
  if (rule.safety) refuseLeaving(state, after.category);
  const amended = caseEvent('codesAmended', {
    ...{ caseId: state.id, at: iso(now), reason, before, after },
    ...{ policyRule: rule.id, policyVersion: state.policyVersion },
    ...(note && { note }),
    by,
  });
  const leaves = rule.safety !== undefined && !state.imported;
  if (leaves || rule.id === state.policyRule) return [amended];
  const changed = evolve(state, amended) as OpenedCase;
  return [amended, ...underRule(changed, rule, 'codes', now, context)];
}

const codesOf = ({ category, product }: Pick<CaseDimensions, 'category' | 'product'>) => ({
  category,
  ...(product !== undefined && { product }),
});

/** @throws CaseRefusal where what is a safety report cannot leave the flow from where it stands */
function refuseLeaving(state: OpenedCase, category: string): void {
  if (state.stage === 'closed') {
    throw refused(`the policy keeps ${category} out of the normal flow: reopen the case first`);
  }
  if (state.incident || state.incidentCases) throw refused('it belongs to an incident: leave that');
}
