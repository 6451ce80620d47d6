import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  dimensionGroupings,
  groupByAge,
  groupCounted,
  stateFigures,
  timeGroupings,
} from './group-counted.js';
import { monthLogSuite } from './month-log-suite.js';
import type { TestStandalone } from './open-test-standalone.js';
import { playMonth } from './play-month.js';
import { readRecordedFacts } from './recorded-facts.js';
import type { RecordedFacts } from './recorded-facts.js';
import { figuresOf, recomputeReport } from './recompute-report.js';
import type { Counted, ReportName } from './recompute-report.js';

const from = Date.parse('2026-10-01T00:00:00.000Z');
const month = { seed: 11, from, days: 30, perDay: 4 };
const reports = Object.keys(figuresOf) as ReportName[];
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'];
const groupings = [
  { by: undefined, tz: 'UTC' },
  ...timeGroupings.flatMap((by) => zones.map((tz) => ({ by, tz }))),
  ...dimensionGroupings.map((by) => ({ by, tz: 'UTC' })),
];
const clockKinds = [
  'acknowledge',
  'stage',
  'next-update',
  'resolution',
  'statutory',
  'external',
] as const;
type Query = Record<string, string | undefined>;
interface Handling {
  caseId: string;
  dimensions: Record<string, string | undefined>;
  seconds: number;
  cost?: number;
  isOverTarget: boolean;
  isOverLimit: boolean;
}
interface Handled {
  group: string;
  cost: number;
  secondsPerCase: number;
  costPerCase: number | null;
}

let product: TestStandalone;
let metrics: string;
let facts: RecordedFacts;

beforeAll(async () => {
  ({ product, metrics } = await playMonth(month));
  facts = await read();
}, 900_000);
afterAll(() => product?.close(), 120_000);

function read(): Promise<RecordedFacts> {
  const { runtimes } = product.services;
  return readRecordedFacts(runtimes.get('escalation')!.database, runtimes.get('signals')!.database);
}

async function get(path: string, query: Query): Promise<Record<string, unknown>> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const search = new URLSearchParams(given).toString();
  const { status, body } = await product.call('bi', 'GET', `/api/v1/reports/${path}?${search}`);
  expect({ path, query, status }).toEqual({ path, query, status: 200 });
  return body;
}

/** The report as the API gives it, and as it should be: totals, and rows in order of their groups. */
async function compare(report: ReportName, query: Query, wanted: readonly Counted[]) {
  const { by, tz = 'UTC' } = query;
  const { totals, rows } = await get(report, query);
  const now = product.services.runtimes.get('reporting')!.clock.now();
  const [all] = groupCounted(wanted, undefined, tz);
  const groups = by === 'age' ? groupByAge(wanted, now) : groupCounted(wanted, by, tz);
  expect(totals).toEqual(stateFigures(report, all?.[1] ?? [], now));
  expect(rows).toEqual(
    by
      ? groups.map(([group, members]) => ({
          group,
          ...stateFigures(report, members, now),
        }))
      : [],
  );
}

/** Every case behind a figure; of all cases together a small page at a time. */
async function casesBehind(report: ReportName, query: Query): Promise<string[]> {
  const limit = query['by'] === undefined ? '7' : '200';
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await get(`${report}/cases`, { ...query, limit, cursor });
    found.push(...(page['items'] as { caseId: string }[]).map(({ caseId }) => caseId));
    cursor = (page['next'] as string | null) ?? undefined;
  } while (cursor);
  return found;
}

