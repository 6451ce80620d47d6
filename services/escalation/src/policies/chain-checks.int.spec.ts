import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import type { ChainChecks } from './chain-checks.js';

const start = Date.parse('2026-01-05T01:00:00.000Z');
const dayMs = 86_400_000;
const clock = fakeClock(start);
const instant = (days: number) => new Date(start + days * dayMs).toISOString();
const night = {
  ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-01-05', handover: '09:00' },
  ...{ days: 7, people: ['a-001'], overrides: [] },
};

let escalation: TestEscalation;
let checks: ChainChecks;
const found = async () =>
  (await checks.list()).items.map(({ day, warnings }) => [day, warnings.map(({ rule }) => rule)]);

beforeAll(async () => {
  escalation = await openTestEscalation(clock);
  const { database, duty, parts } = escalation;
  await database.query(
    `insert into agents (id, unit, roles, active) values ('a-001', 'north', '["supervisor"]', true)`,
  );
  await duty.publish({ rosters: [night], absences: [] }, 'manager');
  const level = { id: 'watch', level: 1, audience: 'supervisor' as const, roster: 'night' };
  const input = {
    ...defaultPolicy,
    version: 2,
    ladders: [{ id: 'public', levels: [{ ...level, after: { trigger: 0 } }] }],
    triggers: [{ id: 'grave', on: { severity: ['critical'] }, ladder: 'public' }],
  };
  await parts.policies.publish({ input, lineOf: () => undefined, by: 'manager' });
  checks = escalation.chainChecks();
});
afterAll(() => escalation?.close());

describe('the daily look at the ladders', () => {
  it('is done once a day, whichever replica comes first', async () => {
    await Promise.all([checks.check(), escalation.chainChecks().check()]);
    expect(await found()).toEqual([['2026-01-05', []]]);
    const { duty } = escalation;
    const away = { agentId: 'a-001', from: instant(5), to: instant(6) };
    await duty.publish({ rosters: [night], absences: [away] }, 'manager');
    await checks.check();
    expect(await found()).toEqual([['2026-01-05', []]]);
  });

  it('finds days ahead that nobody of a roster will be there', async () => {
    clock.advance(dayMs);
    const warn = jest.spyOn(escalation.logger, 'warn');
    await checks.check();
    expect(await found()).toEqual([
      ['2026-01-06', ['nobody-on-duty']],
      ['2026-01-05', []],
    ]);
    // Whoever reads the log may not know what a ladder is.
    expect(warn).toHaveBeenCalledWith(
      expect.objectContaining({
        gaps: [{ rule: 'nobody-on-duty', ladder: 'public', level: 'watch' }],
        read: expect.stringContaining('/api/v1/policies/checks'),
      }),
      expect.stringContaining('levels of escalation that reach nobody'),
    );
    warn.mockRestore();
  });

  it('is done again where somebody asks, in place of what the day had', async () => {
    await escalation.duty.publish({ rosters: [night], absences: [] }, 'manager');
    await checks.check({ isAskedFor: true });
    expect(await found()).toEqual([
      ['2026-01-06', []],
      ['2026-01-05', []],
    ]);
  });
});
