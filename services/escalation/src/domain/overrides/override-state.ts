import type { CaseStage, OverrideReason } from '#contracts';

/** A stage that ended without all of its evidence. It stays so, also of a case that is opened again. */
export interface Override {
  readonly stage: CaseStage;
  readonly missing: readonly string[];
  readonly reason: OverrideReason;
  readonly at: number;
  readonly by: string;
}
