import type { DataOf, Tier } from '#contracts';
import type { ChurnCleared, ChurnWarned } from '#contracts';
import { churnModel } from './churn-model.js';
import { fallsAt, isRise, levelOf, scoreChurn, withSign } from './churn-score.js';
import type { ChurnLevel, ChurnSign } from './churn-score.js';

type Warned = DataOf<typeof ChurnWarned>;
type Cleared = DataOf<typeof ChurnCleared>;

/** All that the churn warning knows of one customer. */
export interface ChurnCustomer {
  readonly customerId: string;
  readonly tier: Tier;
  readonly signs: readonly ChurnSign[];
  readonly level: ChurnLevel;
  readonly score: number;
  /** The latest instant it was judged at; judgements never go back in time. */
  readonly latestAt: number;
  /** The case and dimensions of the latest complaint. */
  readonly caseId?: string;
  readonly dimensions?: Warned['dimensions'];
  /** When the level falls if nothing else happens. */
  readonly fallsAt?: number;
}

/** The customer once a case turned out to be about something else: what repeats what is judged anew with it. */
export function withCodes(
  known: ChurnCustomer,
  caseId: string,
  { category, product }: { category: string; product?: string },
): ChurnCustomer {
  const signs = known.signs.map((sign) =>
    sign.kind === 'complaint' && sign.about === caseId ? { ...sign, category } : sign,
  );
  if (known.caseId !== caseId || !known.dimensions) return { ...known, signs };
  const { product: _, ...others } = known.dimensions;
  const dimensions = { ...others, category, ...(product !== undefined && { product }) };
  return { ...known, signs, dimensions };
}

export type ChurnSignal =
  | { readonly name: 'warned'; readonly data: Warned }
  | { readonly name: 'cleared'; readonly data: Cleared };

/**
 * Judges a customer at an instant, after a sign or because time has passed: the signal of a changed level,
 * if any. Instants before the latest judgement count as that one, so late events never lower a level.
 */
export function judgeCustomer(
  known: ChurnCustomer,
  now: number,
  sign?: ChurnSign,
): { customer: ChurnCustomer; signal?: ChurnSignal } {
  const signs = sign ? withSign(known.signs, sign) : known.signs;
  const at = Math.max(now, known.latestAt);
  const score = scoreChurn(signs, known.tier, at);
  const level = levelOf(score.value, known.level);
  const customer: ChurnCustomer = {
    ...known,
    signs,
    level,
    score: score.value,
    latestAt: at,
    fallsAt: fallsAt(signs, known.tier, level, at),
  };
  if (level === known.level) return { customer };
  const { customerId, caseId, dimensions } = known;
  const change = {
    customerId,
    ...(caseId && { caseId }),
    at: new Date(at).toISOString(),
    level,
    previous: known.level,
    score: score.value,
    model: churnModel.version,
    ...(dimensions && { dimensions }),
  };
  if (!isRise(level, known.level)) return { customer, signal: { name: 'cleared', data: change } };
  return {
    customer,
    signal: { name: 'warned', data: { ...change, factors: score.factors } },
  };
}
