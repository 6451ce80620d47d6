import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import {
  BusinessCalendar,
  defaultPolicy,
  explainClock,
  pauseClock,
  resumeClock,
  startClock,
} from '#sla';
import type { SlaClock } from '#sla';
import { interpretRow } from '../domain/interpret-row.js';
import type { SourceRow } from '../domain/interpret-row.js';
import { freshProgress, planHistory } from '../domain/plan-history.js';
import { loadMapping } from './load-mapping.js';

const testData = process.env['CLEARLINE_TEST_DATA'];
const onRealFile = testData ? describe : describe.skip;
if (!testData) console.warn('waits of BPI 2013 are skipped: CLEARLINE_TEST_DATA is not set');

/** What the log says by itself: from the first row with a status of waiting to the next one without. */
function waitsOf(rows: readonly SourceRow[]): { from: number; to?: number }[] {
  const waits: { from: number; to?: number }[] = [];
  let isWaiting = false;
  for (const row of rows) {
    const at = Date.parse(row['time:timestamp']!);
    const waitsNow = row['lifecycle:transition']!.startsWith('Wait');
    if (waitsNow && !isWaiting) waits.push({ from: at });
    if (!waitsNow && isWaiting) waits[waits.length - 1]!.to = at;
    isWaiting = waitsNow;
  }
  return waits;
}

onRealFile('the waits of the BPI 2013 incidents', () => {
  it('pause the contractual clock for as long as the log says, and never the statutory one', async () => {
    const text = gunzipSync(readFileSync(join(testData ?? '', 'bpi2013-incidents.csv.gz')));
    const incidents = new Map<string, SourceRow[]>();
    for (const row of parse<SourceRow>(text, { columns: true, bom: true })) {
      const id = row['case:concept:name']!;
      incidents.set(id, [...(incidents.get(id) ?? []), row]);
    }
    const always = new BusinessCalendar(defaultPolicy.calendars.find(({ id }) => id === 'always')!);
    const calendars = () => always;
    const mapping = await loadMapping('bpi2013');
    const wrong: string[] = [];
    let episodes = 0;
    let pauses = 0;
    for (const [id, rows] of incidents) {
      const waits = waitsOf(rows);
      const read = rows
        .map((row) => interpretRow(row, mapping, Date.UTC(2026, 0, 1)))
        .sort((a, b) => a.at - b.at);
      const { at: startedAt } = read[0]!;
      const start = { clockId: id, startedAt, calendar: 'always@1', thresholds: [] };
      // Longer than the log is: what is due pauses no more.
      const years = { unit: 'working-minutes' as const, minutes: 3 * 365 * 24 * 60 };
      const days = { unit: 'calendar-days' as const, days: 3_650 };
      let contractual = startClock({ ...start, kind: 'resolution', budget: years }, calendars);
      let statutory = startClock({ ...start, kind: 'statutory', budget: days }, calendars);
      const both = (change: (clock: SlaClock) => SlaClock) => {
        contractual = change(contractual);
        statutory = change(statutory);
      };
      let progress = freshProgress;
      for (const { at, history } of read) {
        const planned = planHistory(progress, history!, at);
        progress = planned.progress;
        const { pause, pauseReason } = planned.step ?? {};
        if (pause === 'start') both((clock) => pauseClock(clock, at, pauseReason!));
        if (pause === 'end') both((clock) => resumeClock(clock, at, calendars));
      }
      const endsAt = read.at(-1)!.at;
      pauses += contractual.pauses?.length ?? 0;
      episodes += waits.length;
      if (statutory.pauses || statutory.dueAt !== always.plusDays(startedAt, 3_650)) wrong.push(id);
      if (waits.length === 0) continue;
      const terms = { rule: 'any', policyVersion: 1, now: endsAt };
      const { pausedMs, segments, countedMs, budgetMs } = explainClock(
        contractual,
        calendars,
        terms,
      );
      const waitedMs = waits.reduce((sum, { from, to = endsAt }) => sum + to - from, 0);
      const isExact = contractual.state === 'paused' || countedMs === budgetMs;
      const pausedSegments = segments.filter(({ type }) => type === 'paused').length;
      const isLastEmpty = waits.at(-1)?.from === endsAt;
      if (
        pausedMs !== waitedMs ||
        !isExact ||
        pausedSegments + Number(isLastEmpty) !== waits.length
      ) {
        wrong.push(id);
      }
    }
    expect(wrong).toEqual([]);
    expect({ incidents: incidents.size, episodes, pauses }).toEqual({
      incidents: 7_554,
      episodes: 5_724,
      pauses: 5_724,
    });
  });
});
