import type { LadderClimb } from '#sla';

/** An alert that nobody has acknowledged and that has a level still to come. */
export interface AlertClimb extends LadderClimb {
  readonly alertId: string;
  readonly clockId: string;
  readonly cause: 'warning' | 'breach';
  readonly threshold?: number;
  readonly ladder: string;
  /** The ladder is that of this version, whatever is published since. */
  readonly policyVersion: number;
}
