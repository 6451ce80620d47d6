import { toCsv } from './csv.js';
import { changeOf, countOf, shareOf } from './figures.js';
import type { ShownReport } from './shown-report.js';

export interface CsvWords {
  group: string;
  total: string;
  low: (name: string) => string;
  high: (name: string) => string;
  of: (name: string) => string;
  change: (name: string) => string;
}

type Told = Pick<
  ShownReport,
  'dashboard' | 'lines' | 'before' | 'totals' | 'totalsBefore' | 'comparison' | 'lineName'
>;

/** The table as it is shown, with the total, for a spreadsheet: numbers as numbers, shares from 0 to 1. */
export function tableCsv(shown: Told, nameOf: (figure: string) => string, words: CsvWords): string {
  const { dashboard, lines, before, totals, totalsBefore, comparison } = shown;
  const counts = [...dashboard.figures, ...dashboard.amounts, ...dashboard.averages];
  const all = [...counts, ...dashboard.shares];
  const isCompared = comparison !== 'none';
  const head = [
    words.group,
    ...counts.map(nameOf),
    ...dashboard.shares.flatMap((share) => {
      const name = nameOf(share);
      return [name, words.low(name), words.high(name), words.of(name)];
    }),
    ...(isCompared ? all.map((name) => words.change(nameOf(name))) : []),
  ];
  const lineOf = (name: string, figures: typeof totals, past: typeof totals | undefined) => [
    name,
    ...counts.map((figure) => countOf(figures, figure)),
    ...dashboard.shares.flatMap((share) => {
      const { rate, low, high, n } = shareOf(figures, share) ?? {};
      return [rate ?? null, low ?? null, high ?? null, n ?? null];
    }),
    ...(isCompared ? all.map((figure) => rounded(changeOf(figures, past, figure).by)) : []),
  ];
  return toCsv([
    head,
    ...lines.map((line, at) => lineOf(shown.lineName(line), line.figures, before?.[at])),
    lineOf(words.total, totals, totalsBefore),
  ]);
}

const rounded = (value: number | null) =>
  value === null ? null : Math.round(value * 10_000) / 10_000;
