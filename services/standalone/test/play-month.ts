import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntilCaughtUp } from '#eventing';
import { createClock } from '#platform';
import type { PlatformConfig } from '#platform';
import { createTestDatabase, waitFor } from '#testing';
import { ApiClient } from '../../cli/src/api-client.js';
import { historyHeader, historyRows } from '../../cli/src/simulate/history-rows.js';
import { ActionSender } from '../../cli/src/simulate/send-actions.js';
import { simulateHotline } from '../../cli/src/simulate/simulate-hotline.js';
import { importHistory } from '../../intake/src/import/import-history.js';
import { demoPassword } from '../src/demo-data.js';
import { openTestStandalone } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';

const dayMs = 86_400_000;
/** Long enough before the live month for whatever the start takes by a clock this fast. */
const marginDays = 20;
/** Four hours: by a faster clock answers come too late on a slow machine. */
const daysPerSecond = 1 / 6;

export interface PlayOptions {
  from: number;
  days: number;
  perDay: number;
  seed: number;
}

/**
 * A month that an older system recorded, then one that is worked live over the API by a fast clock.
 * Time stands still at its end, in the midst of the work: what is read later is of one instant.
 */
export async function playMonth(
  month: PlayOptions,
): Promise<{ product: TestStandalone; metrics: string }> {
  const database = await createTestDatabase();
  const kept = { ...database, drop: () => Promise.resolve() };
  const keys: Partial<PlatformConfig> = {
    masterKey: randomBytes(32),
    dataDir: mkdtempSync(join(tmpdir(), 'clearline-month-')),
  };
  const begin = month.from - 5 * dayMs;
  const until = month.from + month.days * dayMs;
  const real = new Date(Date.now() + 3_000).toISOString();
  const moving = `${new Date(begin).toISOString()}@${real}x${daysPerSecond * 86_400}`;
  const clock = createClock(moving);
  const live = await openTestStandalone(kept, { ...keys, clock: moving });
  const past = {
    ...month,
    seed: month.seed + 1,
    from: month.from - (month.days + marginDays) * dayMs,
  };
  await importPast(live, past);
  const [admin, supervisor] = ['admin', 'supervisor'].map(
    (username) => new ApiClient({ url: live.services.url, username, password: demoPassword }),
  );
  const sender = new ActionSender(admin!, supervisor);
  await sender.play(simulateHotline(month), {
    now: () => clock.now(),
    async waitFor(at) {
      if (at > until) return false;
      return waitFor(() => clock.now() >= at, { timeoutMs: 60_000, everyMs: 2 });
    },
  });
  await settle(live);
  // Those of the process that saw it all: another one counts from nothing.
  const metrics = JSON.stringify((await live.call('admin', 'GET', '/metrics')).body);
  await live.close();
  const end = new Date(clock.now()).toISOString();
  const still = await openTestStandalone(database, { ...keys, clock: `fixed:${end}` });
  await nothingFallsDue(still, Date.parse(end));
  await settle(still);
  return { product: still, metrics };
}

async function importPast({ services }: TestStandalone, past: PlayOptions): Promise<void> {
  const until = past.from + past.days * dayMs;
  const file = join(mkdtempSync(join(tmpdir(), 'clearline-past-')), 'history.csv');
  writeFileSync(file, historyHeader + [...historyRows(simulateHotline(past), until)].join(''));
  const request = { mapping: 'simulation', file, asOf: until, goLive: true };
  await importHistory(services.runtimes.get('intake')!, request);
}

const settle = ({ services }: TestStandalone) =>
  waitUntilCaughtUp([...services.transports()], { timeoutMs: 240_000 });

/** Timers and churn levels whose instant had come when the clock stopped. */
async function nothingFallsDue({ services }: TestStandalone, now: number): Promise<void> {
  const none = async (service: string, sql: string) => {
    const { database } = services.runtimes.get(service)!;
    return (await database.query(`${sql} limit 1`, [now])).length === 0;
  };
  const timers = `select 1 from timers where state = 'armed' and due_at <= $1`;
  const falls = `select 1 from churn_customers where falls_at <= $1`;
  await waitFor(async () => (await none('escalation', timers)) && (await none('signals', falls)), {
    timeoutMs: 120_000,
    everyMs: 100,
    describe: 'what was due',
  });
}
