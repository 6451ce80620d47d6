import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse';
import { waitUntilCaughtUp } from '#eventing';
import type { CaseView } from '#contracts';
import { createTestDatabase, waitFor } from '#testing';
import { importHistory } from '../../intake/src/import/import-history.js';
import type { ImportRequest } from '../../intake/src/import/import-history.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { workOfCases, workOfLog } from '../test/support-lines.js';

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

async function readCsv(file: string): Promise<string[][]> {
  const rows: string[][] = [];
  const parser = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ bom: true }));
  for await (const row of parser) rows.push(row as string[]);
  return rows;
}

/** Every case as the API shows it, by what its source called it. */
async function readCases(): Promise<Map<string, CaseView>> {
  const cases = new Map<string, CaseView>();
  for (let cursor = ''; ;) {
    const path = `/api/v1/cases?limit=200${cursor && `&cursor=${cursor}`}`;
    const { body } = await standalone.call('manager', 'GET', path);
    const { items, next } = body as unknown as { items: CaseView[]; next: string | null };
    for (const item of items) cases.set(String(item.externalId), item);
    if (next === null) return cases;
    cursor = next;
  }
}

/** What the log's last event of each incident says; no two events of one bear the same time. */
function lastStatuses(rows: readonly string[][]): Map<string, string> {
  const [header, ...events] = rows;
  const column = (name: string) => header!.indexOf(name);
  const [id, status, detail, time] = [
    'case:concept:name',
    'concept:name',
    'lifecycle:transition',
    'time:timestamp',
  ].map(column) as [number, number, number, number];
  const last = new Map<string, { at: number; status: string }>();
  for (const event of events) {
    const at = Date.parse(event[time]!);
    const known = last.get(event[id]!);
    if (!known || known.at < at) {
      last.set(event[id]!, { at, status: `${event[status]}/${event[detail]}` });
    }
  }
  return new Map([...last].map(([key, said]) => [`bpi2013:${key}`, said.status]));
}

const endings: Record<string, string> = {
  'Completed/Closed': 'closed',
  'Completed/Resolved': 'resolved',
  'Completed/In Call': 'resolved',
  'Completed/Cancelled': 'withdrawn',
};

/** One incident was closed and resolved again a week later: what is closed stays so. */
const isEnded = (ending: string, status: string) =>
  status === ending || (ending === 'resolved' && status === 'closed');

function expectLastStatuses(cases: Map<string, CaseView>, expected: Map<string, string>): void {
  const shown = new Map([...cases].map(([key, { sourceStatus }]) => [key, sourceStatus]));
  expect(shown.size).toBe(expected.size);
  const wrong = [...expected].filter(([key, status]) => shown.get(key) !== status);
  expect(wrong).toEqual([]);
  const misjudged = [...cases.values()].filter(({ status, sourceStatus }) => {
    const ending = endings[sourceStatus!];
    return ending ? !isEnded(ending, status) : status !== 'open' && status !== 'paused';
  });
  expect(misjudged.map(({ externalId, status }) => ({ externalId, status }))).toEqual([]);
}

/** Every hand-over, every return, and to the millisecond which line had each incident for how long. */
async function expectLines(cases: Map<string, CaseView>, rows: readonly string[][]): Promise<void> {
  const { time, ...counts } = await workOfCases(standalone, cases);
  expect(counts).toEqual({
    groupChanges: 9_454,
    lineChanges: 5_877,
    returns: 580,
    returnedCases: 514,
  });
  const logged = workOfLog(rows).time;
  const wrong = [...new Set([...time.keys(), ...logged.keys()])]
    .filter((key) => time.get(key) !== logged.get(key))
    .map((key) => ({ key, shown: time.get(key), logged: logged.get(key) }));
  expect(wrong).toEqual([]);
  expect(logged.size).toBeGreaterThan(7_554);
}

/** Deterministic numbers in [0, 1): mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}

const toCsv = (rows: readonly string[][]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

onRealFiles('the incidents of BPI 2013', () => {
  it('end as their log says, and a second run adds nothing', async () => {
    const request = { mapping: 'bpi2013', file: real('bpi2013-incidents') };
    expect(await run(request)).toMatchObject({
      read: 65_533,
      accepted: 65_533,
      rejected: 0,
      cases: 7_554,
    });
    await caughtUp();
    const rows = await readCsv(request.file);
    const expected = lastStatuses(rows);
    expect(expected.size).toBe(7_554);
    const cases = await readCases();
    expectLastStatuses(cases, expected);
    await expectLines(cases, rows);
    expect(await run(request)).toMatchObject({ accepted: 0, cases: 0, events: 0 });
  }, 900_000);

  it('end so too when the whole file is shuffled and 5 % of its rows come twice', async () => {
    const [header, ...events] = await readCsv(real('bpi2013-incidents'));
    const random = randomFrom(2013);
    const again = events.filter(() => random() < 0.05);
    const mixed = shuffle([...events, ...again], random);
    const file = join(folder, 'shuffled.csv');
    await writeFile(file, toCsv([header!, ...mixed]));
    expect(await run({ mapping: 'bpi2013', file })).toMatchObject({
      read: events.length + again.length,
      accepted: 65_533,
      duplicates: again.length,
      rejected: 0,
      cases: 7_554,
    });
    await caughtUp();
    const cases = await readCases();
    expectLastStatuses(cases, lastStatuses([header!, ...events]));
    await expectLines(cases, [header!, ...events]);
  }, 900_000);
});

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
      expect((await readCases()).size).toBe(first.cases);
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
    expect((await readCases()).size).toBe(20);
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
