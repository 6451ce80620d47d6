import * as amendments from './amendment-events.js';
import * as approvals from './approval-events.js';
import * as attachments from './attachment-events.js';
import * as alerts from './alert-events.js';
import * as callbacks from './contact-events.js';
import * as cases from './case-events.js';
import * as clocks from './clock-change-events.js';
import * as complaints from './complaint-events.js';
import * as conflicts from './conflict-events.js';
import * as departments from './department-events.js';
import * as directory from './directory-events.js';
import * as evidence from './evidence-events.js';
import * as inbound from './inbound-events.js';
import * as incidents from './incident-events.js';
import * as major from './major-events.js';
import * as merges from './merge-events.js';
import * as orders from './order-events.js';
import * as overrides from './override-events.js';
import * as parties from './party-events.js';
import * as policies from './policy-events.js';
import * as queues from './queue-events.js';
import * as messages from './message-events.js';
import * as reminders from './reminder-events.js';
import * as repeats from './repeat-events.js';
import * as safety from './safety-events.js';
import * as resolution from './resolution-events.js';
import * as signals from './signal-events.js';
import * as sla from './sla-events.js';
import * as standards from './standard-events.js';
import * as threats from './threat-events.js';
import * as splits from './split-events.js';
import * as triage from './triage-events.js';
import type { AnyEventDefinition } from './inbound-events.js';
import type { EventDefinition } from './define-event.js';

