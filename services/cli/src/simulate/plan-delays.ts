import type { CasePlan } from './case-plan.js';
import { extensionNotes, notices, pauseNotes, snoozeNotes } from './hotline-texts.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const bySupervisor = true;

/** Clocks stand still while the customer is waited for. */
export function planPause({ random, wait, command }: CasePlan): void {
  if (!random.chance(0.2)) return;
  wait(minute, hour);
  const reason = random.pick(['awaiting-customer', 'agreed-appointment']);
  command('pause', { reason, note: random.pick(pauseNotes) }, 'apologise');
  wait(4 * hour, 2 * day);
  command('resume', {}, 'apologise');
}

/** The supervisor knows that it is being worked on, and lets it be for a day or so. */
export function planSnooze(plan: CasePlan): void {
  const { aside } = plan.dice;
  if (!aside.chance(0.12)) return;
  plan.wait(5 * minute, hour, aside);
  const dueAfter = plan.after + aside.between(2 * hour, 30 * hour);
  const body = { reason: 'worked-on', note: aside.pick(snoozeNotes) };
  plan.command('snooze-reminders', body, 'apologise', { bySupervisor, dueAfter });
  if (aside.chance(0.7)) return;
  plan.wait(10 * minute, hour, aside);
  plan.command('resume-reminders', {}, 'apologise', { bySupervisor });
}

/** More time is asked for, and given or not. */
export function planExtension({ random, wait, command }: CasePlan): void {
  if (!random.chance(0.2)) return;
  wait(10 * minute, 3 * hour);
  const note = random.pick(extensionNotes);
  command('request-extension', { kind: 'statutory', reason: 'complex-facts', note }, 'resolve');
  wait(10 * minute, 3 * hour);
  if (random.chance(0.7)) {
    const notice = { channel: 'phone', text: random.pick(notices) };
    command('approve-extension', { notice }, 'resolve', { bySupervisor });
  } else {
    command('refuse-extension', { reason: 'time-is-enough' }, 'resolve', { bySupervisor });
  }
}
