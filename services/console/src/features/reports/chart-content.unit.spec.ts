import { describe, expect, it } from '@jest/globals';
import { deepened } from './chart-colours.js';
import {
  contentOf,
  countedOf,
  figuresContent,
  isEmptyContent,
  isNoughtContent,
} from './chart-content.js';
import { optionOf } from './chart-options.js';
import { dashboards } from './dashboards.js';

const words = {
  label: 'Satisfaction by month',
  lineName: ({ group }: { group: string }) => `of ${group}`,
  figureName: (figure: string) => `the ${figure}`,
  beforeName: (figure: string) => `${figure} before`,
  beforeInAll: 'all before',
  count: (value: number) => `${value}`,
  percent: (value: number) => `${100 * value} %`,
  amount: (_: string, value: number) => `${value} s`,
  tooFew: (restsOn: string) => `too few ${restsOn}`,
  tick: (_: string, value: number) => `${value}`,
  isDark: false,
  isOverTime: true,
};
const line = (group: string, figures: Record<string, unknown>) => ({ row: group, group, figures });
const share = (n: number, rate: number | null) => ({ n, rate, low: rate, high: rate });
const ink = { text: '#000', line: '#ccc', ground: '#fff', font: 'serif' };

describe('a chart', () => {
  const lines = [
    line('2026-10', { csat: share(40, 0.5), answered: 40 }),
    line('2026-11', { csat: share(3, 1), answered: 3 }),
    line('2026-12', { csat: share(0, null), answered: 0 }),
  ];

  it('of a share has its intervals, and marks what rests on too little', () => {
    const content = contentOf({ draws: 'share', share: 'csat' }, lines, undefined, words);
    expect(content).toMatchObject({
      groups: ['of 2026-10', 'of 2026-11', 'of 2026-12'],
      most: 1,
      series: [
        {
          values: [0.5, 1, null],
          intervals: [
            { low: 0.5, high: 0.5 },
            { low: 1, high: 1 },
            { low: null, high: null },
          ],
          warnings: [undefined, 'too few answers', 'too few answers'],
        },
      ],
    });
  });

  it('of a median has hollow bars for what rests on too little, and says so where they are pointed at', () => {
    const kind = { draws: 'average', average: 'secondsMedian', unit: 'seconds' } as const;
    const held = [
      line('a', { secondsMedian: 600, spansHeld: 3 }),
      line('b', { secondsMedian: 60, spansHeld: 30 }),
    ];
    const { series } = optionOf(contentOf(kind, held, undefined, words), ink) as {
      series: {
        data: unknown[];
        tooltip: { valueFormatter: (value: unknown, at: number) => string };
      }[];
    };
    expect(series[0]!.data).toMatchObject([
      { value: 600, itemStyle: { color: ink.ground, borderWidth: 2 } },
      { value: 60 },
    ]);
    expect(series[0]!.data[1]).not.toHaveProperty('itemStyle');
    const { valueFormatter } = series[0]!.tooltip;
    expect([valueFormatter(600, 0), valueFormatter(60, 1)]).toEqual([
      '600 s  too few spans',
      '60 s',
    ]);
  });

  it('draws an interval only where there is one, under the name of its share', () => {
    const content = contentOf({ draws: 'share', share: 'csat' }, lines, undefined, words);
    const { series } = optionOf(content, ink) as { series: { name: string; data: unknown[] }[] };
    expect(series.map(({ name, data }) => [name, data.length])).toEqual([
      ['the csat', 3],
      ['the csat', 2],
    ]);
  });

  it('names in its legend nothing that it is compared with where there was no data', () => {
    const kind = { draws: 'share', share: 'csat' } as const;
    const { series } = contentOf(kind, lines, [{}, undefined, {}], words);
    expect(series.map(({ name }) => name)).toEqual(['the csat']);
  });

  it('has what each of its figures is compared with beside it, in a shade of its colour', () => {
    const kind = { draws: 'counts', figures: ['answered', 'closed'], isStacked: false } as const;
    const { series } = contentOf(kind, lines, [{ answered: 7, closed: 1 }, undefined, {}], words);
    expect(series.map(({ name, values }) => [name, values])).toEqual([
      ['the answered', [40, 3, 0]],
      ['the closed', [null, null, null]],
      ['answered before', [7, null, null]],
      ['closed before', [1, null, null]],
    ]);
    const colours = series.map(({ colour }) => colour);
    expect(colours.slice(2)).toEqual(colours.slice(0, 2).map((one) => deepened(one, false)));
  });

  it('of what is stacked has the sum of what it is compared with', () => {
    const kind = { draws: 'counts', figures: ['answered', 'closed'], isStacked: true } as const;
    const before = [{ answered: 7, closed: 2 }, { closed: 1 }, {}];
    const { series } = contentOf(kind, lines, before, words);
    expect(series.slice(2)).toMatchObject([
      { name: 'all before', draws: 'dashed', values: [9, 1, null] },
    ]);
  });

  it('of what is stacked shows the least too, above what it reaches into, and nothing of nought', () => {
    const kind = { draws: 'counts', figures: ['answered', 'closed'], isStacked: true } as const;
    const counted = [
      line('a', { answered: 1, closed: 900 }),
      line('b', { answered: 0, closed: 9 }),
    ];
    const { series } = optionOf(contentOf(kind, counted, undefined, words), ink) as {
      series: {
        z: number;
        barMinHeight: number;
        data: unknown[];
        tooltip: { valueFormatter: (value: unknown, at: number) => string };
      }[];
    };
    const [lower, upper] = series;
    expect(lower).toMatchObject({ barMinHeight: 3, data: [1, null] });
    expect(lower!.z).toBeGreaterThan(upper!.z);
    expect(lower!.tooltip.valueFormatter(null, 1)).toBe('0');
  });

  it('joins what follows in time, and only that', () => {
    const widths = [true, false].map((isOverTime) => {
      const kind = { draws: 'share', share: 'csat' } as const;
      const content = contentOf(kind, lines, undefined, { ...words, isOverTime });
      const { series } = optionOf(content, ink) as { series: { lineStyle: { width: number } }[] };
      return series[0]!.lineStyle.width;
    });
    expect(widths).toEqual([2, 0]);
  });

  it('names every group that is no day, and has round ticks of times', () => {
    const kind = { draws: 'average', average: 'secondsPerCase', unit: 'seconds' } as const;
    const groups = Array.from({ length: 9 }, (_, at) => line(`${at}`, { secondsPerCase: 50 * at }));
    const optionBy = (isOverTime: boolean) =>
      optionOf(contentOf(kind, groups, undefined, { ...words, isOverTime }), ink);
    expect(optionBy(false)).toMatchObject({
      xAxis: { axisLabel: { interval: 0, hideOverlap: false } },
      yAxis: { interval: 120, max: 480 },
    });
    expect(optionBy(true)).toMatchObject({ xAxis: { axisLabel: { hideOverlap: true } } });
  });

  it('has nothing to look at where all is nought, but a share of nought is something', () => {
    const counts = { draws: 'counts', figures: ['answered'], isStacked: false } as const;
    const isEmpty = (kind: Parameters<typeof contentOf>[0], figures: Record<string, unknown>) =>
      isEmptyContent(contentOf(kind, [line('2026-11', figures)], undefined, words));
    expect(isEmpty(counts, { answered: 0 })).toBe(true);
    expect(isEmpty(counts, { answered: 1 })).toBe(false);
    expect(isEmpty({ draws: 'share', share: 'csat' }, { csat: share(3, 0) })).toBe(false);
  });

  it('of what came to nought is told from one of which nothing is known', () => {
    const counts = { draws: 'counts', figures: ['answered'], isStacked: false } as const;
    const isNought = (figures: Record<string, unknown>) =>
      isNoughtContent(contentOf(counts, [line('2026-11', figures)], undefined, words));
    expect([{ answered: 0 }, { answered: 2 }, {}].map(isNought)).toEqual([true, false, false]);
  });

  it('is told to those who do not see it', () => {
    const option = optionOf(
      contentOf({ draws: 'share', share: 'csat' }, lines, undefined, words),
      ink,
    );
    expect(option).toHaveProperty('aria.label.description', 'Satisfaction by month');
  });

  it('of one line has the largest figure first, and none that is nought', () => {
    const counted = countedOf({ a: 1, b: 0, c: 5 }, ['a', 'b', 'c']);
    expect(figuresContent('Reasons', counted, words)).toMatchObject({
      groups: ['the c', 'the a'],
      series: [{ values: [5, 1] }],
    });
  });
});

describe.each(Object.entries(dashboards))('the charts of %s', (_, { charts }) => {
  it.each([
    ['alone', undefined],
    ['beside those of another time', [{}]],
  ])('draw every series under an id of its own, %s', (_title, before) => {
    for (const kind of charts) {
      const content = contentOf(kind, [line('2026-11', {})], before, words);
      const { series } = optionOf(content, ink) as { series: { id?: string }[] };
      // Those without an id, as whiskers, are given one.
      const ids = series.flatMap(({ id }) => id ?? []);
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids).not.toContain('');
    }
  });
});