/** Every version of every event that Clearline ever published. */
export const eventCatalogue: readonly EventDefinition[] = [
  complaints.ComplaintRegisteredV1,
  complaints.ComplaintRegistered,
  complaints.ComplaintHistoryRecorded,
  evidence.ComplaintEvidenceGiven,
  splits.ComplaintSplitOff,
  amendments.ComplaintAmended,
  amendments.ComplaintFactsAdded,
  callbacks.CallbackRecorded,
  callbacks.SurveyAnswered,
  directory.CustomerRegistered,
  directory.CustomerUpdated,
  directory.UnitDefined,
  directory.AgentDefined,
  directory.CategoryDefined,
  directory.ProductDefined,
  standards.StandardAnswerPublished,
  standards.QuestionAsked,
  standards.QuestionReviewed,
  standards.QuestionAnswered,
  standards.QuestionOverdue,
  cases.CaseOpened,
  cases.CaseAssignedV1,
  cases.CaseAssigned,
  cases.CaseStageCompleted,
  overrides.CaseStageOverridden,
  evidence.CaseEvidenceAdded,
  triage.CaseTriaged,
  triage.CaseWordingFlagged,
  messages.CaseMessageHeldV1,
  messages.CaseMessageHeld,
  messages.CaseMessageUndone,
  messages.CaseMessageSentV1,
  messages.CaseMessageSent,
  resolution.CaseNoteAdded,
  resolution.CaseApologyRecorded,
  resolution.CaseRemedyOffered,
  resolution.CaseRemedyDecided,
  resolution.CaseRemedyAnswered,
  resolution.CaseCauseFound,
  resolution.CaseActionPlanned,
  resolution.CaseActionOverdue,
  resolution.CaseActionDone,
  resolution.CaseActionMoved,
  resolution.CaseActionDropped,
  resolution.CaseAccountabilityRecorded,
  cases.CaseContactRecordedV1,
  cases.CaseContactRecorded,
  cases.CaseResolved,
  cases.CaseClosedV1,
  cases.CaseClosed,
  cases.CaseReopenedV1,
  cases.CaseReopened,
  cases.CaseWithdrawn,
  cases.CaseHistoryRecorded,
  cases.CaseWentLive,
  cases.CaseFeedbackNotedV1,
  cases.CaseFeedbackNoted,
  cases.CasePolicyChanged,
  cases.CasePriorityChanged,
  cases.CaseSeverityChanged,
  cases.CaseTierChanged,
  cases.CaseCodesAmended,
  departments.CaseTransferred,
  departments.CaseTransferAccepted,
  departments.CaseTransferRefused,
  departments.CaseTransferWithdrawn,
  departments.CaseHandedBack,
  approvals.CaseApprovalAskedV1,
  approvals.CaseApprovalAsked,
  approvals.CaseApprovalOverdueV1,
  approvals.CaseApprovalOverdue,
  approvals.CaseApprovalDecidedV1,
  approvals.CaseApprovalDecided,
  major.CaseTaskForceNamed,
  major.CaseStakeholderMapped,
  threats.CaseThreatsFlagged,
  splits.CaseSplitOff,
  splits.CasePartSplit,
  merges.CaseMerged,
  merges.CaseUnmerged,
  merges.CaseDuplicateJoined,
  merges.CaseDuplicateLeft,
  merges.ClockRestored,
  amendments.CaseComplaintChangedV1,
  amendments.CaseComplaintChanged,
  repeats.CaseRepeatLinked,
  repeats.CaseRepeatRuledOut,
  repeats.CaseRepeatsCounted,
  repeats.CaseJoinRequested,
  repeats.CaseJoinDecided,
  incidents.CaseIncidentJoined,
  incidents.CaseIncidentLeft,
  incidents.CaseIncidentGrown,
  incidents.CaseIncidentShrunk,
  queues.CaseQueueChanged,
  queues.CaseHandlingRecorded,
  attachments.CaseFileAttached,
  attachments.CaseFileRemoved,
  conflicts.CaseAccusedNamed,
  reminders.CaseRemindersSnoozed,
  reminders.CaseRemindersResumed,
  orders.CaseOrderGivenV1,
  orders.CaseOrderGiven,
  orders.CaseOrderOverdue,
  orders.CaseOrderAnswered,
  orders.CaseOrderDeclined,
  orders.CaseOrderDropped,
  orders.CaseProblemMarkedV1,
  orders.CaseProblemMarked,
  safety.CaseLeftForSafety,
  safety.CaseSafetyTaken,
  safety.CaseSafetyReported,
  safety.CaseSafetySubmitted,
  safety.CaseSafetyEnded,
  parties.CasePartyNamedV1,
  parties.CasePartyNamed,
  parties.CasePartyDroppedV1,
  parties.CasePartyDropped,
  sla.ClockStarted,
  sla.WarningReached,
  sla.ClockBreached,
  sla.ClockMet,
  sla.ClockStoppedLate,
  sla.ClockCancelled,
  clocks.ClockPausedV1,
  clocks.ClockPaused,
  clocks.ClockResumedV1,
  clocks.ClockResumed,
  clocks.ClockRecalculatedV1,
  clocks.ClockRecalculated,
  clocks.ExtensionRequested,
  clocks.ExtensionApproved,
  clocks.ExtensionRefused,
  clocks.VerdictCorrected,
  sla.ClockJudged,
  alerts.AlertRaisedV1,
  alerts.AlertRaisedV2,
  alerts.AlertRaisedV3,
  alerts.AlertRaised,
  alerts.AlertHeldV1,
  alerts.AlertHeldV2,
  alerts.AlertHeld,
  alerts.AlertClimbedV1,
  alerts.AlertClimbedV2,
  alerts.AlertClimbed,
  alerts.AlertAcknowledged,
  policies.PolicyPublished,
  signals.SatisfactionScored,
  signals.ChurnWarned,
  signals.ChurnCleared,
];

/** Every version of what other systems publish to the inbound topics. */
export const inboundCatalogue: readonly AnyEventDefinition[] = [
  inbound.InboundComplaint,
  inbound.InboundCallback,
  inbound.InboundSurvey,
  inbound.InboundCustomer,
];

const byType = new Map<string, AnyEventDefinition>(
  [...eventCatalogue, ...inboundCatalogue].map((definition) => [definition.type, definition]),
);

/** The definition of a type such as `clearline.case.opened.v1`, or undefined when no contract names it. */
export function findEvent(type: string): AnyEventDefinition | undefined {
  return byType.get(type);
}
