import type { Envelope, OverrideReason } from '#contracts';
import type { WorkStage } from '../case-state.js';

/** Ends a stage without the evidence that it still asks for. */
export interface OverrideCommand {
  type: 'override-stage';
  stage: WorkStage;
  reason: OverrideReason;
  note?: Envelope;
  by: string;
}
