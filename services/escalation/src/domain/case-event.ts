import {
  AlertAcknowledged,
  AlertClimbed,
  AlertHeld,
  AlertRaised,
  CaseAccountabilityRecorded,
  CaseActionDone,
  CaseActionOverdue,
  CaseActionPlanned,
  CaseApologyRecorded,
  CaseAssigned,
  CaseCauseFound,
  CaseClosed,
  CaseContactRecorded,
  CaseDuplicateJoined,
  CaseDuplicateLeft,
  CaseEvidenceAdded,
  CaseFeedbackNoted,
  CaseHandedBack,
  CaseHistoryRecorded,
  CaseMerged,
  CaseNoteAdded,
  CaseOpened,
  CasePolicyChanged,
  CasePriorityChanged,
  CaseRemedyDecided,
  CaseRemedyOffered,
  CaseReopened,
  CaseResolved,
  CaseSeverityChanged,
  CaseStageCompleted,
  CaseTierChanged,
  CaseTriaged,
  CaseUnmerged,
  CaseTransferAccepted,
  CaseTransferRefused,
  CaseTransferred,
  CaseWentLive,
  CaseWithdrawn,
  CaseWordingFlagged,
  ClockBreached,
  ClockCancelled,
  ClockJudged,
  ClockMet,
  ClockPaused,
  ClockRecalculated,
  ClockRestored,
  ClockResumed,
  ClockStarted,
  ClockStoppedLate,
  ExtensionApproved,
  ExtensionRefused,
  ExtensionRequested,
  VerdictCorrected,
  WarningReached,
} from '#contracts';
import type { DataOf, EventDefinition } from '#contracts';

const definitions = {
  opened: CaseOpened,
  assigned: CaseAssigned,
  stageCompleted: CaseStageCompleted,
  evidenceAdded: CaseEvidenceAdded,
  triaged: CaseTriaged,
  wordingFlagged: CaseWordingFlagged,
  contactRecorded: CaseContactRecorded,
  resolved: CaseResolved,
  closed: CaseClosed,
  reopened: CaseReopened,
  withdrawn: CaseWithdrawn,
  historyRecorded: CaseHistoryRecorded,
  wentLive: CaseWentLive,
  feedbackNoted: CaseFeedbackNoted,
  policyChanged: CasePolicyChanged,
  priorityChanged: CasePriorityChanged,
  severityChanged: CaseSeverityChanged,
  tierChanged: CaseTierChanged,
  transferred: CaseTransferred,
  transferAccepted: CaseTransferAccepted,
  transferRefused: CaseTransferRefused,
  handedBack: CaseHandedBack,
  merged: CaseMerged,
  unmerged: CaseUnmerged,
  duplicateJoined: CaseDuplicateJoined,
  duplicateLeft: CaseDuplicateLeft,
  clockRestored: ClockRestored,
  clockStarted: ClockStarted,
  warningReached: WarningReached,
  clockBreached: ClockBreached,
  clockMet: ClockMet,
  clockStoppedLate: ClockStoppedLate,
  clockCancelled: ClockCancelled,
  clockJudged: ClockJudged,
  clockPaused: ClockPaused,
  clockResumed: ClockResumed,
  clockRecalculated: ClockRecalculated,
  extensionRequested: ExtensionRequested,
  extensionApproved: ExtensionApproved,
  extensionRefused: ExtensionRefused,
  verdictCorrected: VerdictCorrected,
  noteAdded: CaseNoteAdded,
  apologyRecorded: CaseApologyRecorded,
  remedyOffered: CaseRemedyOffered,
  remedyDecided: CaseRemedyDecided,
  causeFound: CaseCauseFound,
  actionPlanned: CaseActionPlanned,
  actionOverdue: CaseActionOverdue,
  actionDone: CaseActionDone,
  accountabilityRecorded: CaseAccountabilityRecorded,
  alertRaised: AlertRaised,
  alertHeld: AlertHeld,
  alertClimbed: AlertClimbed,
  alertAcknowledged: AlertAcknowledged,
} as const;
type Definitions = typeof definitions;
type EventName = keyof Definitions;

/** Everything that can happen to a case, named as in the code; `definitionOf` gives its contract. */
export type CaseEvent = {
  [N in EventName]: { readonly name: N; readonly data: DataOf<Definitions[N]> };
}[EventName];

export function caseEvent<N extends EventName>(
  name: N,
  data: DataOf<Definitions[N]>,
): Extract<CaseEvent, { name: N }> {
  return { name, data } as Extract<CaseEvent, { name: N }>;
}

export function definitionOf(event: CaseEvent): EventDefinition {
  return definitions[event.name];
}

/** A stored event of the newest version as the code names it; undefined when it is no event of a case. */
export function caseEventOf(type: string, data: object): CaseEvent | undefined {
  const name = Object.entries(definitions).find(([, definition]) => definition.type === type)?.[0];
  return name === undefined ? undefined : ({ name, data } as CaseEvent);
}
