import type { ComplaintTier, CustomerType, Envelope, Severity } from '#contracts';

/** What somebody judged of a complaint and its customer; what is left out stays as it is. */
export interface Triage {
  severity?: Severity;
  emotionLevel?: number;
  customerType?: CustomerType;
  complaintTier?: ComplaintTier;
}

export type TriageCommand =
  | ({
      type: 'triage';
      note?: Envelope;
      /** Whether a supervisor or manager judges: what they name stands until one of them lowers it. */
      leads?: boolean;
      by: string;
    } & Triage)
  | {
      type: 'flag-wording';
      found: { field: string; phrase: string; times: number }[];
      coachVersion: number;
      by: string;
    };
