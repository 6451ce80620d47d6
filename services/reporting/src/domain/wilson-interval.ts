/** A share with its uncertainty; undefined bounds where nothing was counted. */
export interface Share {
  n: number;
  rate: number | null;
  low: number | null;
  high: number | null;
}

const z95 = 1.959963984540054;

/**
 * The share of `hits` in `n` with its Wilson score interval at 95 % (E. B. Wilson, JASA 22, 1927):
 * unlike the normal approximation it stays inside 0..1 and is honest at small n.
 */
export function wilsonShare(hits: number, n: number): Share {
  if (n === 0) return { n, rate: null, low: null, high: null };
  const rate = hits / n;
  const square = z95 * z95;
  const centre = rate + square / (2 * n);
  const margin = z95 * Math.sqrt((rate * (1 - rate) + square / (4 * n)) / n);
  const whole = 1 + square / n;
  // The rate is left as it is, for whoever shows it to round it once; an interval is no better than the sums behind it.
  const round = (value: number) => Math.round(value * 1e8) / 1e8;
  return {
    n,
    rate,
    low: Math.max(0, round((centre - margin) / whole)),
    high: Math.min(1, round((centre + margin) / whole)),
  };
}

export const isShare = (value: unknown): value is Share =>
  typeof value === 'object' && value !== null && 'n' in value && 'rate' in value;

/** Below this many answers a satisfaction figure says `insufficient` instead of looking exact. */
export const sufficientAnswers = 30;
