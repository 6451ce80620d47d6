import type { AlertCause } from '#contracts';
import type { LadderClimb, PassedLevel } from '#sla';

export type WhyPassed = PassedLevel['why'];

/** A level that would have told nobody. */
export type PassedStep = PassedLevel;

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
