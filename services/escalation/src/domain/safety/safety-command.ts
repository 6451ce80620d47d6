import type {
  Channel,
  Envelope,
  SafetyFinding,
  SafetyOutcome,
  SafetyRecipient,
  SafetyReporter,
  Seriousness,
} from '#contracts';

/** What is asked of a case that is no complaint to be settled but a safety report. */
export type SafetyCommand =
  | { type: 'leave-for-safety'; category: string; note?: Envelope; by: string }
  | { type: 'take-safety-report'; owner: string; by: string }
  | {
      type: 'report-adverse-event';
      reporter: SafetyReporter;
      seriousness: readonly Seriousness[];
      outcome: SafetyOutcome;
      /** Absent: the one that the complaint names. */
      product?: string;
      batch?: Envelope;
      onsetAt?: string;
      patient: Envelope;
      reaction: Envelope;
      by: string;
    }
  | {
      type: 'record-safety-submission';
      recipient: SafetyRecipient;
      channel: Channel;
      name?: Envelope;
      reference?: Envelope;
      /** When it left, where that was before it is told. */
      at?: number;
      by: string;
    }
  | { type: 'end-safety-report'; finding: SafetyFinding; note?: Envelope; by: string };
