import { toCsv } from '../../shared/csv.js';
import { changeOf } from './figure-change.js';
import { canBeTooFew, countOf, shareOf, tooFewOf } from './figures.js';
import { firstDayOf, lastDayOf } from './period.js';
import type { Span } from './period.js';
import type { ShownReport } from './shown-report.js';

export interface CsvWords {
  group: string;
  total: string;
  low: (name: string) => string;
  high: (name: string) => string;
  of: (name: string) => string;
  before: (name: string) => string;
  /** Of counts by how much of what they were, of shares by how many points. */
  change: (name: string, kind: 'growth' | 'points') => string;
  /** Of what is counted in seconds. */
  inSeconds: (name: string) => string;
  from: string;
  to: string;
  comparedFrom: string;
  comparedTo: string;
  timeZone: string;
  filters: string;
  /** What was filtered by, in words; nothing where all was counted. */
  filtered: string;
  readAt: string;
  /** The first day of which there is anything. */
  since: string;
  /** Whether a share, a mean or a median rests on too little. */
  insufficient: (name: string) => string;
  yes: string;
  no: string;
}

type Told = Pick<
  ShownReport,
  | 'dashboard'
  | 'lines'
  | 'before'
  | 'totals'
  | 'totalsBefore'
  | 'comparison'
  | 'lineName'
  | 'span'
  | 'compared'
  | 'readAt'
  | 'since'
> & { state: Pick<ShownReport['state'], 'timeZone'> };

/** The table as it is shown, with the total, the days and the filters, for a spreadsheet: numbers as numbers, shares from 0 to 1. */
export function tableCsv(
  shown: Told,
  figureName: (figure: string) => string,
  words: CsvWords,
): string {
  const nameOf = (figure: string) =>
    figure.startsWith('seconds') ? words.inSeconds(figureName(figure)) : figureName(figure);
  const { dashboard, lines, before, totals, totalsBefore, comparison } = shown;
  const counts = [...dashboard.figures, ...dashboard.amounts, ...dashboard.averages];
  const all = [...counts, ...dashboard.shares];
  const judged = [...dashboard.shares, ...dashboard.averages.filter(canBeTooFew)];
  const isCompared = comparison !== 'none';
  const firstDay = firstDayOf(shown.since, shown.state.timeZone) ?? null;
  const head = [
    words.group,
    ...counts.map(nameOf),
    ...dashboard.shares.flatMap((share) => {
      const name = nameOf(share);
      return [name, words.low(name), words.high(name), words.of(name)];
    }),
    ...(isCompared
      ? all.flatMap((name) => {
          const isShare = dashboard.shares.includes(name);
          const change = words.change(nameOf(name), isShare ? 'points' : 'growth');
          const interval = isShare ? [words.low(change), words.high(change)] : [];
          return [words.before(nameOf(name)), change, ...interval];
        })
      : []),
    ...[words.from, words.to],
    ...(isCompared ? [words.comparedFrom, words.comparedTo] : []),
    ...[words.timeZone, words.filters, words.readAt, words.since],
    // At the end: whoever reads the columns before by their places goes on reading them.
    ...judged.map((name) => words.insufficient(figureName(name))),
  ];
  const lineOf = (name: string, figures: typeof totals, past: typeof totals | undefined) => [
    name,
    ...counts.map((figure) => toThousandths(countOf(figures, figure))),
    ...dashboard.shares.flatMap((share) => {
      const { rate, low, high, n } = shareOf(figures, share) ?? {};
      return [rate ?? null, low ?? null, high ?? null, n ?? null];
    }),
    ...(isCompared
      ? all.flatMap((figure) => {
          const change = changeOf(figures, past, figure);
          const isShare = dashboard.shares.includes(figure);
          if (!isShare) return [toThousandths(change.past), rounded(change.by)];
          const { low = null, high = null } = change.interval ?? {};
          return [change.past, rounded(change.by), rounded(low), rounded(high)];
        })
      : []),
    ...daysOf(shown.span),
    ...(isCompared ? daysOf(shown.compared ?? {}) : []),
    ...[shown.state.timeZone, words.filtered, shown.readAt, firstDay],
    ...judged.map((name) => {
      // Of a mean of nothing there is nothing to say.
      if (!shareOf(figures, name) && countOf(figures, name) === null) return null;
      return tooFewOf(figures, name) ? words.yes : words.no;
    }),
  ];
  return toCsv([
    head,
    ...lines.map((line, at) => lineOf(shown.lineName(line), line.figures, before?.[at])),
    lineOf(words.total, totals, totalsBefore),
  ]);
}

/** The first and the last day; nothing where there is no end. */
const daysOf = ({ from, to }: Span) => [from ?? null, to === undefined ? null : lastDayOf(to)];

/** Seconds to the millisecond: a median is not told to the last bit. */
const toThousandths = (value: number | null) =>
  value === null ? null : Math.round(value * 1_000) / 1_000;

const rounded = (value: number | null) =>
  value === null ? null : Math.round(value * 10_000) / 10_000;
