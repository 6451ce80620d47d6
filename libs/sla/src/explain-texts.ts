import type { Budget } from './budget.js';
import type { DayName } from './calendar-spec.js';
import type { WallTime } from './explain-days.js';
import type { SegmentLabel, SegmentParams } from './explain-ledger.js';
import type { PauseReason } from './policy.js';

export const explainLanguages = ['zh-CN', 'en'] as const;
export type ExplainLanguage = (typeof explainLanguages)[number];

/** Puts instants of one clock into words: its zone, and the year its sentence speaks of. */
export interface Speech {
  /** Date and time, the year only where it is another one. */
  moment(at: number): string;
  date(at: number): string;
}

/** A segment with its place in time, as texts need it. */
export interface SpokenSegment {
  label: SegmentLabel;
  params: SegmentParams;
}

/** Pauses of one reason, or holidays of one name, taken together. */
export interface PauseSum {
  reason: PauseReason;
  times: number;
  insideMs: number;
  outsideMs: number;
}

/** Every word of an explanation in one language; nothing else builds sentences. */
export interface ExplainTexts {
  /** `Fri 9 Oct 2026 11:00`; without a year where `withYear` is false. */
  moment(time: WallTime, withYear: boolean): string;
  date(time: WallTime, withYear: boolean): string;
  /** A span of dates, both included. */
  dates(first: WallTime, last: WallTime, withYear: boolean): string;
  zone(tz: string): string;
  duration(ms: number): string;
  /** A duration in which only working time counted. */
  worked(ms: number): string;
  budget(budget: Budget): string;
  /** What the clock was given, from when, on which calendar. */
  terms(budget: Budget, from: string, calendar: string): string;
  head: {
    due(due: string, zone: string): string;
    paused(since: string, zone: string, reason: PauseReason | undefined): string;
    met(stop: string, zone: string, due: string): string;
    breached(due: string, zone: string): string;
    late(due: string, zone: string, stop: string, late: string): string;
    cancelled(stop: string, zone: string): string;
  };
  /** Of working days that were promised outside hours. */
  daysFrom(opening: string): string;
  used(used: string, budget: string): string;
  /** How this language calls a day; '' where nobody said. */
  dayName(name: DayName | undefined): string;
  holiday(name: string, dates: readonly string[]): string;
  moreHolidays(count: number): string;
  makeUp(name: string, date: string): string;
  paused(pause: PauseSum): string;
  rolled: string;
  segment(segment: SpokenSegment, speech: Speech): string;
  sentence(head: string, terms: string, details: readonly string[]): string;
  table: {
    title: string;
    clock: string;
    kinds: Readonly<Record<string, string>>;
    state: string;
    states: Readonly<Record<string, string>>;
    rule: string;
    ruleOf(rule: string, policyVersion: number): string;
    calendar: string;
    budget: string;
    counted: string;
    columns: readonly [string, string, string, string, string];
  };
}
