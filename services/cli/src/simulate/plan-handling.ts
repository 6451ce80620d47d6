import { queueNotes } from './hotline-texts.js';
import type { SeededRandom } from './seeded-random.js';
import type { SimulatedCommand } from './simulated-action.js';

interface Planner {
  random: SeededRandom;
  command: (name: SimulatedCommand['command'], body: Record<string, unknown>) => void;
}

/** What proves harder than it sounded goes to those who take their time. */
export function planQueue({ random, command }: Planner): void {
  if (!random.chance(0.1)) return;
  command('move-to-queue', { queue: 'difficult', note: random.pick(queueNotes) });
}

/** Half of the agents note how long something took; some calls last longer than their queue allows. */
export function planHandling({ random, command }: Planner, activity: string): void {
  if (!random.chance(0.5)) return;
  command('record-handling', { activity, seconds: random.between(60, 900) });
  if (activity === 'call') {
    command('record-handling', { activity: 'wrap-up', seconds: random.between(20, 180) });
  }
}
