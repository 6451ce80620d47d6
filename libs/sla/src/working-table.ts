import type { Instant } from './calendar-spec.js';
import { dayMs } from './zone.js';
import type { DayNumber, Zone } from './zone.js';

/** Hours of a day in milliseconds since its midnight, from and to in turn; beyond 24 h into the next day. */
export type DayHours = readonly number[];

/** Steps taken one by one before a range is halved instead. */
const fewSteps = 8;

/**
 * The working intervals of a range of days as typed arrays with prefix sums. Every question is answered
 * by an index, of intervals per UTC day, of intervals per even share of the working time, of working days
 * per day, and a few steps from there: flat in the span asked for.
 *
 * An instant is working time when the clock on the wall shows a time within the hours of a day. So hours
 * that fall into a gap are lost, and those that a fold repeats count twice.
 */
export class WorkingTable {
  /** Interval i is `[starts[i], ends[i])`, and belongs to the day `owners[i]`. In order, never overlapping. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly owners: Int32Array;
  /** Working milliseconds before interval i; one longer than the others. */
  readonly sums: Float64Array;
  /** The days that have working time of their own, and when each one closes at last. */
  readonly workdays: Int32Array;
  readonly closings: Float64Array;
  readonly total: number;
  /** Answers about instants from `from` until `until` are exact: no window of a day outside reaches in. */
  readonly from: Instant;
  readonly until: Instant;
  /** Per UTC day the first interval that ends after its start; per day of the zone the working days before. */
  private readonly byDay: Int32Array;
  private readonly ranks: Int32Array;
  private readonly bySum: Int32Array;
  private readonly sumWidth: number;

  constructor(
    readonly firstDay: DayNumber,
    /** The first day that is not in the table any more. */
    readonly endDay: DayNumber,
    zone: Zone,
    hoursOf: (day: DayNumber) => DayHours,
  ) {
    this.from = (firstDay + 3) * dayMs;
    this.until = (endDay - 2) * dayMs;
    const made = collectIntervals(firstDay, endDay, zone, hoursOf);
    const count = made.starts.length;
    const workdayCount = made.workdays.length;
    const dayCount = endDay - firstDay + 1;
    // One buffer for all: sixty thousand small calendars would otherwise spend their time on allocation.
    const words = 2 * (3 * count + 1 + workdayCount) + 2 * count + 2 + workdayCount + 2 * dayCount;
    const { buffer } = new Float64Array((words + 1) >>> 1);
    let used = 0;
    const doubles = (length: number) =>
      new Float64Array(buffer, (used += 8 * length) - 8 * length, length);
    const integers = (length: number) =>
      new Int32Array(buffer, (used += 4 * length) - 4 * length, length);
    this.starts = doubles(count);
    this.ends = doubles(count);
    this.sums = doubles(count + 1);
    this.closings = doubles(workdayCount);
    this.owners = integers(count);
    this.workdays = integers(workdayCount);
    this.ranks = integers(dayCount);
    this.byDay = integers(dayCount);
    this.bySum = integers(count + 2);

    this.starts.set(made.starts);
    this.ends.set(made.ends);
    this.owners.set(made.owners);
    this.workdays.set(made.workdays);
    this.closings.set(made.closings);
    for (let i = 0; i < count; i += 1) {
      this.sums[i + 1] = this.sums[i]! + this.ends[i]! - this.starts[i]!;
    }
    this.total = this.sums[count]!;
    for (let day = 0, i = 0, rank = 0; day < dayCount; day += 1) {
      while (i < count && this.ends[i]! <= (firstDay + day) * dayMs) i += 1;
      while (rank < workdayCount && this.workdays[rank]! < firstDay + day) rank += 1;
      this.byDay[day] = i;
      this.ranks[day] = rank;
    }
    this.sumWidth = Math.max(1, this.total / Math.max(1, count));
    for (let share = 0, i = 0; share < this.bySum.length; share += 1) {
      while (i < count && this.sums[i + 1]! < share * this.sumWidth) i += 1;
      this.bySum[share] = i;
    }
  }

  /** The interval an instant is in, otherwise the next one; the number of intervals when there is none. */
  intervalAt(instant: Instant): number {
    const { ends, byDay } = this;
    const day = Math.floor(instant / dayMs) - this.firstDay;
    let low = byDay[day]!;
    let high = byDay[day + 1] ?? ends.length;
    while (high - low > fewSteps) {
      const middle = (low + high) >>> 1;
      if (ends[middle]! <= instant) low = middle + 1;
      else high = middle;
    }
    while (low < ends.length && ends[low]! <= instant) low += 1;
    return low;
  }

  /** Working milliseconds before an instant of which `interval` is `intervalAt`. */
  workedBefore(instant: Instant, interval: number): number {
    const start = this.starts[interval];
    const sum = this.sums[interval]!;
    return start !== undefined && instant > start ? sum + instant - start : sum;
  }

