import type { ComplaintTier, CustomerType, Severity, Threat } from '#contracts';
import type { OpenedCase } from '../case-state.js';

const tiers: readonly ComplaintTier[] = ['basic', 'escalated', 'difficult', 'major'];

interface TierFacts {
  severity: Severity;
  threats: readonly Threat[];
  tier: string;
  emotionLevel?: number;
  customerType?: CustomerType;
}

/**
 * How far a complaint reaches by its facts alone. Major: life and property, or a threat to go public by
 * somebody who is heard. Difficult: no agreement in sight. Escalated: somebody above must know.
 */
export function suggestTier(facts: TierFacts): ComplaintTier {
  const { severity, threats, tier, emotionLevel = 1, customerType } = facts;
  const isPublic = threats.includes('media') || threats.includes('regulator');
  if (severity === 'critical') return 'major';
  if (isPublic && (severity === 'high' || tier === 'vip')) return 'major';
  const isContentious = customerType === 'domineering' || customerType === 'argumentative';
  if (emotionLevel === 5 || (emotionLevel === 4 && isContentious)) return 'difficult';
  if (severity === 'high' || threats.length > 0 || emotionLevel === 4) return 'escalated';
  return 'basic';
}

/** Whether one reaches less far than the other. */
export const isBelow = (one: ComplaintTier, other: ComplaintTier): boolean =>
  tiers.indexOf(one) < tiers.indexOf(other);

/** The one of them that reaches furthest; undefined of none. */
export const furthest = (...given: readonly (ComplaintTier | undefined)[]) =>
  tiers.findLast((tier) => given.includes(tier));

/** What the facts of a case suggest, as they are known of it. */
export const suggestedTier = ({ triage, threats, dimensions }: OpenedCase): ComplaintTier =>
  suggestTier({
    ...{ severity: dimensions.severity, threats, tier: dimensions.tier },
    ...(triage?.emotionLevel !== undefined && { emotionLevel: triage.emotionLevel }),
    ...(triage?.customerType && { customerType: triage.customerType }),
  });

/**
 * A tier above what the facts suggest: a person chose it, and it stays until another one is named. One that followed from
 * what the facts were goes with them.
 */
export function chosenTier(state: OpenedCase): ComplaintTier | undefined {
  const { triage } = state;
  if (!triage || triage.isSuggested) return undefined;
  return isBelow(suggestedTier(state), triage.complaintTier) ? triage.complaintTier : undefined;
}

/** A complaint that comes back is no basic one. */
export function reopenedTriage(triage: OpenedCase['triage']): OpenedCase['triage'] {
  if (!triage || !isBelow(triage.complaintTier, 'escalated')) return triage;
  const { isSuggested: _, ...judged } = triage;
  return { ...judged, complaintTier: 'escalated' };
}
