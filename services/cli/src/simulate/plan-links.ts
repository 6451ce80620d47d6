import {
  amendedTexts,
  factTexts,
  joinNotes,
  mergeNotes,
  partsOfComplaints,
  repeatNotes,
  unmergeNotes,
} from './hotline-texts.js';
import type { Planner } from './planner.js';

const minute = 60_000;
const hour = 60 * minute;

interface Repeating {
  /** The complaint that was repeated, by name. */
  earlier: string;
}

/**
 * An agent links a repeated complaint, and somebody of another unit is let in; a supervisor takes it for
 * the one before. Two in five times it was another matter, and all of that is taken back.
 * @returns whether the complaint is worked by itself after that
 */
export function planDuplicate({
  random,
  earlier,
  guest,
  wait,
  command,
}: Planner & Repeating & { guest: string }): boolean {
  const bySupervisor = true;
  wait(3 * minute, 20 * minute);
  command('link-repeat-of', { note: repeatNotes[0] }, undefined, { earlier });
  command('ask-to-join', { agent: guest, note: joinNotes[0] }, undefined, { bySupervisor });
  command('let-join', { agent: guest, note: joinNotes[1] });
  command('add-facts', { channel: 'phone', text: factTexts[0] });
  const merge = { reason: 'same-matter', note: random.pick(mergeNotes) };
  command('merge-duplicate', merge, undefined, { earlier, bySupervisor });
  if (!random.chance(0.4)) return false;
  wait(hour, 20 * hour);
  const unmerge = { reason: 'other-matter', note: random.pick(unmergeNotes) };
  command('unmerge', unmerge, 'closed', { bySupervisor });
  const amended = { statement: amendedTexts[0], reason: 'misheard', note: amendedTexts[1] };
  command('amend', amended);
  const ruledOut = { reason: 'other-matter', note: repeatNotes[1] };
  command('rule-out-repeat-of', ruledOut, undefined, { earlier });
  command('refuse-join', { agent: guest });
  return true;
}

/** What happened to one customer happened to another before; one in three times it was a mistake. */
export function planIncident({ random, earlier, wait, command }: Planner & Repeating): void {
  wait(2 * minute, 10 * minute);
  command('join-incident-of', {}, undefined, { earlier });
  if (!random.chance(0.35)) return;
  wait(10 * minute, 2 * hour);
  command('leave-incident', {}, undefined, { bySupervisor: true });
}

/** One call, two matters: the second goes on by itself. */
export function planSplit({ random, wait, command }: Planner): void {
  wait(2 * minute, 15 * minute);
  const statement = random.pick(partsOfComplaints);
  command('split', { reason: 'several-matters', category: 'billing', statement });
}
