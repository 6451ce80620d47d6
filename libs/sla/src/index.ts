export { BusinessCalendar, CalendarError } from './business-calendar.js';
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
export { pauseReason, policySchema, selectRule } from './policy.js';
export { caseChannels, caseSeverities, caseTiers } from './policy.js';
export type { CaseFacts, PauseReason, Policy, PolicyClock, PolicyRule } from './policy.js';
export { calendarAt, calendarReference, compileCalendars } from './policy-calendars.js';
export { calendarMonth } from './calendar-month.js';
export type { CalendarDay } from './calendar-month.js';
export { calendarProblems } from './calendar-problems.js';
export { levelAt, quietUntil } from './policy-ladder.js';
export type { Ladder, LadderLevel } from './policy-ladder.js';
export type { PolicyProblem } from './policy-problem.js';
export { readPolicyText } from './policy-text.js';
export type { PolicyText } from './policy-text.js';
export { validatePolicy } from './policy-validation.js';
export { defaultPolicy } from './default-policy.js';
export { checkSlaCases, slaCaseFile } from './check-cases.js';
export type { SlaCaseFile, SlaCheck } from './check-cases.js';
