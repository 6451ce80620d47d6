import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { listActions } from './action-rows.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
let escalation: TestEscalation;
beforeAll(async () => {
  escalation = await openTestEscalation(clock);
}, 180_000);
afterAll(() => escalation?.close());

describe('the list of preventive actions', () => {
  it('shows an action to whom it concerns, unless the case is about somebody they answer for', async () => {
    const [id] = (await escalation.openCases(1, clock.now())) as [string];
    const text = { keyId: id, ciphertext: 'AAAA' };
    const dueAt = clock.now() + 86_400_000;
    const plan = { type: 'plan-action', owner: 'a-3', dueAt, text, by: 's-1' } as const;
    await escalation.decide(
      id,
      { type: 'name-accused', accused: ['a-2'], conflicted: ['a-2', 's-9'], by: 's-1' },
      { ...plan, concerns: 'a-2' },
      { ...plan, concerns: 's-9' },
      { ...plan, concerns: 'a-4' },
    );
    const shownTo = async (agentId: string) => {
      const access = { sees: 'own', agentId, units: ['south'] } as const;
      const { items } = await listActions(escalation.database, { limit: 50 }, access);
      return items.map(({ concerns }) => concerns);
    };
    expect(await shownTo('a-2')).toEqual(['a-2']);
    expect(await shownTo('a-4')).toEqual(['a-4']);
    expect(await shownTo('s-9')).toEqual([]);
  });
});
