import type { DayName, Instant } from './calendar-spec.js';
import type { ClockChange, ClockPause } from './clock.js';
import type { CalendarDay, CalendarDays } from './explain-days.js';
import type { PauseReason } from './policy.js';

/**
 * `counted` and `make-up` count, `closed`, `holiday`, `paused` and `rolled` do not; `extension`,
 * `recalculation` and `due` are points in time.
 */
export type SegmentType =
  | 'counted'
  | 'make-up'
  | 'closed'
  | 'holiday'
  | 'paused'
  | 'rolled'
  | 'extension'
  | 'recalculation'
  | 'due';

/** What is said of a segment, by its key in the catalogue of texts. */
export type SegmentLabel =
  | 'counted'
  | 'counted-days'
  | 'counted-plain'
  | 'special-day'
  | 'make-up'
  | 'closed-hours'
  | 'closed-break'
  | 'closed-days'
  | 'holiday'
  | 'paused'
  | 'rolled'
  | 'extension'
  | 'recalculation'
  | 'due';

export interface SegmentParams {
  /** Of a holiday or make-up day, as the calendar names it. */
  name?: DayName;
  /** Working days folded into one segment, and their hours where they all have the same. */
  days?: number;
  hours?: string;
  reason?: PauseReason;
  /** Milliseconds of a pause that would have counted, and those that would not. */
  insideMs?: number;
  outsideMs?: number;
  change?: ClockChange;
}

export interface LedgerSegment {
  readonly type: SegmentType;
  readonly from: Instant;
  to: Instant;
  countedMs: number;
  /** What counted up to the end of this segment. */
  totalMs: number;
  label: SegmentLabel;
  params: SegmentParams;
}

export interface LedgerInput {
  readonly from: Instant;
  readonly to: Instant;
  /** Counts working time; otherwise every millisecond. */
  readonly isWorking: boolean;
  readonly pauses: readonly ClockPause[];
  /** Points in time to be shown, in order. */
  readonly points: readonly { at: Instant; type: SegmentType; change?: ClockChange }[];
  /** What counts at most up to an instant: the rest waits for the next opening there. */
  readonly roll?: { atMostMs: number; until: Instant };
}

const none: SegmentParams = {};

/** Whole days of weekly hours in a row are folded from this many on. */
const foldedDays = 2;

/** The ledger of a span: segments in order that leave no gap, points between them. */
export function buildLedger(input: LedgerInput, days: CalendarDays): LedgerSegment[] {
  return new LedgerBuilder(input, days).build();
}

class LedgerBuilder {
  private readonly segments: LedgerSegment[] = [];
  private total = 0;
  private cursor: Instant;
  /** Whole days of weekly hours that wait to be folded. */
  private run: CalendarDay[] = [];

  constructor(
    private readonly input: LedgerInput,
    private readonly days: CalendarDays,
  ) {
    this.cursor = input.from;
  }

  build(): LedgerSegment[] {
    const { points, to } = this.input;
    for (const { at, type, change } of points) {
      this.reach(Math.min(at, to));
      this.push(type, at, at, 0, type as SegmentLabel, change ? { change } : none);
    }
    this.reach(to);
    return this.segments;
  }

  /** Everything from the cursor up to an instant, pauses told apart. */
  private reach(to: Instant): void {
    for (const { from, to: end = Infinity, reason } of this.input.pauses) {
      if (end <= this.cursor || from >= to) continue;
      if (from > this.cursor) this.count(from);
      this.pause(Math.min(end, to), reason);
    }
    if (to > this.cursor) this.count(to);
  }

  private pause(to: Instant, reason: PauseReason): void {
    const from = this.cursor;
    if (to <= from) return;
    const { isWorking } = this.input;
    const insideMs = isWorking ? this.days.calendar.workingBetween(from, to) : to - from;
    const params = { reason, insideMs, outsideMs: to - from - insideMs };
    this.push('paused', from, to, 0, 'paused', params);
  }

  private count(to: Instant): void {
    if (this.input.isWorking) this.countWorking(to);
    else this.countPlain(to);
  }

  private countPlain(to: Instant): void {
    const from = this.cursor;
    const { roll } = this.input;
    const left = roll && from < roll.until ? roll.atMostMs - this.total : Infinity;
    const end = Math.min(to, from + left);
    if (end > from) this.push('counted', from, end, end - from, 'counted-plain', none);
    if (to > end) this.push('rolled', Math.max(from, end), to, 0, 'rolled', none);
  }

