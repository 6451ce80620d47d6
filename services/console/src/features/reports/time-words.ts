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
