import { isShare, sufficientAnswers } from '../domain/wilson-interval.js';
import type { Figures, ReportDefinition } from './report-definition.js';
import type { Report } from './run-report.js';

/**
 * Groups as CSV (RFC 4180), nested figures as `csat.rate`; the totals when there are no groups. Behind all else each share,
 * and each mean or median of `restOn`, has whether it rests on too little, as `csat.insufficient`: what is added stands at
 * the end of a line.
 */
export function toCsv(
  report: Pick<Report, 'rows' | 'totals'>,
  restOn: NonNullable<ReportDefinition['restOn']> = {},
): string {
  const rows = report.rows.length > 0 ? report.rows : [{ group: 'all', ...report.totals }];
  const flat = rows.map((row) => ({
    ...flatten(row),
    ...insufficientShares(row),
    ...insufficientAmounts(row, restOn),
  }));
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const quote = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = flat.map((row) => columns.map((name) => quote(row[name] ?? '')).join(','));
  return `${[columns.map(quote).join(','), ...lines].join('\r\n')}\r\n`;
}

const insufficientShares = (figures: Figures): Record<string, string> =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]): [string, string][] =>
      isShare(value) ? [[`${name}.insufficient`, String(value.n < sufficientAnswers)]] : [],
    ),
  );

const insufficientAmounts = (
  figures: Figures,
  restOn: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(restOn).map(([name, counted]) => [
      `${name}.insufficient`,
      String(Number(figures[counted] ?? 0) < sufficientAnswers),
    ]),
  );

function flatten(figures: Figures, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([key, value]): [string, string][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(flatten(value as Figures, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value === null || value === undefined ? '' : String(value)]],
    ),
  );
}