describe('a simulated month', () => {
  it('gives every figure something to count', () => {
    const counted = reports.flatMap((report) => {
      const found = new Set(recomputeReport(report, facts).map(({ figure }) => figure));
      return figuresOf[report].map((figure) => [`${report} ${figure}`, found.has(figure)]);
    });
    const missing = counted.filter(([, isFound]) => !isFound).map(([figure]) => figure);
    // Every case has a clock of some kind; single kinds below are without.
    expect(missing).toEqual(['sla-attainment withoutClock']);
  });

  describe.each(reports)('%s', (report) => {
    it.each(groupings)('equals a recomputation from the events by $by in $tz', async (query) => {
      await compare(report, query, recomputeReport(report, facts));
    });

    it('equals it within bounds of time', async () => {
      const until = from + 15 * 86_400_000;
      const within = ({ at }: Counted) => at >= from && at < until;
      const bounds = { from: new Date(from).toISOString(), to: new Date(until).toISOString() };
      const wanted = recomputeReport(report, facts).filter(within);
      await compare(report, { ...bounds, by: 'day' }, wanted);
    });

    it.each(dimensionGroupings)('equals it for each single %s', async (name) => {
      const counted = recomputeReport(report, facts);
      const values = new Set(counted.flatMap(({ dimensions }) => dimensions[name] ?? []));
      expect(values.size).toBeGreaterThan(1);
      for (const value of values) {
        const wanted = counted.filter(({ dimensions }) => dimensions[name] === value);
        await compare(report, { [name]: value, by: 'week' }, wanted);
      }
    });

    it.each([undefined, 'week', 'unit', 'category', 'channel'] as const)(
      'lists exactly the cases behind each figure by %s',
      async (by) => {
        const counted = recomputeReport(report, facts);
        for (const [group, members] of groupCounted(counted, by, 'UTC')) {
          for (const figure of figuresOf[report]) {
            const wanted = members.filter((member) => member.figure === figure);
            const found = await casesBehind(report, { by, group, figure });
            expect(found.sort()).toEqual(wanted.map(({ caseId }) => caseId).sort());
          }
        }
      },
    );
  });

  it.each(clockKinds)('attains what the events say for clocks of kind %s', async (clock) => {
    const counted = recomputeReport('sla-attainment', facts, clock);
    await compare('sla-attainment', { clock, by: 'unit' }, counted);
    for (const figure of figuresOf['sla-attainment']) {
      const wanted = counted.filter((member) => member.figure === figure);
      const found = await casesBehind('sla-attainment', { clock, figure });
      expect(found.sort()).toEqual(wanted.map(({ caseId }) => caseId).sort());
    }
  });

  it('attains by kind of clock what the events say, with a list behind each', async () => {
    const counted = recomputeReport('sla-attainment', facts);
    await compare('sla-attainment', { by: 'clock' }, counted);
    for (const [group, members] of groupCounted(counted, 'clock', 'UTC')) {
      for (const figure of figuresOf['sla-attainment']) {
        const wanted = members.filter((member) => member.figure === figure);
        const found = await casesBehind('sla-attainment', { by: 'clock', group, figure });
        expect(found.sort()).toEqual(wanted.map(({ caseId }) => caseId).sort());
      }
    }
  });

  it('has what is open by its age as the events say, with a list behind each', async () => {
    const counted = recomputeReport('backlog', facts);
    await compare('backlog', { by: 'age' }, counted);
    const { clock } = product.services.runtimes.get('reporting')!;
    const groups = groupByAge(counted, clock.now());
    expect(groups.length).toBeGreaterThan(1);
    for (const [group, members] of groups) {
      const wanted = members.filter(({ figure }) => figure === 'open');
      const found = await casesBehind('backlog', { by: 'age', group, figure: 'open' });
      expect(found.sort()).toEqual(wanted.map(({ caseId }) => caseId).sort());
    }
  });

  it.each(reports)('counts groups of %s as one, each case once', async (report) => {
    const counted = recomputeReport(report, facts);
    const known = groupCounted(counted, 'category', 'UTC').map(([code]) => code);
    const codes = known.filter(Boolean).slice(0, 3);
    expect(codes.length).toBeGreaterThan(1);
    const [first = ''] = codes;
    const rolled = counted.map((one) => {
      const { category = '' } = one.dimensions;
      const as = codes.includes(category) ? first : category;
      return { ...one, dimensions: { ...one.dimensions, category: as } };
    });
    await compare(report, { by: 'category', rollup: codes.join(',') }, rolled);
  });

  it.each(reports)('counts %s along the tree of units', async (report) => {
    const counted = recomputeReport(report, facts);
    const [south, house] = [
      ['south', 'south-harbour'],
      ['hq', 'north', 'hse'],
    ];
    const isOf = (codes: readonly string[]) => (one: Counted) =>
      codes.includes(one.dimensions['unit'] ?? '');
    const wanted = counted.filter(isOf(south));
    await compare(report, { unitTree: 'south', by: 'week' }, wanted);
    const rolled = counted.filter(isOf([...south, ...house])).map((one) => {
      const unit = isOf(south)(one) ? 'south' : one.dimensions['unit'];
      return { ...one, dimensions: { ...one.dimensions, unit } };
    });
    await compare(report, { unitTree: 'hq', by: 'unit', branches: 'true' }, rolled);
    const [figure = ''] = figuresOf[report];
    const found = await casesBehind(report, { unitTree: 'south', figure });
    const behind = groupCounted(wanted, undefined, 'UTC')
      .flatMap(([, members]) => members)
      .filter((one) => one.figure === figure);
    expect(found.sort()).toEqual(behind.map(({ caseId }) => caseId).sort());
  });

  it.each(['kind', 'matter', 'problemKind', 'owner'])(
    'counts orders by their %s as the events say, and those of each alone by unit',
    async (name) => {
      const counted = recomputeReport('orders', facts);
      await compare('orders', { by: name }, counted);
      const values = new Set(counted.flatMap(({ dimensions }) => dimensions[name] ?? []));
      expect(values.size).toBeGreaterThan(1);
      for (const value of values) {
        const wanted = counted.filter(({ dimensions }) => dimensions[name] === value);
        await compare('orders', { [name]: value, by: 'unit' }, wanted);
      }
    },
  );

  it.each([undefined, 'unit', 'tier'] as const)(
    'adds up what handling took and cost as the events say, by %s',
    async (by) => {
      const { database } = product.services.runtimes.get('escalation')!;
      const rows = await database.query<{ data: string }>(
        `select data from events where type = 'clearline.case.handling-recorded.v1'`,
      );
      const recorded = rows.map(({ data }) => JSON.parse(data) as Handling);
      expect(recorded.length).toBeGreaterThan(20);
      const groups = new Map<string, Handling[]>();
      for (const one of recorded) {
        const group = by ? (one.dimensions[by] ?? '') : 'all';
        groups.set(group, [...(groups.get(group) ?? []), one]);
      }
      const report = await get('handling', { by });
      const totals = report['totals'] as Handled;
      const told = by ? (report['rows'] as Handled[]) : [{ ...totals, group: 'all' }];
      expect(told.map(({ group }) => group)).toEqual([...groups.keys()].sort());
      for (const { group, ...figures } of told) {
        const own = groups.get(group)!;
        const casesOf = (of: readonly Handling[]) => new Set(of.map(({ caseId }) => caseId)).size;
        const seconds = own.reduce((sum, one) => sum + one.seconds, 0);
        const costed = casesOf(own.filter((one) => one.cost !== undefined));
        const cost = own.reduce((sum, one) => sum + (one.cost ?? 0), 0);
        expect(figures).toMatchObject({
          handled: casesOf(own),
          overTarget: casesOf(own.filter((one) => one.isOverTarget)),
          overLimit: casesOf(own.filter((one) => one.isOverLimit)),
          withoutCost: casesOf(own.filter((one) => one.cost === undefined)),
          withCost: costed,
          seconds,
        });
        expect(figures.cost).toBeCloseTo(cost);
        expect(figures.secondsPerCase).toBeCloseTo(seconds / casesOf(own), 1);
        // Where no work has a cost, there is no cost of a case either.
        expect(figures.costPerCase === null).toBe(costed === 0);
        expect(figures.costPerCase ?? 0).toBeCloseTo(costed === 0 ? 0 : cost / costed, 1);
      }
    },
  );

  it('stood still while it was compared', async () => {
    expect(await read()).toEqual(facts);
  });
});

// Last: it goes on with the cases.
monthLogSuite(month, () => ({ product, metrics }));
