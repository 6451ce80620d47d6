import { clockKind } from '#contracts';
import { z } from 'zod';

const times = ['day', 'week', 'month', 'quarter', 'year'] as const;
const dimensionNames = ['unit', 'category', 'channel', 'tier', 'severity', 'product'] as const;
const instant = z.iso.datetime({ offset: true }).or(z.iso.date());

/** The last case of a page, and its clock where clocks are counted: `next` of the page before. */
const pageEnd = z.string().regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(~[\w:#-]{1,80})?$/i);

/** Parameters every report takes; unknown ones are refused. `from` and `to` bound the receipt, `to` not included. */
export const reportQuery = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  by: z.enum([...times, ...dimensionNames]).optional(),
  tz: z.string().max(64).default('UTC'),
  unit: z.string().optional(),
  category: z.string().optional(),
  channel: z.string().optional(),
  tier: z.string().optional(),
  severity: z.string().optional(),
  product: z.string().optional(),
  clock: clockKind.optional(),
  figure: z.string().optional(),
  group: z.string().optional(),
  after: pageEnd.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  format: z.enum(['json', 'csv']).optional(),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** SQL of a grouping over the columns of `alias`; the texts are ours, never the caller's. */
export function groupingSql(query: ReportQuery, alias: string, timeColumn: string): string {
  const { by } = query;
  if (by === undefined) return `'all'`;
  if ((times as readonly string[]).includes(by)) {
    const format = {
      day: 'YYYY-MM-DD',
      week: 'IYYY-"W"IW',
      month: 'YYYY-MM',
      quarter: 'YYYY-"Q"Q',
      year: 'YYYY',
    };
    const wall = `to_timestamp(${alias}.${timeColumn} / 1000.0) at time zone $1`;
    return `to_char(${wall}, '${format[by as (typeof times)[number]]}')`;
  }
  return `coalesce(${alias}.${by}, '')`;
}

/** Conditions of the filters as SQL with its values; $1 is the time zone. */
export function filterSql(
  query: ReportQuery,
  alias: string,
  timeColumn: string,
): { where: string; values: unknown[] } {
  const values: unknown[] = [query.tz];
  const conditions = ['$1::text is not null'];
  const add = (condition: string, value: unknown) => {
    values.push(value);
    conditions.push(condition.replace('?', `$${values.length}`));
  };
  if (query.from) add(`${alias}.${timeColumn} >= ?::bigint`, Date.parse(query.from));
  if (query.to) add(`${alias}.${timeColumn} < ?::bigint`, Date.parse(query.to));
  for (const name of dimensionNames) {
    const value = query[name];
    if (value !== undefined) add(`${alias}.${name} = ?`, value);
  }
  return { where: conditions.join(' and '), values };
}
