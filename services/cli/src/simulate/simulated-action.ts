/** A request to Clearline that says what somebody did at the hotline. `at` is epoch milliseconds. */
export type SimulatedAction =
  | { kind: 'organisation'; at: number; body: Record<string, unknown> }
  /** A customer's tier or address changed after they were first heard of. */
  | { kind: 'customer'; at: number; body: Record<string, unknown> }
  /** Filed as one array with one key, so that repeating it files nothing twice. */
  | {
      kind: 'complaints' | 'callbacks' | 'surveys';
      at: number;
      key: string;
      items: SimulatedFiling[];
    }
  /** `ref` names a question of this simulation. */
  | { kind: 'question'; at: number; ref: string; body: Record<string, unknown> }
  | {
      kind: 'question-step';
      at: number;
      ref: string;
      step: 'review' | 'answer';
      body: Record<string, unknown>;
    }
  | SimulatedCommand;

/** `ref` names a complaint of this simulation; its id is known only once it is filed. */
export interface SimulatedFiling {
  ref: string;
  body: Record<string, unknown>;
}

/** A step in the work on a case; `stage` is where the case must stand for it. */
export interface SimulatedCommand {
  kind: 'command';
  at: number;
  ref: string;
  command:
    | 'assign'
    | 'record-contact'
    | 'complete-stage'
    | 'complete-stages'
    | 'override-stage'
    | 'add-evidence'
    | 'triage'
    | 'resolve'
    | 'close'
    | 'reopen'
    | 'acknowledge-alert'
    | 'withdraw'
    /** Into the complaint that `earlier` names. */
    | 'merge-duplicate'
    | 'unmerge'
    /** Of the complaint that `earlier` names. */
    | 'join-incident-of'
    | 'leave-incident'
    | 'split'
    | 'name-task-force'
    | 'map-stakeholder'
    /** Repeats the complaint that `earlier` names, or does not after all. */
    | 'link-repeat-of'
    | 'rule-out-repeat-of'
    /** For an agent of another unit. */
    | 'ask-to-join'
    /** Of the complaint itself. */
    | 'amend'
    | 'add-facts'
    | 'let-join'
    | 'refuse-join'
    | 'pause'
    | 'resume'
    | 'change-priority'
    /** On what waits for a second person. */
    | 'decide-approval'
    | 'change-severity'
    | 'change-tier'
    | 'amend-codes'
    | 'add-note'
    /** `undo` takes it back before it leaves; `toLastParty` writes to who was named last. */
    | 'write-message'
    | 'record-apology'
    | 'offer-remedy'
    /** Of the remedy that is proposed. */
    | 'decide-remedy'
    /** What the customer says to the remedy that was granted last. */
    | 'answer-last-remedy'
    | 'record-cause'
    | 'plan-action'
    /** Of the oldest action that is not done. */
    | 'finish-action'
    | 'move-oldest-action'
    | 'drop-oldest-action'
    | 'record-accountability'
    | 'request-extension'
    | 'approve-extension'
    | 'refuse-extension'
    | 'transfer'
    | 'accept-transfer'
    | 'refuse-transfer'
    | 'withdraw-transfer'
    | 'hand-back'
    | 'name-accused'
    | 'flag-threats'
    | 'snooze-reminders'
    | 'resume-reminders'
    | 'move-to-queue'
    | 'record-handling'
    | 'co-handle'
    | 'supervise'
    | 'mark-problem'
    | 'name-party'
    /** Of the one who was named last. */
    | 'drop-last-party'
    | 'leave-for-safety'
    | 'take-safety-report'
    | 'report-adverse-event'
    | 'record-safety-submission'
    | 'end-safety-report'
    /** A file of plain text: `name` and `content`. */
    | 'attach-file'
    /** Of the last file that is there. */
    | 'remove-file'
    /** Of the oldest order that waits. */
    | 'end-order';
  stage?: string;
  /** Another complaint of this simulation that the step is about. */
  earlier?: string;
  /** Decided by another person than who does the rest. */
  bySupervisor?: true;
  body: Record<string, unknown>;
}
