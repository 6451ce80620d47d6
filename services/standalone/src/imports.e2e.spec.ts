import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitUntilCaughtUp } from '#eventing';
import { createTestDatabase, waitFor } from '#testing';
import { importHistory } from '../../intake/src/import/import-history.js';
import type { ImportRequest } from '../../intake/src/import/import-history.js';
import { listedCases } from '../test/listed-cases.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';

const data = process.env['CLEARLINE_TEST_DATA'];
const onRealFiles = data ? describe : describe.skip;
if (!data) console.warn('imports of real files are skipped: CLEARLINE_TEST_DATA is not set');
const real = (name: string) => join(data ?? '', `${name}.csv.gz`);

let standalone: TestStandalone;
let folder: string;
beforeEach(async () => {
  standalone = await openTestStandalone(await createTestDatabase());
  folder = await mkdtemp(join(tmpdir(), 'clearline-imports-'));
}, 180_000);
afterEach(async () => {
  await standalone.close();
  await rm(folder, { recursive: true });
}, 180_000);

const run = (request: ImportRequest) =>
  importHistory(standalone.services.runtimes.get('intake')!, request);
const caughtUp = () =>
  waitUntilCaughtUp([...standalone.services.transports()], { timeoutMs: 600_000 });

onRealFiles('complaints in people’s own words', () => {
  it.each([
    ['comcast', 'comcast-fcc-complaints', 2_224],
    ['zh-gov', 'zh-gov-messages-with-replies', 2_816],
  ])(
    'of %s are accepted or rejected with a reason, once',
    async (mapping, name, rows) => {
      const request = { mapping, file: real(name), reportFolder: folder };
      const first = await run(request);
      expect(first.read).toBe(rows);
      expect(first.accepted + first.rejected + first.duplicates).toBe(rows);
      expect(first.accepted).toBeGreaterThan(rows * 0.99);
      const rejections = await standalone.services.runtimes
        .get('intake')!
        .database.query<{ reason: string }>(
          'select reason from import_rejections where run_id = $1',
          [first.runId],
        );
      expect(rejections).toHaveLength(first.rejected);
      expect(rejections.every(({ reason }) => reason.length > 0)).toBe(true);
      await caughtUp();
      expect((await listedCases(standalone)).size).toBe(first.cases);
      const second = await run(request);
      expect(second).toMatchObject({ read: rows, accepted: 0, cases: 0, events: 0 });
      expect(second.rejected).toBe(first.rejected);
    },
    720_000,
  );
});

const header = 'Ticket,Customer_Complaint,Date_month_year,Time,Received_Via,Status';
const complaints = (count: number) =>
  Array.from({ length: count }, (_, i) => `${i},Slow,22-Apr-15,3:53:50 PM,Internet,Open`);

describe('cases that are still open at the end of an import', () => {
  async function alertsAndTimers() {
    const { database } = standalone.services.runtimes.get('escalation')!;
    const [row] = await database.query<{ alerts: number; timers: number }>(
      `select (select count(*)::int from alerts) as alerts,
              (select count(*)::int from timers where state = 'armed') as timers`,
    );
    return row!;
  }

  it('keep silent, until a run with goLive arms their timers', async () => {
    const file = join(folder, 'open.csv');
    await writeFile(file, [header, ...complaints(20)].join('\n'));
    const asOf = Date.parse('2015-04-22T15:54:00-04:00');
    await run({ mapping: 'comcast', file, asOf });
    await caughtUp();
    expect((await listedCases(standalone)).size).toBe(20);
    expect(await alertsAndTimers()).toEqual({ alerts: 0, timers: 0 });

    expect(await run({ mapping: 'comcast', file, asOf, goLive: true })).toMatchObject({
      accepted: 0,
      judged: 20,
    });
    await caughtUp();
    // Years late by the real clock: the timer service breaches them now, aloud.
    const later = await waitFor(
      async () => {
        const seen = await alertsAndTimers();
        return seen.alerts >= 20 ? seen : undefined;
      },
      { timeoutMs: 30_000, describe: 'the alerts of live cases' },
    );
    expect(later.alerts % 20).toBe(0);
    expect(await run({ mapping: 'comcast', file, asOf, goLive: true })).toMatchObject({
      judged: 0,
    });
  }, 360_000);
});
