import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { allCases } from '../domain/access/case-access.js';
import { countOpen } from '../queues/handling-rows.js';
import { inWork, readLoad } from './workload-rows.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
const received = clock.now() - 60_000;
let escalation: TestEscalation;

beforeAll(async () => {
  escalation = await openTestEscalation(clock);
  const [first, second] = await escalation.openCases(3, received);
  const channel = 'phone' as const;
  const grade = { severity: 'normal', tier: 'standard' } as const;
  const south = { category: 'billing', channel, ...grade, unit: 'south' };
  const [critical] = await escalation.openCases(1, received, {
    priority: 'critical',
    dimensions: south,
  });
  await escalation.decide(first!, { type: 'assign', owner: 'a-001', by: 's-001' });
  await escalation.decide(critical!, { type: 'assign', owner: 'a-001', by: 's-001' });
  await escalation.decide(second!, { type: 'withdraw', channel: 'phone', by: 's-001' });
}, 180_000);
afterAll(() => escalation?.close());

describe('what owners and units have in work', () => {
  it('is counted of each, the most first, without what has ended', async () => {
    const none = { paused: 0, critical: 0, overdue: 0 };
    expect(await readLoad(escalation.database, allCases)).toEqual({
      owners: [
        { owner: 'a-001', open: 2, ...none, critical: 1 },
        { owner: null, open: 1, ...none },
      ],
      units: [
        { unit: 'north', open: 2, ...none },
        { unit: 'south', open: 1, ...none, critical: 1 },
      ],
    });
    expect(await countOpen(escalation.database, allCases)).toEqual([{ queue: null, open: 3 }]);
  });

  it('is found by its index', async () => {
    const plan = await escalation.database.transaction(async (tx) => {
      // A few rows are read faster as they lie.
      await tx.query('set local enable_seqscan = off');
      return tx.query<{ 'QUERY PLAN': string }>(
        `explain (costs off) select owner, count(*) from cases c where ${inWork} group by owner`,
      );
    });
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('cases_in_work');
  });
});
