import type { AttachmentCommand } from './attachments/attachment-command.js';
import type { CaseDimensions } from './case-state.js';
import type { AmendCodes } from './codes/codes-command.js';
import type { MessageCommand } from './messages/message-command.js';
import type { ResolutionCommand } from './resolution/resolution-command.js';
import type { EvidenceCommand, SealedEvidence } from './evidence/evidence-command.js';
import type { TriageCommand } from './triage/triage-command.js';
import type { WithdrawCommand } from './supervisors/withdraw-command.js';
import type { IncidentCommand } from './incidents/incident-command.js';
import type { ThreatCommand } from './triggers/threat-command.js';
import type { SplitCommand } from './splitting/split-command.js';
import type { MajorCommand } from './major/major-command.js';
import type { AskApproval, DecideApproval } from './approvals/approval-command.js';
import type { OverrideCommand } from './overrides/override-command.js';
import type { RepeatCommand } from './repeats/repeat-command.js';
import type { MergeCommand } from './merging/merge-command.js';
import type { ConflictCommand } from './conflicts/conflict-command.js';
import type { ReminderCommand } from './reminders/reminder-command.js';
import type { DepartmentCommand } from './departments/department-command.js';
import type { OrderCommand } from './orders/order-command.js';
import type { QueueCommand } from './queues/queue-command.js';
import type { SafetyCommand } from './safety/safety-command.js';
import type { PartyCommand } from './parties/party-command.js';
import type {
  AssignReason,
  CaseStage,
  Channel,
  ClosedReason,
  Envelope,
  ExtensionReason,
  PauseReason,
  RefusalReason,
  ReopenedReason,
  Severity,
  SurveyAnswers,
  Threat,
  Tier,
} from '#contracts';

/** A complaint as the decider needs it; free text never reaches it. */
export interface ComplaintFacts {
  caseId: string;
  number: string;
  customerId: string;
  owner?: string;
  priority: Severity;
  threats: Threat[];
  dimensions: CaseDimensions;
  receivedAt: number;
  externalDueAt?: number;
  externalId?: string;
}

/** Ids or kinds of clocks. */
type ClockNames = readonly string[];

/** What stops, starts or lengthens clocks. */
export type ClockCommand =
  | { type: 'pause'; reason: PauseReason; note?: Envelope; clocks?: ClockNames; by: string }
  | { type: 'resume'; clocks?: ClockNames; by: string }
  | {
      type: 'request-extension';
      clock: string;
      reason: ExtensionReason;
      note?: Envelope;
      by: string;
    }
  | {
      type: 'approve-extension';
      /** Absent: the one that is asked for. */
      clock?: string;
      notice?: { channel: Channel; text: Envelope };
      by: string;
    }
  | {
      type: 'refuse-extension';
      clock?: string;
      reason: RefusalReason;
      note?: Envelope;
      by: string;
    };

/** What may put a case under another rule of its policy. */
export type TermsCommand =
  | { type: 'change-priority'; priority: Severity; note?: Envelope; by: string }
  | { type: 'change-severity'; severity: Severity; note?: Envelope; by: string }
  | { type: 'change-tier'; tier: Tier; note?: Envelope; by: string };

/** What can be asked of a case. Free text comes sealed in envelopes; `evidence` holds codes, numbers and flags. */
export type CaseCommand =
  | { type: 'apply-policy'; version: number; by: string }
  | { type: 'open'; complaint: ComplaintFacts; imported: boolean }
  | {
      type: 'assign';
      owner: string;
      unit?: string;
      reason?: AssignReason;
      note?: Envelope;
      by: string;
    }
  | ({
      type: 'complete-stage';
      stage: CaseStage;
      /** When it happened, where that was before it is told. */
      at?: number;
      by: string;
    } & SealedEvidence)
  | {
      type: 'record-contact';
      channel: Channel;
      direction: 'inbound' | 'outbound';
      /** Of the parties; absent: with the customer. */
      partyId?: string;
      note?: Envelope;
      at?: number;
      by: string;
    }
  | ({ type: 'resolve'; by: string } & SealedEvidence)
  | EvidenceCommand
  | TriageCommand
  | ResolutionCommand
  | MessageCommand
  | { type: 'close'; reason: ClosedReason; note?: Envelope; by: string }
  | { type: 'reopen'; reason: ReopenedReason; note?: Envelope; by: string }
  | ClockCommand
  | TermsCommand
  | AmendCodes
  | DepartmentCommand
  | OrderCommand
  | QueueCommand
  | SafetyCommand
  | PartyCommand
  | WithdrawCommand
  | MergeCommand
  | IncidentCommand
  | SplitCommand
  | ThreatCommand
  | MajorCommand
  | OverrideCommand
  | AskApproval<CaseCommand>
  | DecideApproval
  | ReminderCommand
  | ConflictCommand
  | RepeatCommand
  | AttachmentCommand
  | { type: 'acknowledge-alert'; alertId: string; by: string }
  | {
      type: 'note-feedback';
      source: 'callback' | 'survey';
      sourceId: string;
      recordedBy?: string;
      outcome: string;
      satisfied?: boolean;
      note?: Envelope;
      comment?: Envelope;
      score?: number;
      answers?: SurveyAnswers;
    }
  | {
      type: 'record-history';
      step?: { status?: string; group?: string; line?: string; person?: string; product?: string };
      outcome?: 'resolved' | 'closed' | 'reopened' | 'withdrawn';
      /** Another system's clock stood still or went on; ours do where they may. */
      pause?: 'start' | 'end';
      pauseReason?: PauseReason;
      judge?: boolean;
      /** Arms the timers of an imported case. */
      goLive?: boolean;
    }
  | { type: 'tick' };

/** A command that the case refuses; `slug` is the problem type a caller sees. */
export class CaseRefusal extends Error {
  override readonly name = 'CaseRefusal';
  constructor(
    readonly slug: 'illegal-transition' | 'missing-evidence' | 'not-found' | 'forbidden',
    message: string,
    readonly missing: readonly string[] = [],
    /** What it is about, for machines; nothing personal. */
    readonly about: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
