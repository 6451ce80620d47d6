import { hotlineAgents, hotlineOrganisation } from './hotline-organisation.js';
import { handBackResults, transferNotes, transferRefusalNotes } from './hotline-texts.js';
import type { Planner } from './planner.js';

const minute = 60_000;
const hour = 60 * minute;

/** Another unit is needed: one in four does not take the case at first, most give it back when they are done. */
export function planTransfer({ random, unit, wait, command }: Planner & { unit: string }): void {
  const others = hotlineOrganisation.units
    .map(({ code }) => code)
    .filter((code) => code !== unit && code !== 'hq');
  wait(10 * minute, 2 * hour);
  const to = random.pick(others);
  const reason = random.pick(['responsible-unit', 'on-site-work', 'expertise']);
  const transfer = { to, reason, note: random.pick(transferNotes) };
  command('transfer', transfer);
  if (random.chance(0.25)) {
    wait(10 * minute, 3 * hour);
    const note = random.pick(transferRefusalNotes);
    command('refuse-transfer', { reason: 'not-responsible', note });
    wait(5 * minute, hour);
    command('transfer', transfer);
  } else if (random.chance(0.5)) {
    // Sent by mistake, and sent again after a second look.
    wait(minute, 10 * minute);
    command('withdraw-transfer', {}, undefined, { bySupervisor: true });
    wait(5 * minute, hour);
    command('transfer', transfer);
  }
  wait(5 * minute, 2 * hour);
  const owner = random.pick(hotlineAgents.filter((agent) => agent.unit === to)).agentId;
  command('accept-transfer', { owner });
  if (!random.chance(0.8)) return;
  wait(hour, 10 * hour);
  command('hand-back', { result: random.pick(handBackResults) });
}
