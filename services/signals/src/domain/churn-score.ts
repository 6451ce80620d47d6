import type { ChurnFactorName, Tier } from '#contracts';
import { churnModel } from './churn-model.js';

/** What one event says about a customer. Instants are epoch milliseconds. */
export interface ChurnSign {
  readonly kind:
    | Exclude<ChurnFactorName, 'repeat-complaint' | 'valued-customer'>
    | 'complaint'
    | 'satisfied'
    | 'breach-corrected';
  readonly eventId: string;
  readonly at: number;
  readonly category?: string;
  /** The case; of a breach, and of the correction that takes it back, with the clock behind it. Not known of signs from before. */
  readonly about?: string;
}

export type ChurnLevel = 'none' | 'watch' | 'warning' | 'critical';

export interface ChurnScore {
  /** 0 to 1, rounded to thousandths. */
  value: number;
  factors: { name: ChurnFactorName; weight: number; evidence: string[] }[];
}

const dayMs = 86_400_000;
const levels = ['none', 'watch', 'warning', 'critical'] as const;
const thousandths = (value: number) => Math.round(value * 1_000) / 1_000;

/** A sign counts once, whatever the order in which its topic arrived; those beyond memory are dropped. */
export function withSign(signs: readonly ChurnSign[], sign: ChurnSign): ChurnSign[] {
  if (signs.some(({ eventId, kind }) => eventId === sign.eventId && kind === sign.kind))
    return [...signs];
  const newest = signs.reduce((latest, { at }) => Math.max(latest, at), sign.at);
  return [...signs, sign]
    .filter(({ at }) => newest - at <= churnModel.memoryDays * dayMs)
    .sort((a, b) => a.at - b.at || (a.eventId < b.eventId ? -1 : 1))
    .slice(-churnModel.mostSigns);
}

/**
 * The customer's score at an instant, with its reasons. Each factor sums its signs, worn down by time and
 * by satisfied answers since, and is capped at 0.9; factors combine as independent chances (1 - the
 * product of what each leaves). It depends on the set of signs only, not on their order of arrival.
 */
export function scoreChurn(signs: readonly ChurnSign[], tier: Tier, at: number): ChurnScore {
  const found = new Map<ChurnFactorName, { weight: number; evidence: string[] }>();
  const add = (name: ChurnFactorName, sign: ChurnSign) => {
    const factor = found.get(name) ?? { weight: 0, evidence: [] };
    const worn = 0.5 ** (Math.max(0, at - sign.at) / (churnModel.halfLifeDays * dayMs));
    const reliefs = signs.filter(
      (other) => other.kind === 'satisfied' && other.at > sign.at && other.at <= at,
    );
    const relieved = (1 - churnModel.reliefOfSatisfaction) ** reliefs.length;
    factor.weight = Math.min(0.9, factor.weight + churnModel.weights[name] * worn * relieved);
    factor.evidence.push(sign.eventId);
    found.set(name, factor);
  };
  const takenBack = new Set(
    signs.flatMap(({ kind, about }) => (kind === 'breach-corrected' && about ? [about] : [])),
  );
  for (const sign of signs) {
    if (sign.kind === 'satisfied' || sign.kind === 'breach-corrected') continue;
    if (sign.kind === 'sla-breached' && sign.about && takenBack.has(sign.about)) continue;
    if (sign.kind !== 'complaint') add(sign.kind, sign);
    else if (isRepeat(signs, sign)) add('repeat-complaint', sign);
  }
  const isValued = tier === 'vip' || tier === 'key';
  if (isValued && found.size > 0) {
    const strongest = [...found.values()].reduce((a, b) => (b.weight > a.weight ? b : a));
    const weight = Math.min(churnModel.weights['valued-customer'], strongest.weight);
    found.set('valued-customer', { weight, evidence: strongest.evidence.slice(0, 1) });
  }
  const remaining = [...found.values()].reduce((left, { weight }) => left * (1 - weight), 1);
  return {
    value: thousandths(1 - remaining),
    factors: [...found]
      .map(([name, { weight, evidence }]) => ({ name, weight: thousandths(weight), evidence }))
      .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1)),
  };
}

function isRepeat(signs: readonly ChurnSign[], sign: ChurnSign): boolean {
  const since = sign.at - churnModel.repeatWithinDays * dayMs;
  return signs.some(
    (other) =>
      other.kind === 'complaint' &&
      other.eventId !== sign.eventId &&
      other.category === sign.category &&
      other.at >= since &&
      (other.at < sign.at || (other.at === sign.at && other.eventId < sign.eventId)),
  );
}

/** The level of a score: up at a threshold, down only once the score is clearly below it. */
export function levelOf(score: number, previous: ChurnLevel): ChurnLevel {
  const { thresholds, hysteresis } = churnModel;
  const rise = levels.findLast((level) => level === 'none' || score >= thresholds[level])!;
  if (levels.indexOf(rise) >= levels.indexOf(previous)) return rise;
  return levels.findLast(
    (level) =>
      level === 'none' ||
      (levels.indexOf(level) <= levels.indexOf(previous) && score > thresholds[level] - hysteresis),
  )!;
}

export const isRise = (level: ChurnLevel, previous: ChurnLevel): boolean =>
  levels.indexOf(level) > levels.indexOf(previous);

/**
 * When the level falls if nothing else happens, to the hour; undefined at level none. Scores only wear
 * down with time, so the instant is found by halving the span.
 */
export function fallsAt(
  signs: readonly ChurnSign[],
  tier: Tier,
  level: ChurnLevel,
  from: number,
): number | undefined {
  if (level === 'none') return undefined;
  const holds = (at: number) => levelOf(scoreChurn(signs, tier, at).value, level) === level;
  let low = from;
  let high = from + 10 * churnModel.halfLifeDays * dayMs;
  while (high - low > 3_600_000) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}
