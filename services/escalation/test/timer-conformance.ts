import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
  });
}
