import type { SlaClock } from '#sla';
import type { AlertClimb } from '../ladder/climb-state.js';
import type { NamedCase } from './merge-command.js';

/** Of a case that was merged into another one: what an undo restores. */
export interface MergedCase extends NamedCase {
  readonly undoUntil: number;
  /** Where it stood. */
  readonly stage: string;
  /** As they were: running and paused ones. */
  readonly clocks: readonly SlaClock[];
  readonly climbs?: readonly AlertClimb[];
}
