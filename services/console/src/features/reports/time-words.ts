/** A span of time in the two units that say most of it, each with its word. */
export interface SpanParts {
  unit: 'days' | 'hours' | 'minutes' | 'seconds';
  /** Of the larger and of the smaller unit. */
  whole: number;
  rest: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
];
const mostTicks = 6;

/** From tick to tick of an axis up to so many seconds: what a clock or a calendar would count by. */
export function timeStep(most: number): number {
  const step = steps.find((one) => most / one <= mostTicks);
  if (step) return step;
  // Days in ones, twos and fives of each power of ten.
  let scale = 1;
  while (most / day / (5 * scale) > mostTicks) scale *= 10;
  const days = [1, 2, 5].find((one) => most / day / (one * scale) <= mostTicks) ?? 5;
  return days * scale * day;
}

/** Whole numbers, rounded towards zero. Work is told in hours, however many; an age in days from two of them on. */
export function spanParts(seconds: number, inDays: boolean): SpanParts {
  const all = Math.floor(Math.abs(seconds));
  const parts = (unit: SpanParts['unit'], size: number, smaller: number): SpanParts => ({
    unit,
    whole: Math.floor(all / size),
    rest: Math.floor((all % size) / smaller),
  });
  if (inDays && all >= 2 * day) return parts('days', day, hour);
  if (all >= hour) return parts('hours', hour, minute);
  return all >= minute ? parts('minutes', minute, 1) : parts('seconds', 1, 1);
}
