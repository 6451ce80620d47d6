import { colourOf, deepened } from './chart-colours.js';
import type { ChartContent, ChartSeries } from './chart-options.js';
import type { ChartKind } from './dashboards.js';
import { countOf, shareOf, tooFewOf } from './figures.js';
import type { Figures, ReportLine, RestsOn } from './figures.js';
import { timeStep } from './time-words.js';

/** What a chart is made of besides its figures: the words, and the light they are read in. */
export interface ChartWords {
  label: string;
  lineName: (line: ReportLine) => string;
  figureName: (figure: string) => string;
  beforeName: (figure: string) => string;
  /** Of all that is stacked together. */
  beforeInAll: string;
  count: (value: number) => string;
  percent: (value: number) => string;
  amount: (name: string, value: number) => string;
  /** That a share, a mean or a median rests on too few of something. */
  tooFew: (restsOn: RestsOn) => string;
  /** As short as it is round. */
  tick: (name: string, value: number) => string;
  isOverTime: boolean;
  isDark: boolean;
}

/** A report's lines as a chart; `before` are the figures that a line is compared with, in the same order. */
export function contentOf(
  kind: ChartKind,
  lines: readonly ReportLine[],
  before: readonly (Figures | undefined)[] | undefined,
  words: ChartWords,
): ChartContent {
  const { label, isOverTime, isDark } = words;
  const groups = lines.map((line) => words.lineName(line));
  const base = { label, groups, isOverTime };
  const grey = isDark ? '#c8c8c8' : '#4f4f4f';
  const dashed = (
    figure: string,
    valueOf: (figures: Figures | undefined) => number | null,
    { name = words.beforeName(figure), colour = grey } = {},
  ): ChartSeries[] => {
    const values = before?.map(valueOf) ?? [];
    // A legend names what is drawn: before there was any data nothing is.
    if (values.every((value) => value === null)) return [];
    return [{ id: `${figure} before`, name, colour, draws: 'dashed', values }];
  };
  const warningsOf = (name: string) =>
    lines.map(({ figures }) => {
      const restsOn = tooFewOf(figures, name);
      return restsOn && words.tooFew(restsOn);
    });
  switch (kind.draws) {
    case 'counts': {
      const series = kind.figures.map((figure, at): ChartSeries => ({
        id: figure,
        name: words.figureName(figure),
        colour: colourOf(figure, at, isDark),
        draws: 'bar',
        isStacked: kind.isStacked,
        values: lines.map(({ figures }) => countOf(figures, figure)),
      }));
      const inAll = (figures: Figures | undefined) => {
        const counted = kind.figures.flatMap((figure) => countOf(figures, figure) ?? []);
        return counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0);
      };
      const compared = kind.isStacked
        ? dashed('*', inAll, { name: words.beforeInAll })
        : series.flatMap(({ id, colour }) =>
            dashed(id, (figures) => countOf(figures, id), {
              colour: series.length > 1 ? deepened(colour, isDark) : grey,
            }),
          );
      return { ...base, series: [...series, ...compared], format: words.count };
    }
    case 'share': {
      const { share } = kind;
      const shares = lines.map(({ figures }) => shareOf(figures, share));
      const series: ChartSeries = {
        id: share,
        name: words.figureName(share),
        colour: colourOf(share, 0, isDark),
        draws: 'line',
        values: shares.map((one) => one?.rate ?? null),
        warnings: warningsOf(share),
        intervals: shares.map((one) => ({
          low: one?.low ?? null,
          high: one?.high ?? null,
        })),
      };
      const compared = dashed(share, (figures) => shareOf(figures, share)?.rate ?? null);
      return { ...base, series: [series, ...compared], format: words.percent, most: 1 };
    }
    case 'average': {
      const { average } = kind;
      const series: ChartSeries = {
        id: average,
        name: words.figureName(average),
        colour: colourOf(average, 0, isDark),
        draws: 'bar',
        values: lines.map(({ figures }) => countOf(figures, average)),
        warnings: warningsOf(average),
      };
      const compared = dashed(average, (figures) => countOf(figures, average));
      const format = (value: number) => words.amount(average, value);
      const all = [series, ...compared];
      if (kind.unit !== 'seconds') return { ...base, series: all, format };
      const most = Math.max(0, ...all.flatMap(({ values }) => values.map((value) => value ?? 0)));
      const tick = (value: number) => words.tick(average, value);
      const step = timeStep(most);
      // It ends with a tick, which would else stand wherever the highest value is.
      const end = Math.max(1, Math.ceil(most / step)) * step;
      return { ...base, series: all, format, tick, step, most: end };
    }
  }
}

/** Figures of one line, the largest first: what a total is made of. */
export function figuresContent(
  title: string,
  counted: readonly { name: string; count: number }[],
  words: Pick<ChartWords, 'label' | 'figureName' | 'count' | 'isDark'>,
): ChartContent {
  const { label, figureName, count, isDark } = words;
  const values = counted.map((one) => one.count);
  return {
    label,
    groups: counted.map(({ name }) => figureName(name)),
    isOverTime: false,
    series: [{ id: '*', name: title, colour: colourOf('', 0, isDark), draws: 'bar', values }],
    format: count,
    isLying: true,
  };
}

/** Whether there is anything to look at: bars of nought are none. */
export const isEmptyContent = ({ series }: ChartContent): boolean =>
  series.every(({ draws, values }) =>
    values.every((value) => value === null || (draws === 'bar' && value === 0)),
  );

/** Whether it is empty because what was counted came to nought, and not because nothing is known. */
export const isNoughtContent = (content: ChartContent): boolean =>
  isEmptyContent(content) && content.series.some(({ values }) => values.includes(0));

export const countedOf = (figures: Figures, names: readonly string[]) =>
  names
    .map((name) => ({ name, count: countOf(figures, name) ?? 0 }))
    .filter((one) => one.count > 0)
    .sort((one, other) => other.count - one.count);
