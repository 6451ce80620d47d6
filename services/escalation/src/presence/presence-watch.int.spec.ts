import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PresenceView } from '#contracts';
import { LogSignal } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { newId } from '#platform';
import type { Principal } from '#platform';
import { fakeClock, waitFor } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { endPresence, holdPresence } from './presence-rows.js';
import { PresenceWatch } from './presence-watch.js';

const person = (username: string): Principal => ({
  ...{ sub: username, username, roles: ['agent'], kind: 'user' },
  agentId: `a-${username}`,
});
let escalation: TestEscalation;
const signal = new LogSignal();
beforeAll(async () => {
  escalation = await openTestEscalation(fakeClock('2026-01-05T01:00:00.000Z'));
}, 180_000);
afterAll(async () => {
  signal.end();
  await escalation?.close();
});

/** As another replica has it: nothing is shared but the database. */
function openReplica() {
  const { database } = escalation;
  return new PresenceWatch({ database, signal } as unknown as ServiceRuntime);
}
const named = ({ viewers }: PresenceView) =>
  viewers.map(({ username, doing }) => `${username} ${doing}`).join(', ');

describe('who is at a case', () => {
  it('is told on every replica, each change once, and of that case alone', async () => {
    const [first, second] = [openReplica(), openReplica()];
    const [one, other] = [newId(1), newId(2)];
    const told: Record<'first' | 'second' | 'other', string[]> = {
      first: [],
      second: [],
      other: [],
    };
    const stops = [
      first.read(one, (view) => told.first.push(named(view))),
      second.read(one, (view) => told.second.push(named(view))),
      second.read(other, (view) => told.other.push(named(view))),
    ];
    const { database } = escalation;
    const both = async (count: number) =>
      waitFor(async () => told.first.length === count && told.second.length === count, {
        describe: `${count} tellings`,
      });
    await both(1);
    await holdPresence(database, one, person('li'), 'viewing');
    await both(2);
    // Said again, it is the same.
    await holdPresence(database, one, person('li'), 'viewing');
    await holdPresence(database, one, person('wang'), 'composing');
    await both(3);
    await endPresence(database, one, 'li');
    await both(4);
    await database.query(`update presence set held_until = now() - interval '1 s'`);
    await both(5);
    const expected = ['', 'li viewing', 'li viewing, wang composing', 'wang composing', ''];
    expect(told).toEqual({ first: expected, second: expected, other: [''] });
    for (const stop of stops) stop();
    await holdPresence(database, one, person('li'), 'viewing');
    expect(told.first).toHaveLength(5);
  }, 120_000);

  it('is forgotten where nobody was for a minute, whichever case somebody leaves', async () => {
    const { database } = escalation;
    const [one, other] = [newId(1), newId(2)];
    await holdPresence(database, one, person('li'), 'viewing');
    await database.query(`update presence set held_until = now() - interval '2 minutes'`);
    await endPresence(database, other, 'wang');
    expect(await database.query('select 1 from presence')).toEqual([]);
  });
});
