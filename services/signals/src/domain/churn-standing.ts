import type { ChurnFactorName } from '#contracts';
import { scoreChurn } from './churn-score.js';
import type { ChurnCustomer } from './churn-customer.js';
import type { ChurnLevel, ChurnSign } from './churn-score.js';

export interface ChurnStanding {
  readonly level: ChurnLevel;
  /** The heaviest first. */
  readonly factors: readonly ChurnFactorName[];
}

/** The level that a customer was last found at, with its reasons as they weigh by `now`; none at level none. */
export function churnStanding(
  { level, signs, tier, latestAt }: Pick<ChurnCustomer, 'level' | 'signs' | 'tier' | 'latestAt'>,
  now: number,
): ChurnStanding {
  if (level === 'none') return { level, factors: [] };
  const { factors } = scoreChurn(signs, tier, Math.max(now, latestAt));
  return { level, factors: factors.flatMap(({ name, weight }) => (weight > 0 ? name : [])) };
}

/** The cases that signs come from; undefined where that is not known of one of them. */
export function casesBehind(signs: readonly ChurnSign[]): string[] | undefined {
  const cases = signs.flatMap(({ about }) => about?.split(' ')[0] ?? []);
  return cases.length < signs.length ? undefined : [...new Set(cases)];
}