  private countWorking(to: Instant): void {
    const from = this.cursor;
    // Working time of the evening before may reach over midnight.
    let day = this.days.day(this.days.at(from).day - 1);
    for (; day.start < to; day = this.days.day(day.day + 1)) {
      const { spans, kind } = day;
      const first = spans[0];
      if (!first) {
        if (kind === 'holiday' && this.run.length > 0) this.flush();
        continue;
      }
      const last = spans[spans.length - 1]!;
      if (last[1] <= from || first[0] >= to) continue;
      if (kind === 'plain' && first[0] >= from && last[1] <= to) {
        this.run.push(day);
        continue;
      }
      this.flush();
      for (const [start, end] of spans) this.window(day, Math.max(start, from), Math.min(end, to));
    }
    this.flush();
    this.close(to);
  }

  private flush(): void {
    const { run } = this;
    if (run.length === 0) return;
    this.run = [];
    if (run.length < foldedDays) {
      for (const day of run) for (const [start, end] of day.spans) this.window(day, start, end);
      return;
    }
    const opening = run[0]!.spans[0]![0];
    const closing = run[run.length - 1]!.spans.at(-1)![1];
    let countedMs = 0;
    for (const { workedMs } of run) countedMs += workedMs;
    this.close(opening);
    const [{ hours }] = run as [CalendarDay];
    const isSame = run.every((day) => day.hours === hours);
    const params = { days: run.length, ...(isSame && { hours }) };
    this.push('counted', opening, closing, countedMs, 'counted-days', params);
  }

  private window({ kind, name }: CalendarDay, from: Instant, to: Instant): void {
    if (to <= from) return;
    this.close(from);
    const type = kind === 'make-up' ? 'make-up' : 'counted';
    const label = kind === 'make-up' || kind === 'special' ? labels[kind] : 'counted';
    this.push(type, from, to, to - from, label, label === 'counted' ? none : { name });
  }

  /** The time from the cursor to an opening: nights, free days, and each holiday by its name. */
  private close(to: Instant): void {
    const from = this.cursor;
    if (to <= from) return;
    let piece = from;
    let hasFreeDay = false;
    let holiday: DayName | undefined;
    const end = (at: Instant) => {
      if (at <= piece) return;
      if (holiday !== undefined) {
        this.push('holiday', piece, at, 0, 'holiday', { name: holiday });
      } else this.push('closed', piece, at, 0, this.closedLabel(piece, at, hasFreeDay), none);
      piece = at;
      hasFreeDay = false;
    };
    for (let day = this.days.at(from); day.start < to; day = this.days.day(day.day + 1)) {
      const name = day.kind === 'holiday' ? day.name : undefined;
      if (name !== holiday) {
        end(Math.max(from, day.start));
        holiday = name;
      }
      hasFreeDay ||= day.kind === 'off' && day.start >= from && day.end <= to;
    }
    end(to);
  }

  private closedLabel(from: Instant, to: Instant, hasFreeDay: boolean): SegmentLabel {
    if (hasFreeDay) return 'closed-days';
    const { spans } = this.days.at(from);
    const isBreak = spans.length > 1 && from >= spans[0]![1] && to <= spans.at(-1)![0];
    return isBreak ? 'closed-break' : 'closed-hours';
  }

  /** Appends a segment and moves the cursor; working time that goes on without a break is one segment. */
  private push(
    type: SegmentType,
    from: Instant,
    to: Instant,
    countedMs: number,
    label: SegmentLabel,
    params: SegmentParams,
  ): void {
    this.total += countedMs;
    if (to > this.cursor) this.cursor = to;
    const last = this.segments[this.segments.length - 1];
    if (type === 'counted' && last?.type === 'counted' && last.to === from && !params.name) {
      if (!last.params.name) {
        last.to = to;
        last.countedMs += countedMs;
        last.totalMs = this.total;
        last.label = label === 'counted-plain' ? label : 'counted';
        last.params = none;
        return;
      }
    }
    this.segments.push({ type, from, to, countedMs, totalMs: this.total, label, params });
  }
}

const labels = { 'make-up': 'make-up', special: 'special-day' } as const;
