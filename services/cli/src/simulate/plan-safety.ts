import { injuries, injuryNotes, injuryReceipts, patients } from './hotline-texts.js';
import type { Planner } from './planner.js';

const minute = 60_000;
const hour = 60 * minute;

/** Somebody was hurt: the safety desk has it from then on, and the authority hears of it. */
export function planSafety({ random, wait, command }: Planner): void {
  const bySupervisor = true;
  wait(2 * minute, 20 * minute);
  command('leave-for-safety', { category: 'injury', note: random.pick(injuryNotes) });
  wait(2 * minute, 30 * minute);
  command('take-safety-report', { owner: 'a-006' }, undefined, { bySupervisor });
  const isSerious = random.chance(0.5);
  const told = {
    reporter: random.pick(['patient', 'relative', 'doctor']),
    seriousness: isSerious ? ['hospitalisation'] : [],
    outcome: isSerious ? 'recovering' : 'recovered',
    patient: random.pick(patients),
    reaction: random.pick(injuries),
  };
  wait(10 * minute, 2 * hour);
  command('report-adverse-event', told, undefined, { bySupervisor });
  if (random.chance(0.2)) {
    const note = injuryNotes[1];
    command('end-safety-report', { finding: 'no-adverse-event', note }, undefined, {
      bySupervisor,
    });
    return;
  }
  wait(hour, 20 * hour);
  const sent = { recipient: 'authority', channel: 'web', reference: random.pick(injuryReceipts) };
  command('record-safety-submission', sent, undefined, { bySupervisor });
  wait(minute, hour);
  command('end-safety-report', { finding: 'reported' }, undefined, { bySupervisor });
}
