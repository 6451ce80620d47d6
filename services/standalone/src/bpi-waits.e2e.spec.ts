import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { RecordedClockView } from '#contracts';
import { waitUntilCaughtUp } from '#eventing';
import { defaultPolicy } from '#sla';
import { createTestDatabase } from '#testing';
import { importHistory } from '../../intake/src/import/import-history.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';

const data = process.env['CLEARLINE_TEST_DATA'];
const onRealFiles = data ? describe : describe.skip;
if (!data) console.warn('waits of BPI 2013 are skipped: CLEARLINE_TEST_DATA is not set');

let standalone: TestStandalone;
beforeEach(async () => {
  standalone = await openTestStandalone(await createTestDatabase());
}, 180_000);
afterEach(() => standalone.close(), 180_000);

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

interface Wait {
  from: number;
  to?: number;
}

/** By case number's source id: from the first row that waits to the next one that does not. */
function readWaits(file: string): Map<string, Wait[]> {
  const waits = new Map<string, Wait[]>();
  const rows = parse<Record<string, string>>(gunzipSync(readFileSync(file)), { columns: true });
  for (const row of rows) {
    const id = `bpi2013:${row['case:concept:name']!}`;
    const known = waits.get(id) ?? [];
    waits.set(id, known);
    const at = Date.parse(row['time:timestamp']!);
    const open = known.at(-1)?.to === undefined ? known.at(-1) : undefined;
    const isWaiting = row['lifecycle:transition']!.startsWith('Wait');
    if (isWaiting && !open) known.push({ from: at });
    if (!isWaiting && open) open.to = at;
  }
  return waits;
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

onRealFiles('an import whose source pauses its clocks', () => {
  it('pauses the contractual clocks of BPI 2013 as often and as long as the log, the statutory never', async () => {
    const published = await standalone.call('manager', 'PUT', '/api/v1/policies', alwaysOpen);
    expect(published.status).toBe(200);
    const file = join(data ?? '', 'bpi2013-incidents.csv.gz');
    const intake = standalone.services.runtimes.get('intake')!;
    await importHistory(intake, { mapping: 'bpi2013', file });
    await waitUntilCaughtUp([...standalone.services.transports()], { timeoutMs: 600_000 });

    const clocks = await readClocks();
    const statutory = clocks.filter(({ kind }) => kind === 'statutory');
    expect(statutory.length).toBeGreaterThanOrEqual(7_554);
    expect(statutory.filter(({ pauses }) => pauses)).toEqual([]);

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
    const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());
    let episodes = 0;
    const wrong: string[] = [];
    for (const [source, waits] of readWaits(file)) {
      episodes += waits.length;
      const expected = waits.map(({ from, to }) => `${iso(from)} ${iso(to)}`);
      const seen = (paused.get(source) ?? []).sort();
      if (seen.join() !== expected.sort().join()) wrong.push(source);
    }
    expect({ episodes, wrong }).toEqual({ episodes: 5_724, wrong: [] });
  }, 900_000);
});
