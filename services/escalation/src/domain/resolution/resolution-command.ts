import type {
  AccountabilityFinding,
  AccountabilitySanction,
  ActionDropReason,
  ActionMoveReason,
  Channel,
  Envelope,
  RemedyAnswer,
  RemedyKind,
  Role,
} from '#contracts';

/** What settles a complaint. `roles` are the caller's: what they may give away depends on them. */
export type ResolutionCommand =
  | { type: 'add-note'; text: Envelope; by: string }
  | { type: 'record-apology'; channel: Channel; text: Envelope; by: string }
  | {
      type: 'offer-remedy';
      kind: RemedyKind;
      cost: number;
      text: Envelope;
      by: string;
      roles: readonly Role[];
    }
  | {
      type: 'decide-remedy';
      remedyId: string;
      approved: boolean;
      note?: Envelope;
      by: string;
      roles: readonly Role[];
    }
  | {
      type: 'answer-remedy';
      remedyId: string;
      answer: RemedyAnswer;
      channel: Channel;
      /** When the customer said it, where that was earlier. */
      at?: number;
      wish?: Envelope;
      note?: Envelope;
      by: string;
    }
  | { type: 'record-cause'; cause: string; text: Envelope; by: string }
  | {
      type: 'plan-action';
      owner: string;
      /** Who is its object, as who is sent to a training. */
      concerns?: string;
      dueAt: number;
      text: Envelope;
      by: string;
    }
  | { type: 'complete-action'; actionId: string; note?: Envelope; by: string }
  | {
      type: 'move-action';
      actionId: string;
      /** What stays as it is is absent. */
      owner?: string;
      dueAt?: number;
      reason: ActionMoveReason;
      note?: Envelope;
      by: string;
    }
  | {
      type: 'drop-action';
      actionId: string;
      reason: ActionDropReason;
      note?: Envelope;
      by: string;
    }
  | {
      type: 'record-accountability';
      accountable: string;
      finding: AccountabilityFinding;
      sanction: AccountabilitySanction;
      decider: string;
      text: Envelope;
      by: string;
    };
