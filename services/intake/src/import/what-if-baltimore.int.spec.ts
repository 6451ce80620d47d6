import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { explainSentence, parseBudget, WhatIf } from '#sla';
import type { CalendarSpec, Policy } from '#sla';
import { loadMapping } from './load-mapping.js';
import { readRecordedCases } from './recorded-cases.js';

interface Fixture {
  policy: { calendar: { id: string; tz: string; hours: [string, string] }; budget: string };
  asOf: string;
  verdicts: Record<string, Record<string, number>>;
  flips: {
    toMet: number;
    toBreached: number;
    byAgency: Record<string, { toMet: number; toBreached: number }>;
    sha256: string;
  };
  explanations: { id: string; en: string; 'zh-CN': string }[];
}

const folder = join(import.meta.dirname, '../../test/fixtures');
const fixture = parse(readFileSync(join(folder, 'baltimore-what-if.yaml'), 'utf8')) as Fixture;
const testData = process.env['CLEARLINE_TEST_DATA'];
const onRealFile = testData ? describe : describe.skip;
if (!testData) console.warn('what-if on real files is skipped: CLEARLINE_TEST_DATA is not set');

function policyOf({ calendar, budget }: Fixture['policy']): Policy {
  const day: [string, string][] = [calendar.hours];
  const spec: CalendarSpec = {
    ...{ id: calendar.id, version: 1, tz: calendar.tz, holidays: [], overrides: {} },
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  };
  const clock = { kind: 'resolution' as const, calendar: spec.id, warnings: [0.5] };
  return {
    ...{ id: 'three-days', version: 1, calendars: [spec] },
    rules: [
      { id: 'every-request', match: {}, clocks: [{ ...clock, budget: parseBudget(budget)! }] },
    ],
  };
}

onRealFile('three working days instead of the city of Baltimore’s deadlines', () => {
  it('flips the requests that were counted by hand, and says why', async () => {
    const file = join(testData ?? '', 'baltimore311-10000.csv.gz');
    const now = Date.parse(fixture.asOf);
    const mapping = await loadMapping('baltimore311');
    const counts = { bytesRead: 0, bytesTotal: 0, rows: 0, rejected: 0 };
    const whatIf = new WhatIf({ policy: policyOf(fixture.policy), now, mostFlips: 10_000 });
    const cases = readRecordedCases({ file, mapping, kind: 'resolution', now }, counts);
    for await (const recorded of cases) whatIf.add(recorded);
    const { clocks, toMet, toBreached, groups, flips } = whatIf.result();

    expect({ ...counts, clocks }).toMatchObject({ rows: 10_000, rejected: 0, clocks: 10_000 });
    const { verdicts } = fixture;
    const sums = Object.fromEntries(
      Object.entries(verdicts).map(([verdict, after]) => [
        verdict,
        after['met']! + after['breached']!,
      ]),
    );
    expect(groups[0]).toMatchObject({
      dimension: 'all',
      recorded: { ...sums, open: 0 },
      simulated: {
        met: verdicts['met']!['met']! + verdicts['breached']!['met']! + verdicts['none']!['met']!,
      },
    });
    expect({ toMet, toBreached }).toEqual({
      toMet: verdicts['breached']!['met'],
      toBreached: verdicts['met']!['breached'],
    });
    const byAgency = groups
      .filter(
        ({ dimension, ...group }) => dimension === 'unit' && group.toMet + group.toBreached > 0,
      )
      .map(({ value, ...group }) => [value, { toMet: group.toMet, toBreached: group.toBreached }]);
    expect(Object.fromEntries(byAgency)).toEqual(fixture.flips.byAgency);
    const lines = flips.map(
      ({ recorded, verdict, dueAt }) =>
        `${recorded.number} ${recorded.verdict} ${verdict} ${new Date(dueAt).toISOString()}`,
    );
    const digest = createHash('sha256').update(lines.sort().join('\n')).digest('hex');
    expect({ toMet, toBreached, sha256: digest }).toMatchObject({
      ...{ toMet: fixture.flips.toMet, toBreached: fixture.flips.toBreached },
      sha256: fixture.flips.sha256,
    });
    const said = fixture.explanations.map(({ id }) => {
      const { explanation } = flips.find(({ recorded }) => recorded.number === id)!;
      const zhCn = explainSentence(explanation, 'zh-CN');
      return { id, en: explainSentence(explanation, 'en'), 'zh-CN': zhCn };
    });
    expect(said).toEqual(fixture.explanations);
  });
});
