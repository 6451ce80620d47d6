import type { BusinessCalendar } from './business-calendar.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import type { PauseReason } from './policy.js';

export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** A span in which a clock did not run; the last one has no end while the clock is paused. */
export interface ClockPause {
  readonly from: Instant;
  readonly to?: Instant;
  readonly reason: PauseReason;
}

/** What was changed about a running clock: each makes a new revision, with its due instants before and after. */
export interface ClockChange {
  readonly at: Instant;
  readonly cause: 'priority' | 'severity' | 'tier' | 'codes' | 'policy' | 'calendar' | 'extension';
  readonly before: ClockTerms;
  readonly after: ClockTerms;
  /** The thresholds that the revision before it had reported; absent without any. */
  readonly warned?: readonly number[];
}

export interface ClockTerms {
  /** The whole budget without extensions. */
  readonly budget: Budget;
  /** What approved extensions added to it, in order. */
  readonly extensions: readonly Budget[];
  readonly calendar: string;
  readonly policyVersion: number;
  readonly rule: string;
  readonly dueAt: Instant;
}

/**
 * One SLA clock. A breached clock keeps its verdict; `stoppedAt` then says when the work was done after
 * all. `warned` holds the thresholds already reported for this revision.
 */
export interface Clock {
  readonly clockId: string;
  readonly kind: string;
  readonly stage?: string;
  readonly state: ClockState;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly budget: Budget;
  /** `id@version` of the calendar it is pinned to. */
  readonly calendar: string;
  readonly thresholds: readonly number[];
  readonly warned: readonly number[];
  readonly revision: number;
  readonly stoppedAt?: Instant;
  /** In order, never overlapping; absent on a clock that was never paused. */
  readonly pauses?: readonly ClockPause[];
  /** In order; absent on a clock that was never changed. */
  readonly changes?: readonly ClockChange[];
  /** What approved extensions have added so far; absent without any. */
  readonly extensions?: readonly Budget[];
  /** The clock it follows after a reopening; that one keeps its verdict. */
  readonly linkedTo?: string;
  /** The policy and rule it runs or ran under; absent where they are its case's. */
  readonly policyVersion?: number;
  readonly rule?: string;
}

/** Finds the calendar a clock is pinned to. @throws when the reference is unknown */
export type CalendarLookup = (reference: string) => BusinessCalendar;

/** Whether a clock still goes towards its due instant, now or after its pause. */
export const isCounting = ({ state }: Clock): boolean => state === 'running' || state === 'paused';
