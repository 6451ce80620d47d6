import type { SeededRandom } from './seeded-random.js';
import type { SimulatedCommand } from './simulated-action.js';

/** What plans a part of the work on a case: chance, time that passes, and the next step after it. */
export interface Planner {
  random: SeededRandom;
  /** Milliseconds that pass, anywhere between the two. */
  wait: (low: number, high: number) => void;
  command: (
    name: SimulatedCommand['command'],
    body: Record<string, unknown>,
    stage?: string,
    more?: Pick<SimulatedCommand, 'earlier' | 'bySupervisor'>,
  ) => void;
}
