import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { reminderMigrations } from './reminder-migrations.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
let escalation: TestEscalation;
beforeAll(async () => {
  escalation = await openTestEscalation(clock);
}, 180_000);
afterAll(() => escalation?.close());

it('a case that was snoozed before these were kept says by whom and why, and another nothing', async () => {
  const { database } = escalation;
  const [id] = (await escalation.openCases(2, clock.now())) as [string, string];
  for (const [hours, reason] of [
    [2, 'worked-on'],
    [4, 'awaiting-customer'],
  ] as const) {
    const until = clock.now() + hours * 3_600_000;
    await escalation.decide(id, { type: 'snooze-reminders', until, reason, by: 's-001' });
  }
  const states = async () => {
    const rows = await database.query<{ state: string }>('select state from cases order by id');
    return rows.map(({ state }) => JSON.parse(state) as object);
  };
  const before = await states();
  expect(before).toContainEqual(
    expect.objectContaining({
      snooze: expect.objectContaining({ by: 's-001', reason: 'awaiting-customer' }),
    }),
  );
  await database.query(
    `update cases set state = (state::jsonb #- '{snooze,by}' #- '{snooze,reason}')::text where state::jsonb ? 'snooze'`,
  );
  for (const { sql } of reminderMigrations) await database.query(sql);
  expect(await states()).toEqual(before);
});
