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

/** A complaint that comes back is no basic one. */
export function reopenedTriage(triage: OpenedCase['triage']): OpenedCase['triage'] {
  if (!triage || tiers.indexOf(triage.complaintTier) >= tiers.indexOf('escalated')) return triage;
  return { ...triage, complaintTier: 'escalated' };
}
