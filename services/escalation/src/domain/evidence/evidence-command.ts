import type { Envelope } from '#contracts';
import type { WorkStage } from '../case-state.js';

/** Codes, numbers and flags in the clear, texts sealed. */
export interface SealedEvidence {
  evidence: Record<string, string | boolean | number>;
  texts: Record<string, Envelope>;
}
export type EvidenceByWorkStage = Partial<Record<WorkStage, SealedEvidence>>;

/** What gives evidence to a case. */
export type EvidenceCommand =
  | ({ type: 'add-evidence'; stage: WorkStage; by: string } & SealedEvidence)
  | {
      type: 'complete-stages';
      stages: EvidenceByWorkStage;
      /** When it happened, where that was before it is told. */
      at?: number;
      /** Ends the stages it can and keeps the rest, as when a complaint brings its evidence along. */
      asFarAsItGoes?: true;
      by: string;
    };
