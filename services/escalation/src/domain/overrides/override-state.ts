import type { OverrideReason } from '#contracts';
import type { WorkStage } from '../case-state.js';

/** A stage that ended without all of its evidence. It stays so, also of a case that is opened again. */
export interface Override {
  readonly stage: WorkStage;
  readonly missing: readonly string[];
  readonly reason: OverrideReason;
  readonly at: number;
  readonly by: string;
}
