import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';
import { fakeClock, waitFor } from '#testing';
import { openTestEscalation } from './open-test-escalation.js';
import type { TestEscalation } from './open-test-escalation.js';

const hour = 3_600_000;
const numberOfCases = 1_000;

interface Fired {
  case: string;
  type: string;
  at: string;
  dueAt: string;
  threshold: number | null;
}

/** What every timer engine must do, on real servers. */
export function describeTimers(engine: string, redisUrl: () => string | undefined): void {
  describe(`timers on ${engine}`, () => {
    const clock = fakeClock('2026-01-05T01:00:00.000Z'); // Monday 09:00 in Shanghai
    const start = clock.now();
    let escalation: TestEscalation;

    const fired = () =>
      escalation.database.query<Fired>(
        `select key as "case", type, data::json->>'at' as at, data::json->>'dueAt' as "dueAt",
                (data::json->>'threshold')::float8 as threshold
           from events where type like 'clearline.sla.%' and data::json->>'clockId' = 'acknowledge' order by position`,
      );
    const allFired = () =>
      waitFor(
        async () =>
          (
            await escalation.database.query(
              `select id from timers where state = 'armed' and due_at <= $1 limit 1`,
              [clock.now()],
            )
          ).length === 0,
        { timeoutMs: 30_000, describe: 'every due timer' },
      );

    beforeAll(async () => {
      escalation = await openTestEscalation(clock, redisUrl());
      await escalation.parts.timers.start();
      await escalation.openCases(numberOfCases, start);
    });

    afterAll(() => escalation?.close());

    it('fire nothing before it is due', async () => {
      const timers = escalation.timerService();
      clock.set(start + hour - 1);
      await timers.onApplicationBootstrap();
      await timers.onApplicationShutdown();
      expect(await fired()).toEqual([]);
    });

    it('tell how many are armed, when the next is due, and how many are overdue by how much', async () => {
      const timers = escalation.timerService();
      const [row] = await escalation.database.query<{ first: number; armed: number }>(
        `select min(due_at)::float8 as first, count(*)::int as armed from timers where state = 'armed'`,
      );
      const { first, armed } = row!;
      expect(armed).toBe(numberOfCases);
      clock.set(first - 1);
      const before = await timers.progress();
      expect(before).toMatchObject({
        ...{ service: 'escalation', engine: redisUrl() ? 'redis' : 'postgres', armed },
        ...{ nextDueAt: new Date(first).toISOString(), overdue: 0, overdueSeconds: null },
        ...{ fired: 0, late: 0 },
      });
      clock.set(first + 2_000);
      const after = await timers.progress();
      expect(after).toMatchObject({ armed, overdueSeconds: 2 });
      expect(after.overdue).toBeGreaterThan(0);
    });

    it('after an outage across every deadline, on two replicas, fire each once, with its own instant', async () => {
      clock.set(start + 5 * hour);
      const replicas = [escalation.timerService(), escalation.timerService()];
      for (const replica of replicas) await replica.onApplicationBootstrap();
      await allFired();
      for (const replica of replicas) await replica.onApplicationShutdown();
      const firings = await fired();
      const names = firings.map((firing) => `${firing.case} ${firing.type} ${firing.threshold}`);
      expect(new Set(names).size).toBe(firings.length);
      expect(firings).toHaveLength(4 * numberOfCases);
      const breaches = firings.filter(({ type }) => type === 'clearline.sla.breached.v1');
      expect(breaches).toHaveLength(numberOfCases);
      for (const { at, dueAt } of breaches) expect(at).toBe(dueAt);
    }, 60_000);

    it('notices a timer armed while it sleeps', async () => {
      const timers = escalation.timerService();
      await timers.onApplicationBootstrap();
      const before = (await fired()).length;
      try {
        // Received long ago: all of its acknowledgement's instants have passed when it opens.
        await escalation.openCases(1, clock.now() - 5 * hour);
        await waitFor(async () => (await fired()).length === before + 4, {
          describe: 'its firings',
        });
      } finally {
        await timers.onApplicationShutdown();
      }
    });

    it('climb the ladder of an alert step by step on two replicas, and stop once it is acknowledged', async () => {
      await escalation.parts.policies.publish({
        input: ladderPolicy,
        lineOf: () => undefined,
        by: 'test',
      });
      const begin = clock.now();
      const [quick, slow] = await escalation.openCases(2, begin);
      const replicas = [escalation.timerService(), escalation.timerService()];
      for (const replica of replicas) await replica.onApplicationBootstrap();
      const minute = 60_000;
      const told = (id: string) =>
        escalation.database.query<{ type: string; level: number }>(
          `select type, (data::json->>'level')::int as level from events
            where type like 'clearline.alert.%' and key = $1 order by position`,
          [id],
        );
      const levels = async (id: string) => (await told(id)).map(({ level }) => level);
      const until = (count: number, id: string) =>
        waitFor(async () => (await told(id)).length === count, { describe: 'who is told' });
      try {
        clock.set(begin + 60 * minute + 2);
        await until(1, quick!);
        await until(1, slow!);
        const { id } = (await escalation.state(quick!)).alerts[0]!;
        await escalation.decide(quick!, { type: 'acknowledge-alert', alertId: id, by: 's-1' });
        for (const [after, count] of [
          [70, 2],
          [90, 3],
        ] as const) {
          clock.set(begin + after * minute + 3);
          await until(count, slow!);
        }
        clock.set(begin + 300 * minute);
        await allFired();
        expect(await levels(slow!)).toEqual([1, 2, 3]);
        // Its last event about an alert is that it was taken on.
        expect((await told(quick!)).map(({ type }) => type)).toEqual([
          'clearline.alert.raised.v4',
          'clearline.alert.acknowledged.v1',
        ]);
        const [row] = await escalation.database.query<{
          level: number;
          step: string;
          told: string;
        }>(`select level, step, told from alerts where case_id = $1`, [slow]);
        expect(row).toMatchObject({ level: 3, step: 'direction' });
        expect(JSON.parse(row!.told)).toMatchObject([
          { step: 'team', level: 1 },
          { step: 'branch', level: 2 },
          { step: 'direction', level: 3 },
        ]);
      } finally {
        for (const replica of replicas) await replica.onApplicationShutdown();
      }
    }, 60_000);
  });
}

/** One clock of an hour, day and night, with three levels. */
const ladderPolicy: Policy = {
  ...defaultPolicy,
  ladders: [
    {
      id: 'desk',
      levels: [
        { id: 'team', level: 1, audience: 'supervisor', after: { breach: 0 } },
        { id: 'branch', level: 2, audience: 'manager', after: { breach: 10 }, next: 'direction' },
        { id: 'direction', level: 3, audience: 'admin', after: { unacknowledged: 20 } },
      ],
    },
  ],
  rules: [
    {
      id: 'all',
      match: {},
      clocks: [
        {
          kind: 'acknowledge',
          budget: { unit: 'elapsed-minutes', minutes: 60 },
          calendar: 'always',
          warnings: [],
          ladder: 'desk',
        },
      ],
    },
  ],
};