  /** The instant at which so many working milliseconds of the table are used up; 0 < `worked` <= `total`. */
  instantAtSum(worked: number): Instant {
    const { sums, bySum } = this;
    const share = Math.floor(worked / this.sumWidth);
    let low = bySum[share]!;
    let high = bySum[share + 1] ?? sums.length - 2;
    while (high - low > fewSteps) {
      const middle = (low + high) >>> 1;
      if (sums[middle + 1]! < worked) low = middle + 1;
      else high = middle;
    }
    while (sums[low + 1]! < worked) low += 1;
    // A share's edge is rounded: the interval before may reach the sum already.
    while (low > 0 && sums[low]! >= worked) low -= 1;
    return this.starts[low]! + (worked - sums[low]!);
  }

  /** How many working days of the table are before a day in it. */
  rankOf(day: DayNumber): number {
    return this.ranks[day - this.firstDay]!;
  }
}

interface Intervals {
  starts: number[];
  ends: number[];
  owners: number[];
  workdays: number[];
  closings: number[];
}

function collectIntervals(
  firstDay: DayNumber,
  endDay: DayNumber,
  zone: Zone,
  hoursOf: (day: DayNumber) => DayHours,
): Intervals {
  zone.cover((firstDay - 2) * dayMs, (endDay + 3) * dayMs);
  const { starts: spanStarts, offsets } = zone;
  const starts: number[] = [];
  const ends: number[] = [];
  const owners: number[] = [];
  let isInOrder = true;
  let lastEnd = -Infinity;
  const add = (day: DayNumber, start: Instant, end: Instant): void => {
    if (end <= start) return;
    const last = starts.length - 1;
    if (start === lastEnd && owners[last] === day) {
      ends[last] = lastEnd = end;
      return;
    }
    if (start < lastEnd) isInOrder = false;
    starts.push(start);
    ends.push(end);
    owners.push(day);
    lastEnd = end;
  };

  let span = zone.spanAt((firstDay - 1) * dayMs);
  for (let day = firstDay; day < endDay; day += 1) {
    const hours = hoursOf(day);
    if (hours.length === 0) continue;
    const midnight = day * dayMs;
    while (span + 1 < spanStarts.length && spanStarts[span + 1]! + offsets[span]! <= midnight) {
      span += 1;
    }
    const offset = offsets[span]!;
    const before = span === 0 ? offset : Math.max(offset, offsets[span - 1]!);
    const after = span + 1 < offsets.length ? Math.min(offset, offsets[span + 1]!) : offset;
    // What the wall shows in this span alone; beyond, each span is asked for its part.
    const shownFrom = spanStarts[span]! + before;
    const shownUntil = (spanStarts[span + 1] ?? Infinity) + after;
    for (let i = 0; i < hours.length; i += 2) {
      const from = midnight + hours[i]!;
      const to = midnight + hours[i + 1]!;
      if (from >= shownFrom && to <= shownUntil) {
        add(day, from - offset, to - offset);
        continue;
      }
      for (let k = Math.max(0, span - 1); k < offsets.length; k += 1) {
        if (spanStarts[k]! + offsets[k]! >= to) break;
        const spanEnd = spanStarts[k + 1] ?? Infinity;
        add(day, Math.max(from - offsets[k]!, spanStarts[k]!), Math.min(to - offsets[k]!, spanEnd));
      }
    }
  }
  const order = isInOrder ? undefined : starts.map((_, i) => i);
  order?.sort((a, b) => starts[a]! - starts[b]!);
  const kept = order ? withoutOverlaps(order, starts, ends, owners) : { starts, ends, owners };
  return { ...kept, ...workdaysOf(kept) };
}

/** The days that own an interval; one whose hours an earlier night shift covers altogether does not. */
function workdaysOf({ ends, owners }: Pick<Intervals, 'ends' | 'owners'>) {
  const workdays: number[] = [];
  const closings: number[] = [];
  owners.forEach((owner, i) => {
    let at = workdays.length - 1;
    if (at < 0 || owner > workdays[at]!) {
      workdays.push(owner);
      closings.push(ends[i]!);
      return;
    }
    // A clock put back over midnight shows the end of a day after the first minutes of the next.
    while (workdays[at]! > owner) at -= 1;
    closings[at] = Math.max(closings[at]!, ends[i]!);
  });
  return { workdays, closings };
}

/** Time that two windows share counts once, for the one that began earlier. */
function withoutOverlaps(
  order: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
  owners: readonly number[],
) {
  const kept = { starts: [] as number[], ends: [] as number[], owners: [] as number[] };
  let until = -Infinity;
  for (const i of order) {
    if (ends[i]! <= until) continue;
    kept.starts.push(Math.max(starts[i]!, until));
    kept.ends.push((until = ends[i]!));
    kept.owners.push(owners[i]!);
  }
  return kept;
}
