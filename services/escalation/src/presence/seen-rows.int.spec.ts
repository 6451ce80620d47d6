import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { addSeen, readSeen } from './seen-rows.js';

let escalation: TestEscalation;
beforeAll(async () => {
  escalation = await openTestEscalation(fakeClock('2026-01-05T01:00:00.000Z'));
}, 180_000);
afterAll(() => escalation?.close());

describe('what somebody has read of a case', () => {
  it('is kept for them and that case alone', async () => {
    const { database } = escalation;
    const [one, other] = [newId(1), newId(2)];
    expect(await readSeen(database, one, 'li')).toBeNull();
    const mark = { upTo: 3, beyond: [5, 7] };
    expect(await addSeen(database, one, 'li', mark, 9)).toEqual(mark);
    expect(await readSeen(database, one, 'li')).toEqual(mark);
    expect(await readSeen(database, one, 'wang')).toBeNull();
    expect(await readSeen(database, other, 'li')).toBeNull();
  });

  it('is what all of their devices have read together, whichever speaks last', async () => {
    const { database } = escalation;
    const id = newId(3);
    await addSeen(database, id, 'li', { upTo: 3, beyond: [5, 7] }, 9);
    const both = await addSeen(database, id, 'li', { upTo: 2, beyond: [4, 7] }, 9);
    expect(both).toEqual({ upTo: 3, beyond: [4, 5, 7] });
    const ahead = await addSeen(database, id, 'li', { upTo: 6, beyond: [] }, 9);
    expect(ahead).toEqual({ upTo: 6, beyond: [7] });
    expect(await addSeen(database, id, 'li', { upTo: 1, beyond: [] }, 9)).toEqual(ahead);
  });

  it('is nothing that has not happened yet', async () => {
    const mark = { upTo: 1_000, beyond: [5, 1_001] };
    const kept = await addSeen(escalation.database, newId(4), 'li', mark, 9);
    expect(kept).toEqual({ upTo: 9, beyond: [5] });
  });
});
