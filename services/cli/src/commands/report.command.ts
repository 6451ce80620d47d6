import type { Command } from 'commander';
import { ApiClient } from '../api-client.js';
import { printRows } from '../print.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

interface ReportFlags extends ApiFlags {
  json?: boolean;
  csv?: boolean;
  query?: string[];
}

interface Report {
  title: { zh: string; en: string };
  definition: { zh: string; en: string };
  totals: Record<string, unknown>;
  rows: Record<string, unknown>[];
}

/** `clearline report <name>`: a report of the running service, as lines, JSON or CSV. */
export function addReportCommand(program: Command): void {
  withApiOptions(
    program
      .command('report <name>')
      .description(
        'print a report: volume, backlog, sla-attainment, satisfaction, churn, churn-levels, churn-level-factors, churn-factors, handling, orders, transfers, repeats',
      ),
  )
    .option('--json', 'one JSON object')
    .option('--csv', 'comma-separated values')
    .option(
      '-q, --query <key=value...>',
      'filters and one grouping, e.g. from=2026-10-01 clock=external by=month; by is one of day, week, month, quarter, year, unit, category, channel, tier, severity, product; clock of sla-attainment, age of backlog',
    )
    .action(async (name: string, flags: ReportFlags) => {
      const query = new URLSearchParams((flags.query ?? []).join('&'));
      const api = new ApiClient(flags);
      if (flags.csv) query.set('format', 'csv');
      const path = `/api/v1/reports/${encodeURIComponent(name)}?${query.toString()}`;
      if (flags.csv) {
        process.stdout.write(await (await api.stream(path)).text());
        return;
      }
      const report = await api.get<Report>(path);
      if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else printReport(report);
    });
}

/** Its meaning, then a line a group and one for all. */
function printReport({ title, definition, totals, rows }: Report): void {
  process.stdout.write(`${title.en} / ${title.zh}\n${definition.en}\n${definition.zh}\n\n`);
  const lines = [...rows, { group: 'all', ...totals }].map((row) => flatten(row));
  printRows(lines, Object.keys(lines.at(-1)!));
}

/** To four digits, which are enough to read; the CSV and the JSON have all. */
const toldOf = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toFixed(4))) : String(value ?? '-');

/** Nested figures under dotted names, as in the CSV. */
function flatten(figures: Record<string, unknown>, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([key, value]): [string, string][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(flatten(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, toldOf(value)]],
    ),
  );
}
