import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { fakeClock, startRedis, waitFor } from '#testing';
import type { RedisServer } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import { describeTimers } from '../../test/timer-conformance.js';
import { describeTimerFaults } from '../../test/timer-faults.js';

const hour = 3_600_000;
let redis: RedisServer;

beforeAll(async () => {
  redis = await startRedis();
});

afterAll(() => redis?.stop());

describeTimers('Redis', () => redis.url);
describeTimerFaults('Redis', () => redis.url);

describe('a timer index that was lost', () => {
  it('is rebuilt from the table, and what was due meanwhile fires once', async () => {
    const clock = fakeClock('2026-01-05T01:00:00.000Z');
    const start = clock.now();
    const own = await startRedis();
    const escalation = await openTestEscalation(clock, own.url);
    const breaches = async () =>
      (
        await escalation.database.query(
          `select 1 from events where type = 'clearline.sla.breached.v1' and data::json->>'clockId' = 'acknowledge'`,
        )
      ).length;
    const timers = escalation.timerService();
    try {
      await escalation.parts.timers.start();
      await escalation.openCases(50, start);
      await timers.onApplicationBootstrap();

      const client = new Redis(own.url);
      await client.flushall();
      await client.quit();
      clock.set(start + 2 * hour + 100);
      await waitFor(async () => (await breaches()) === 50, {
        describe: 'firing after the rebuild',
      });

      await own.stop();
      await escalation.openCases(50, clock.now() - 6 * hour);
      await waitFor(async () => (await breaches()) === 100, {
        describe: 'firing from the table while Redis is down',
      });
      expect(await breaches()).toBe(100);
    } finally {
      await timers.onApplicationShutdown();
      await escalation.close();
      await own.stop();
    }
  }, 180_000);
});
