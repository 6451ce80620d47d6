import { orderDimensions, reportDimensions, reportTimes } from '#contracts';
import type { ReportQuery } from '#contracts';

/** SQL of a grouping over the columns of `alias`; the texts are ours, never the caller's. */
export function groupingSql(query: ReportQuery, alias: string, timeColumn: string): string {
  const { by } = query;
  if (by === undefined) return `'all'`;
  if (isTime(by)) {
    const format = {
      day: 'YYYY-MM-DD',
      week: 'IYYY-"W"IW',
      month: 'YYYY-MM',
      quarter: 'YYYY-"Q"Q',
      year: 'YYYY',
    };
    const wall = `to_timestamp(${alias}.${timeColumn} / 1000.0) at time zone $1`;
    return `to_char(${wall}, '${format[by]}')`;
  }
  const column = `${alias}.${columnOf(by)}`;
  return query.rollup === undefined
    ? `coalesce(${column}, '')`
    : `coalesce($2::jsonb ->> ${column}, ${column}, '')`;
}

/** The name that each code is counted under, the first of its group. */
const namesOf = (rollup: string): Record<string, string> =>
  Object.fromEntries(
    rollup.split(';').flatMap((group) => {
      const [first = '', ...others] = group.split(',');
      return [first, ...others].map((code) => [code, first]);
    }),
  );

/** Conditions of the filters as SQL with its values; $1 is the time zone, $2 what is counted as one. */
export function filterSql(
  query: ReportQuery,
  alias: string,
  timeColumn: string,
): { where: string; values: unknown[] } {
  const values: unknown[] = [query.tz];
  const conditions = ['$1::text is not null'];
  if (query.rollup !== undefined) {
    values.push(JSON.stringify(namesOf(query.rollup)));
    conditions.push('$2::jsonb is not null');
  }
  const add = (condition: string, value: unknown) => {
    values.push(value);
    conditions.push(condition.replace('?', `$${values.length}`));
  };
  const bound = (comparison: string, value: string | undefined) => {
    if (value === undefined) return;
    const column = `${alias}.${timeColumn} ${comparison}`;
    // A date alone begins at its midnight in the zone that the groups are in.
    if (!value.includes('T')) {
      add(`${column} (extract(epoch from ?::timestamp at time zone $1) * 1000)::bigint`, value);
    } else add(`${column} ?::bigint`, Date.parse(value));
  };
  bound('>=', query.from);
  bound('<', query.to);
  for (const name of [...reportDimensions, ...orderDimensions]) {
    const value = query[name];
    if (value === undefined) continue;
    // No code has a comma in it.
    const column = `${alias}.${columnOf(name)}`;
    if (value.includes(',')) add(`${column} = any(?::text[])`, value.split(','));
    else add(`${column} = ?`, value);
  }
  return { where: conditions.join(' and '), values };
}

const columnOf = (name: string) => (name === 'problemKind' ? 'problem_kind' : name);

function isTime(by: string): by is (typeof reportTimes)[number] {
  return (reportTimes as readonly string[]).includes(by);
}
