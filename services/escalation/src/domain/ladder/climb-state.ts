import type { AlertCause } from '#contracts';
import type { LadderClimb, LadderStep } from '#sla';

/** Why a level would tell nobody: everybody of it is kept from the case, or nobody is of it. */
export type WhyPassed = 'kept' | 'nobody';

/** A level that would have told nobody. */
export interface PassedStep extends LadderStep {
  readonly why: WhyPassed;
}

/** An alert that nobody has acknowledged and that has a level still to come. */
export interface AlertClimb extends LadderClimb {
  readonly passed?: readonly PassedStep[];
  readonly alertId: string;
  readonly cause: AlertCause;
  /** Of an alert about a clock. */
  readonly clockId?: string;
  readonly threshold?: number;
  /** Of an alert that a trigger of the policy raised. */
  readonly trigger?: string;
  readonly ladder: string;
  /** The ladder is that of this version, whatever is published since. */
  readonly policyVersion: number;
}
