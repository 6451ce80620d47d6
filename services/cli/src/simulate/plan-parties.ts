import { partyMessage, partyNames, partyNotes } from './hotline-texts.js';
import type { Planner } from './planner.js';

const minute = 60_000;

/** It is not the customer alone whom it concerns; now and then somebody was taken for one of them. */
export function planParties({ random, wait, command }: Planner): void {
  const role = random.pick(['tenant', 'visitor', 'relative', 'subcontractor', 'witness']);
  const mayBeTold = random.chance(0.6);
  wait(minute, 10 * minute);
  command('name-party', {
    ...{ role, mayBeTold, isContact: mayBeTold && random.chance(0.5) },
    ...{ name: random.pick(partyNames), phone: `15${random.between(100_000_000, 999_999_999)}` },
    ...(random.chance(0.4) && { note: random.pick(partyNotes) }),
  });
  if (mayBeTold) {
    const body = { kind: 'interim', channel: 'phone', text: partyMessage, toLastParty: true };
    command('write-message', body);
  }
  if (!random.chance(0.25)) return;
  wait(minute, 30 * minute);
  command('drop-last-party', {});
}
