import { filesOfCustomers, removalNotes } from './hotline-texts.js';
import type { Planner } from './planner.js';

/** The customer sends what proves it; now and then the wrong file, which a supervisor takes out. */
export function planFiles({ random, command }: Omit<Planner, 'wait'>): void {
  const [name, content] = random.pick(filesOfCustomers);
  command('attach-file', { name, content }, 'apologise');
  if (!random.chance(0.4)) return;
  const removed = { reason: 'wrong-file', note: random.pick(removalNotes) };
  command('remove-file', removed, 'apologise', { bySupervisor: true });
}
