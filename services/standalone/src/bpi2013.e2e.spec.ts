import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, RecordedClockView } from '#contracts';
import { waitUntilCaughtUp } from '#eventing';
import { defaultPolicy } from '#sla';
import { createTestDatabase } from '#testing';
import { importHistory } from '../../intake/src/import/import-history.js';
import type { ImportRequest, ImportResult } from '../../intake/src/import/import-history.js';
import {
  everyNthCase,
  lastStatuses,
  randomFrom,
  readLogRows,
  shuffle,
  toCsv,
  waitsOf,
} from '../test/bpi-log.js';
import { listedCases } from '../test/listed-cases.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { workOfCases, workOfLog } from '../test/support-lines.js';
import type { LineWork } from '../test/support-lines.js';

const data = process.env['CLEARLINE_TEST_DATA'];
const onRealFiles = data ? describe : describe.skip;
if (!data) console.warn('incidents of BPI 2013 are skipped: CLEARLINE_TEST_DATA is not set');
const file = join(data ?? '', 'bpi2013-incidents.csv.gz');

/** Budgets longer than the log, so that no clock is breached before it waits. */
const alwaysOpen = {
  id: 'always-open',
  calendars: defaultPolicy.calendars.filter(({ id }) => id === 'always'),
  rules: [
    {
      id: 'every-incident',
      match: {},
      clocks: [
        {
          kind: 'resolution',
          budget: { unit: 'working-minutes', minutes: 10 * 365 * 24 * 60 },
          calendar: 'always',
        },
        { kind: 'statutory', budget: { unit: 'calendar-days', days: 3_650 }, calendar: 'always' },
      ],
    },
  ],
};

let standalone: TestStandalone;
const open = async () => {
  standalone = await openTestStandalone(await createTestDatabase());
};

