export { BusinessCalendar, CalendarError } from './business-calendar.js';
export { calendarSpec } from './calendar-spec.js';
export type { CalendarSpec, Instant } from './calendar-spec.js';
export { budget, dueInstant, minutesUsed, shareInstant } from './budget.js';
export type { Budget } from './budget.js';
export {
  cancelClock,
  correctVerdict,
  nextInstant,
  startClock,
  stopClock,
  tickClock,
  upcomingFirings,
} from './clock.js';
export type {
  CalendarLookup,
  Clock as SlaClock,
  ClockChange,
  ClockFiring,
  ClockPause,
  ClockStart,
  ClockState,
  ClockTerms,
} from './clock.js';
export { clockStanding, consumedMinutes, thresholdInstant } from './clock-measure.js';
export type { ClockStanding } from './clock-measure.js';
export { endPause, isPausableKind, mayPause, pauseClock, resumeClock } from './clock-pause.js';
export { extendClock, recalculate } from './clock-recalculate.js';
export type { ClockOrigin, NewTerms } from './clock-recalculate.js';
export { rulingClock } from './clock-ruling.js';
export {
  calendarReference,
  compileCalendars,
  pauseReason,
  policySchema,
  selectRule,
  validatePolicy,
} from './policy.js';
export type {
  CaseFacts,
  PauseReason,
  Policy,
  PolicyClock,
  PolicyProblem,
  PolicyRule,
} from './policy.js';
export { defaultPolicy } from './default-policy.js';
export { checkSlaCases, slaCaseFile } from './check-cases.js';
export type { SlaCaseFile, SlaCheck } from './check-cases.js';
