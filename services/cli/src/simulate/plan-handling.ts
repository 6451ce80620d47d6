import { queueNotes } from './hotline-texts.js';
import type { Planner } from './planner.js';

/** What proves harder than it sounded goes to those who take their time. */
export function planQueue({ random, command }: Omit<Planner, 'wait'>): void {
  if (!random.chance(0.1)) return;
  command('move-to-queue', { queue: 'difficult', note: random.pick(queueNotes) });
}

/** Half of the agents note how long something took; some calls last longer than their queue allows. */
export function planHandling({ random, command }: Omit<Planner, 'wait'>, activity: string): void {
  if (!random.chance(0.5)) return;
  command('record-handling', { activity, seconds: random.between(60, 900) });
  if (activity === 'call') {
    command('record-handling', { activity: 'wrap-up', seconds: random.between(20, 180) });
  }
}