async function run(request: ImportRequest): Promise<ImportResult> {
  const summary = await importHistory(standalone.services.runtimes.get('intake')!, request);
  await waitUntilCaughtUp([...standalone.services.transports()], { timeoutMs: 600_000 });
  return summary;
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

/** To the millisecond which line had each incident for how long, and what changed hands how often. */
async function expectLines(
  cases: Map<string, CaseView>,
  rows: readonly string[][],
): Promise<Omit<LineWork, 'time'>> {
  const { time, ...counts } = await workOfCases(standalone, cases);
  const { time: logged, ...loggedCounts } = workOfLog(rows);
  expect(counts).toEqual(loggedCounts);
  const wrong = [...new Set([...time.keys(), ...logged.keys()])]
    .filter((key) => time.get(key) !== logged.get(key))
    .map((key) => ({ key, shown: time.get(key), logged: logged.get(key) }));
  expect(wrong).toEqual([]);
  expect(logged.size).toBeGreaterThan(cases.size);
  return counts;
}

async function readClocks(): Promise<RecordedClockView[]> {
  const clocks: RecordedClockView[] = [];
  for (let after = ''; ;) {
    const path = `/api/v1/clocks?limit=2000${after && `&after=${after}`}`;
    const { body } = await standalone.call('manager', 'GET', path);
    const { items, next } = body as unknown as { items: RecordedClockView[]; next: string | null };
    clocks.push(...items);
    if (next === null) return clocks;
    after = next;
  }
}

/** How often and from when to when the contractual clocks of each incident stood still. */
async function readPauses(clocks: readonly RecordedClockView[]): Promise<Map<string, string>> {
  const escalation = standalone.services.runtimes.get('escalation')!.database;
  const ids = await escalation.query<{ id: string; source: string }>(
    `select id, state::json ->> 'externalId' as source from cases`,
  );
  const sourceOf = new Map(ids.map(({ id, source }) => [id, source]));
  const paused = new Map<string, string[]>();
  for (const { caseId, pauses = [] } of clocks) {
    const source = sourceOf.get(caseId)!;
    const spans = pauses.map(({ from, to }) => `${from} ${to ?? ''}`);
    paused.set(source, [...(paused.get(source) ?? []), ...spans]);
  }
  return new Map([...paused].map(([source, spans]) => [source, spans.sort().join()]));
}

/** Shuffled all of them are played; in their order one in eight, as a second time takes minutes. */
const oneCaseIn = process.env['CLEARLINE_WHOLE'] ? 1 : 8;

onRealFiles('the incidents of BPI 2013 in their order', () => {
  let folder: string;
  beforeAll(async () => {
    await open();
    folder = await mkdtemp(join(tmpdir(), 'clearline-bpi-'));
  }, 180_000);
  afterAll(async () => {
    await standalone?.close();
    await rm(folder, { recursive: true });
  }, 180_000);

  it('end as their log says, and a second run adds nothing', async () => {
    const rows = everyNthCase(await readLogRows(file), oneCaseIn);
    const part = join(folder, 'part.csv');
    await writeFile(part, toCsv(rows));
    const expected = lastStatuses(rows);
    expect(expected.size).toBeGreaterThan(7_554 / oneCaseIn - 1);
    expect(await run({ mapping: 'bpi2013', file: part })).toMatchObject({
      read: rows.length - 1,
      accepted: rows.length - 1,
      rejected: 0,
      cases: expected.size,
    });
    const cases = await listedCases(standalone);
    expectLastStatuses(cases, expected);
    await expectLines(cases, rows);
    expect(await run({ mapping: 'bpi2013', file: part })).toMatchObject({
      accepted: 0,
      cases: 0,
      events: 0,
    });
  }, 900_000);
});

onRealFiles(
  'the incidents of BPI 2013 when the whole file is shuffled and 5 % of its rows come twice',
  () => {
    let rows: string[][];
    let folder: string;
    beforeAll(async () => {
      await open();
      folder = await mkdtemp(join(tmpdir(), 'clearline-bpi-'));
      rows = await readLogRows(file);
      const published = await standalone.call('manager', 'PUT', '/api/v1/policies', alwaysOpen);
      expect(published.status).toBe(200);
      const [header, ...events] = rows;
      const random = randomFrom(2013);
      const again = events.filter(() => random() < 0.05);
      const mixed = shuffle([...events, ...again], random);
      const shuffled = join(folder, 'shuffled.csv');
      await writeFile(shuffled, toCsv([header!, ...mixed]));
      expect(await run({ mapping: 'bpi2013', file: shuffled })).toMatchObject({
        read: 65_533 + again.length,
        accepted: 65_533,
        duplicates: again.length,
        rejected: 0,
        cases: 7_554,
      });
    }, 900_000);
    afterAll(async () => {
      await standalone?.close();
      await rm(folder, { recursive: true });
    }, 180_000);

    it('end as their log says', async () => {
      const expected = lastStatuses(rows);
      expect(expected.size).toBe(7_554);
      expectLastStatuses(await listedCases(standalone), expected);
    }, 360_000);

    it('changed hands as often as in the log, and each line had each as long', async () => {
      expect(await expectLines(await listedCases(standalone), rows)).toEqual({
        groupChanges: 9_454,
        lineChanges: 5_877,
        returns: 580,
        returnedCases: 514,
      });
    }, 360_000);

    it('pause their contractual clocks as often and as long as the log, the statutory never', async () => {
      const clocks = await readClocks();
      const statutory = clocks.filter(({ kind }) => kind === 'statutory');
      expect(statutory.length).toBeGreaterThanOrEqual(7_554);
      expect(statutory.filter(({ pauses }) => pauses)).toEqual([]);
      const paused = await readPauses(clocks);
      const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());
      let episodes = 0;
      const wrong: string[] = [];
      for (const [source, waits] of waitsOf(rows)) {
        episodes += waits.length;
        const expected = waits.map(({ from, to }) => `${iso(from)} ${iso(to)}`).sort();
        if ((paused.get(source) ?? '') !== expected.join()) wrong.push(source);
      }
      expect({ episodes, wrong }).toEqual({ episodes: 5_724, wrong: [] });
    }, 360_000);
  },
);
