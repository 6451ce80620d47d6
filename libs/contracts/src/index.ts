export { topics, topicWriters, inboundTopics, sealsTopic } from './topics.js';
export type { InboundTopic, Topic, WriterService } from './topics.js';
export {
  caseReference,
  caseStage,
  caseStatus,
  channel,
  clockKind,
  clockState,
  code,
  dimensions,
  envelope,
  isoInstant,
  party,
  role,
  severity,
  threat,
  tier,
  uuid,
} from './primitives.js';
export type {
  AlertCause,
  CaseStage,
  CaseStatus,
  Channel,
  ClockKind,
  ClockState,
  Dimensions,
  Envelope,
  Role,
  Severity,
  Threat,
  Tier,
} from './primitives.js';
export { defineEvent } from './events/define-event.js';
export type { DataOf, EventDefinition } from './events/define-event.js';
export {
  ComplaintHistoryRecorded,
  ComplaintRegistered,
  ComplaintRegisteredV1,
} from './events/complaint-events.js';
export { CaseEvidenceAdded, ComplaintEvidenceGiven } from './events/evidence-events.js';
export { CaseTriaged, CaseWordingFlagged } from './events/triage-events.js';
export { CaseMessageHeld, CaseMessageSent, CaseMessageUndone } from './events/message-events.js';
export type { MessageKind } from './events/message-events.js';
export {
  CaseAccountabilityRecorded,
  CaseActionDone,
  CaseActionDropped,
  CaseActionMoved,
  CaseActionOverdue,
  CaseActionPlanned,
  CaseApologyRecorded,
  CaseCauseFound,
  CaseNoteAdded,
  CaseRemedyAnswered,
  CaseRemedyDecided,
  CaseRemedyOffered,
} from './events/resolution-events.js';
export {
  actionListQuery,
  authorityView,
  resolutionCommandBodies,
} from './api/resolution-bodies.js';
export type {
  ActionListQuery,
  ActionView,
  AuthorityView,
  ResolutionView,
} from './api/resolution-bodies.js';
export type {
  AccountabilityFinding,
  AccountabilitySanction,
  RemedyAnswer,
  RemedyKind,
} from './api/resolution-codes.js';
export {
  CaseOrderAnswered,
  CaseOrderDeclined,
  CaseOrderDropped,
  CaseOrderGiven,
  CaseOrderOverdue,
  CaseProblemMarked,
} from './events/order-events.js';
export { orderListQuery } from './api/order-bodies.js';
export type { CaseOrdersView, OrderListQuery, OrderView } from './api/order-bodies.js';
export type { OrderKind, OrderMatter, OrderStatus, ProblemKind } from './api/order-codes.js';
export {
  CaseLeftForSafety,
  CaseSafetyEnded,
  CaseSafetyReported,
  CaseSafetySubmitted,
  CaseSafetyTaken,
} from './events/safety-events.js';
export { CasePartyDropped, CasePartyNamed } from './events/party-events.js';
export type { PartiesView, PartyFacts } from './api/party-bodies.js';
export type { PartyRole } from './api/party-codes.js';
export { safetyListQuery } from './api/safety-bodies.js';
export type { SafetyListItem, SafetyListQuery, SafetyView } from './api/safety-bodies.js';
export type {
  SafetyCause,
  SafetyFinding,
  SafetyOutcome,
  SafetyRecipient,
  SafetyReporter,
  Seriousness,
} from './api/safety-codes.js';
export { CallbackRecorded, SurveyAnswered } from './events/contact-events.js';
export type { SurveyAnswers } from './events/contact-events.js';
export {
  AgentDefined,
  CategoryDefined,
  CustomerRegistered,
  CustomerUpdated,
  ProductDefined,
  UnitDefined,
} from './events/directory-events.js';
export {
  CaseAssigned,
  CaseClosed,
  CaseContactRecorded,
  CaseFeedbackNoted,
  CaseHistoryRecorded,
  CaseOpened,
  CasePolicyChanged,
  CasePriorityChanged,
  CaseReopened,
  CaseResolved,
  CaseSeverityChanged,
  CaseStageCompleted,
  CaseTierChanged,
  CaseCodesAmended,
  CaseWentLive,
  CaseWithdrawn,
} from './events/case-events.js';
export {
  CaseHandedBack,
  CaseTransferAccepted,
  CaseTransferRefused,
  CaseTransferWithdrawn,
  CaseTransferred,
} from './events/department-events.js';
export { CaseAccusedNamed } from './events/conflict-events.js';
export { CaseRemindersResumed, CaseRemindersSnoozed } from './events/reminder-events.js';
export {
  CaseDuplicateJoined,
  CaseDuplicateLeft,
  CaseMerged,
  CaseUnmerged,
  ClockRestored,
} from './events/merge-events.js';
export {
  CaseIncidentGrown,
  CaseIncidentJoined,
  CaseIncidentLeft,
  CaseIncidentShrunk,
} from './events/incident-events.js';
export {
  CaseComplaintChanged,
  ComplaintAmended,
  ComplaintFactsAdded,
} from './events/amendment-events.js';
export { addedFactsBody, amendmentBody } from './api/amendment-bodies.js';
export type { AddedFactsBody, AmendmentBody, ComplaintChangeView } from './api/amendment-bodies.js';
export {
  CaseJoinDecided,
  CaseJoinRequested,
  CaseRepeatLinked,
  CaseRepeatRuledOut,
  CaseRepeatsCounted,
} from './events/repeat-events.js';
export { extensionRequestListQuery } from './api/extension-bodies.js';
export type { ExtensionRequestListQuery, WaitingExtensionView } from './api/extension-bodies.js';
export { joinRequestBody, joinRequestListQuery } from './api/repeat-command-bodies.js';
export type {
  JoinRequestBody,
  JoinRequestListQuery,
  JoinRequestView,
  WaitingJoinView,
} from './api/repeat-command-bodies.js';
export { workloadQuery } from './api/workload-bodies.js';
export type {
  DueClock,
  DueTask,
  IncidentListView,
  WorkloadQuery,
  WorkloadView,
} from './api/workload-bodies.js';
export { incidentAnswerBody, writtenChannel } from './api/incident-answer-bodies.js';
export type { IncidentAnswerBody, IncidentAnswerView } from './api/incident-answer-bodies.js';
export { incidentCommandBody } from './api/incident-bodies.js';
export type { IncidentCommandBody, IncidentView } from './api/incident-bodies.js';
export { CasePartSplit, CaseSplitOff, ComplaintSplitOff } from './events/split-events.js';
export { CaseThreatsFlagged } from './events/threat-events.js';
export { customersEvidence, findThreats, findThreatSigns } from './threat-words.js';
export { splitBody } from './api/split-bodies.js';
export type { SplitBody } from './api/split-bodies.js';
export {
  CaseApprovalAsked,
  CaseApprovalDecided,
  CaseApprovalOverdue,
} from './events/approval-events.js';
export { approvalCommand } from './api/approval-codes.js';
export type { ApprovalCommandName, ApprovalRole } from './api/approval-codes.js';
export { approvalListQuery } from './api/approval-bodies.js';
export type { ApprovalListQuery, ApprovalView, CaseApprovalsView } from './api/approval-bodies.js';
export { CaseStageOverridden } from './events/override-events.js';
export { CaseStakeholderMapped, CaseTaskForceNamed } from './events/major-events.js';
export type { StakeholderKind, StakeholderStance, TaskForceRole } from './api/major-codes.js';
export type { TaskForceView } from './api/major-bodies.js';
export { CaseFileAttached, CaseFileRemoved } from './events/attachment-events.js';
export { attachmentHeaders, attachmentLimits } from './api/attachment-bodies.js';
export type { AttachmentView, CaseAttachmentsView } from './api/attachment-bodies.js';
export { attachmentRemovalReason, attachmentType } from './api/attachment-codes.js';
export type { AttachmentRemovalReason, AttachmentType } from './api/attachment-codes.js';
export { presenceBody, presenceHeldSeconds, presenceQuery } from './api/presence-bodies.js';
export { caseStreamQuery, streamQuery } from './api/stream-queries.js';
export type { CaseStreamQuery, StreamQuery } from './api/stream-queries.js';
export type {
  PresenceBody,
  PresenceHeldView,
  PresenceQuery,
  PresenceView,
  SeenMark,
} from './api/presence-bodies.js';
export {
  actionDropReason,
  actionMoveReason,
  amendReason,
  assignReason,
  closeReason,
  extensionReason,
  mergeReason,
  noRepeatReason,
  overrideReason,
  pauseReason,
  readReason,
  refusalReason,
  reopenReason,
  snoozeReason,
  transferReason,
  transferRefusalReason,
  unmergeReason,
} from './reasons.js';
export type {
  ActionDropReason,
  ActionMoveReason,
  AmendReason,
  AssignReason,
  ClosedReason,
  ExtensionReason,
  MergeReason,
  NoRepeatReason,
  OverrideReason,
  PauseReason,
  RefusalReason,
  SnoozeReason,
  TransferReason,
  TransferRefusalReason,
  ReopenedReason,
  SplitReason,
  UnmergeReason,
} from './reasons.js';
export type { ClockFacts } from './events/case-events.js';
export {
  ClockBreached,
  ClockCancelled,
  ClockJudged,
  ClockMet,
  ClockStarted,
  ClockStoppedLate,
  WarningReached,
} from './events/sla-events.js';
export {
  AlertAcknowledged,
  AlertClimbed,
  AlertClimbedV1,
  AlertClimbedV2,
  AlertHeld,
  AlertRaised,
  AlertRaisedV1,
  AlertRaisedV2,
  AlertRaisedV3,
} from './events/alert-events.js';
export { PolicyPublished } from './events/policy-events.js';
export {
  ClockPaused,
  ClockRecalculated,
  ClockResumed,
  ExtensionApproved,
  ExtensionRefused,
  ExtensionRequested,
  VerdictCorrected,
} from './events/clock-change-events.js';
export {
  ChurnCleared,
  ChurnWarned,
  SatisfactionScored,
  churnFactorNames,
} from './events/signal-events.js';
export type { ChurnFactorName } from './events/signal-events.js';
export type { ChurnStandingView } from './api/churn-bodies.js';
export {
  InboundCallback,
  InboundComplaint,
  InboundCustomer,
  InboundSurvey,
} from './events/inbound-events.js';
export type { AnyEventDefinition } from './events/inbound-events.js';
export { eventCatalogue, findEvent, inboundCatalogue } from './events/catalogue.js';
export { ContractError, describeIssues, liftEvent, parseEvent } from './events/parse-event.js';
export {
  callbackBody,
  complaintBody,
  customerBody,
  customerChange,
  customerImportBody,
  customerListQuery,
  customerReference,
  customerView,
  surveyBody,
} from './api/intake-bodies.js';
export type {
  CallbackBody,
  ComplaintBody,
  ComplaintView,
  CustomerBody,
  CustomerImportBody,
  CustomerImportView,
  CustomerListQuery,
  SurveyBody,
} from './api/intake-bodies.js';
export { caseAccessQuery, caseAccessView } from './api/access-query.js';
export type { CaseAccessQuery, CaseAccessView } from './api/access-query.js';
export { complaintSearchQuery } from './api/search-query.js';
export type { ComplaintSearchQuery } from './api/search-query.js';
export { categoryQuestion } from './api/suggestion-bodies.js';
export type { CategorySuggestions } from './api/suggestion-bodies.js';
export { caseRepeatsView, repeatQuery, repeatsView } from './api/repeat-bodies.js';
export type {
  CaseRepeatsView,
  RepeatAnswer,
  RepeatReason,
  RepeatsView,
  RepeatView,
} from './api/repeat-bodies.js';
export { callerQuery, caseStatusBody } from './api/lookup-bodies.js';
export type { CallerQuery, CaseStatusBody, CaseStatusView } from './api/lookup-bodies.js';
export {
  definitionHistoryQuery,
  directoryKind,
  organisationBody,
  organisationImportBody,
  organisationView,
} from './api/organisation-bodies.js';
export type {
  DefinitionHistoryQuery,
  DefinitionHistoryView,
  OrganisationBody,
  OrganisationImportBody,
  OrganisationImportView,
} from './api/organisation-bodies.js';
export {
  apiKeyBody,
  loginBody,
  passwordBody,
  userBody,
  userChangeBody,
} from './api/access-bodies.js';
export type {
  AccountSessionView,
  PersonView,
  SessionView,
  UserChangeBody,
} from './api/access-bodies.js';
export type { FirstRunView, InstallationView } from './api/first-run-bodies.js';
export { savedViewBody, sharingRoles } from './api/saved-view-bodies.js';
export type { SavedViewBody, SavedViewView } from './api/saved-view-bodies.js';
export {
  orderDimensions,
  ownGroupings,
  reportCasesQuery,
  reportDimensions,
  reportQuery,
  reportTimes,
  reportTrees,
} from './api/report-query.js';
export type {
  OrderDimension,
  OwnGrouping,
  ReportCasesQuery,
  ReportQuery,
  ReportTree,
} from './api/report-query.js';
export { alertListQuery, caseListQuery } from './api/list-queries.js';
export type { AlertListQuery, CaseListQuery } from './api/list-queries.js';
export {
  alertView,
  caseCommandBodies,
  caseView,
  clockView,
  personalViewView,
} from './api/case-bodies.js';
export { dutyBody, dutyNowQuery, dutyPublishQuery } from './api/duty-bodies.js';
export type {
  CalledPerson,
  DutyBody,
  DutyNowQuery,
  DutyNowView,
  DutyPublishQuery,
  DutyView,
} from './api/duty-bodies.js';
export { coachBody, coachCheck, coachPublishQuery } from './api/coach-bodies.js';
export type {
  CoachAdvice,
  CoachBody,
  CoachPublishQuery,
  CoachView,
  ComplaintTier,
  CustomerType,
  Language,
  WordingFinding,
} from './api/coach-bodies.js';
export {
  draftBody,
  draftDropQuery,
  noteDraftBody,
  templatesBody,
  templatesPublishQuery,
} from './api/template-bodies.js';
export { messageMailListQuery } from './api/message-mail-bodies.js';
export type { MessageMailListQuery, MessageMailView } from './api/message-mail-bodies.js';
export type {
  DraftBody,
  DraftDropQuery,
  DraftKeptView,
  DraftView,
  NoteDraftBody,
  NoteDraftView,
  TemplatesBody,
  TemplatesPublishQuery,
  TemplatesView,
} from './api/template-bodies.js';
export { intakeDraftBody, intakeDraftDropQuery } from './api/intake-draft-bodies.js';
export type {
  IntakeDraftBody,
  IntakeDraftDropQuery,
  IntakeDraftKept,
  IntakeDraftView,
  IntakeForm,
} from './api/intake-draft-bodies.js';
export { evidenceTextNames, stageEvidenceBodies } from './api/evidence-bodies.js';
export type { EvidenceByStage, EvidenceStage } from './api/evidence-bodies.js';
export type {
  AlertView,
  CaseCommandName,
  CaseView,
  ClockView,
  PersonalViewView,
  TimelineEntry,
} from './api/case-bodies.js';
export { channelBody, mailListQuery } from './api/channel-bodies.js';
export type {
  ChannelBody,
  ChannelView,
  LinkAnswer,
  MailListQuery,
  MailView,
} from './api/channel-bodies.js';
export {
  deliveryListQuery,
  deliveryRedrive,
  subscriptionBody,
  subscriptionChange,
  unversioned,
} from './api/subscription-bodies.js';
export type {
  DeliveryListQuery,
  DeliveryRedrive,
  DeliveryView,
  SubscriptionBody,
  SubscriptionChange,
  SubscriptionMade,
  SubscriptionView,
} from './api/subscription-bodies.js';
export { commandRoles, mayCommand } from './api/command-rights.js';
export { alertsTakenBody, bulkCommandBody } from './api/bulk-bodies.js';
export type {
  AlertsTakenBody,
  AlertsTakenView,
  BulkCommandAnswer,
  BulkCommandBody,
  StaleChange,
} from './api/bulk-bodies.js';
export { CaseHandlingRecorded, CaseQueueChanged } from './events/queue-events.js';
export type { HandlingActivity } from './events/queue-events.js';
export {
  QuestionAnswered,
  QuestionAsked,
  QuestionOverdue,
  QuestionReviewed,
  StandardAnswerPublished,
} from './events/standard-events.js';
export type { DismissReason } from './events/standard-events.js';
export {
  questionAnswerBody,
  questionBody,
  questionListQuery,
  questionReviewBody,
  standardAnswerBody,
  standardPublishQuery,
  standardQuestion,
  standardVersionQuery,
} from './api/standard-bodies.js';
export type {
  QuestionAnswerBody,
  QuestionBody,
  QuestionListQuery,
  QuestionReviewBody,
  QuestionView,
  StandardAnswerBody,
  StandardAnswersView,
  StandardAnswerView,
  StandardMatchesView,
  StandardPublishQuery,
  StandardQuestion,
  StandardVersionQuery,
} from './api/standard-bodies.js';
export { queueListQuery, queueQuestion } from './api/queue-bodies.js';
export type { QueueListQuery, QueueMatchView, QueuesView, QueueView } from './api/queue-bodies.js';
export { caseDepartmentsView } from './api/department-bodies.js';
export type { CaseDepartmentsView } from './api/department-bodies.js';
export { caseClocksQuery, clockExplanation, explainedClockView } from './api/clock-explanations.js';
export type {
  CaseClocksQuery,
  ClockExplanationView,
  ExplainedClockView,
} from './api/clock-explanations.js';
export { recordedClocksQuery, recordedClockView } from './api/recorded-clocks.js';
export type { RecordedClocksQuery, RecordedClockView } from './api/recorded-clocks.js';
export { whatIfQuery } from './api/what-if-bodies.js';
export type { WhatIfQuery, WhatIfView } from './api/what-if-bodies.js';
export {
  calendarQuery,
  chainsQuery,
  dryRunQuery,
  policyPublishQuery,
  policyRollback,
} from './api/policy-bodies.js';
export type {
  CalendarMonthView,
  CalendarQuery,
  CalendarView,
  ChainChecksView,
  ChainsQuery,
  ChainsView,
  ChainWarningView,
  ClockMove,
  DryRunQuery,
  DryRunView,
  MoveCounts,
  PolicyApplicationView,
  PolicyDiffView,
  PolicyFacts,
  PolicyPublishQuery,
  PolicyVersionView,
} from './api/policy-bodies.js';
export type { PromisesView } from './api/promise-bodies.js';
export {
  auditQuery,
  failureDecision,
  failureQuery,
  progressView,
  taskClosing,
  taskQuery,
} from './api/operations-bodies.js';
export type {
  AuditQuery,
  AuditView,
  ConsumerProgress,
  FailureDecision,
  FailureQuery,
  ProgressView,
  ProjectionView,
  TaskClosing,
  TaskQuery,
  TaskView,
  TimerProgress,
} from './api/operations-bodies.js';
export {
  CloudEventError,
  fromPrefixedHeaders,
  toCloudEvent,
  toKafkaHeaders,
} from './cloud-events.js';
export type { CloudEvent } from './cloud-events.js';
export { eventJsonSchema } from './documents/json-schema.js';
export { asyncApiDocument } from './documents/async-api.js';
export { openApiDocument } from './documents/open-api.js';
export { rightsReference } from './documents/rights-reference.js';
export { apiReference } from './documents/api-reference.js';
export { eventReference } from './documents/event-reference.js';
