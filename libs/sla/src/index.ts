export { BusinessCalendar, CalendarError } from './business-calendar.js';
export type { WorkingInterval } from './business-calendar.js';
export { calendarProblems } from './calendar-problems.js';
export type { CalendarProblem } from './calendar-problems.js';
export { calendarSpec } from './calendar-spec.js';
export type { CalendarSpec, Instant } from './calendar-spec.js';
export { budget, dueInstant, minutesUsed, shareInstant } from './budget.js';
export type { Budget } from './budget.js';
export {
  cancelClock,
  consumedMinutes,
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
export { checkSlaCases, SlaCasesError } from './check-cases.js';
export type { Boundary, SlaCheck } from './check-cases.js';
