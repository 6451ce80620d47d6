export { dateIn, dayOf, isZone } from './zone.js';
export { BusinessCalendar, CalendarError } from './business-calendar.js';
export type { WorkingInterval } from './business-calendar.js';
export { calendarProblems } from './calendar-problems.js';
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
export { clockStanding, consumedMinutes, pausedSince, thresholdInstant } from './clock-measure.js';
export type { ClockStanding } from './clock-measure.js';
export { endPause, isPausableKind, mayPause, pauseClock, resumeClock } from './clock-pause.js';
export { extendClock, recalculate } from './clock-recalculate.js';
export type { ClockOrigin, NewTerms } from './clock-recalculate.js';
export { rulingClock } from './clock-ruling.js';
export { isCounting } from './clock-state.js';
export { pauseReason, policySchema, selectRule } from './policy.js';
export type { PauseReason, Policy, PolicyClock, PolicyRule } from './policy.js';
export { caseChannels, caseSeverities, caseThreats, caseTiers } from './policy-match.js';
export type { CaseFacts } from './policy-match.js';
export { selectQueue } from './policy-queues.js';
export type { PolicyQueue } from './policy-queues.js';
export { calendarAt, calendarReference, compileCalendars } from './policy-calendars.js';
export { calendarMonth } from './calendar-month.js';
export type { CalendarDay } from './calendar-month.js';
export { chainWarnings, ladderChains, triggerChains } from './ladder-chain.js';
export type { ChainStep, OnLadder, PassedLevel, Reach } from './ladder-chain.js';
export { comingSteps } from './ladder-climb.js';
export type { ComingStep, LadderClimb, LadderStep } from './ladder-climb.js';
export { levelAt, quietUntil } from './policy-ladder.js';
export type { Ladder, LadderLevel } from './policy-ladder.js';
export { causeOfTrigger, triggersFired } from './policy-triggers.js';
export type { PolicyTrigger, TriggerFacts } from './policy-triggers.js';
export type { PolicyProblem } from './policy-problem.js';
export { fourEyesCommands, fourEyesFor } from './policy-oversight.js';
export type { FourEyesRule, OversightFacts } from './policy-oversight.js';
export { authorityOf } from './policy-resolution.js';
export type { AuthorityLimit, RootCause } from './policy-resolution.js';
export { readPolicyText } from './policy-text.js';
export type { PolicyText } from './policy-text.js';
export { validatePolicy } from './policy-validation.js';
export { defaultPolicy } from './default-policy.js';
export { checkSlaCases, SlaCasesError } from './check-cases.js';
export type { Boundary, SlaCheck } from './check-cases.js';
export { countsWorkingTime, explainClock } from './explain.js';
export type { ClockExplanation, ExplainedTerms } from './explain.js';
export type { LedgerSegment, SegmentLabel, SegmentType } from './explain-ledger.js';
export { explainLanguages } from './explain-texts.js';
export type { ExplainLanguage } from './explain-texts.js';
export { budgetInWords, explainSentence } from './explain-words.js';
export { printExplanation, toExplanationView } from './explain-print.js';
export type { ExplanationView, SegmentView } from './explain-print.js';
export { budgetTextHelp, formatBudget, parseBudget } from './budget-text.js';
export { dueWithPauses } from './pause-replay.js';
export {
  fromRecordedCells,
  recordedClock,
  recordedColumns,
  RecordedRowError,
  toRecordedCells,
} from './recorded-clock.js';
export type { RecordedCells, RecordedClock } from './recorded-clock.js';
export { WhatIf } from './what-if.js';
export type { WhatIfFlip, WhatIfOptions, WhatIfResult } from './what-if.js';
export type { WhatIfGroup } from './what-if-counts.js';
