import { Temporal } from 'temporal-polyfill';

interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const patterns: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<shortYear>\\d{2})',
  MMM: '(?<monthName>[A-Za-z]{3})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
  a: '(?<half>[AaPp][Mm])',
};
const compiled = new Map<string, RegExp>();

/**
 * Epoch milliseconds of a written time; undefined when no format fits or the date does not exist.
 * Formats are Unicode (LDML) patterns of the letters above, read in `timeZone`; `iso` takes an
 * ISO 8601 instant with its own offset. A wall time that a clock change repeats means the first of
 * the two, one that it skips means as much later (Temporal's `compatible`, as RFC 5545 reads it).
 */
export function parseTime(text: string, formats: readonly string[], timeZone: string) {
  for (const format of formats) {
    const instant = format === 'iso' ? parseIso(text) : parseWall(text, format, timeZone);
    if (instant !== undefined) return instant;
  }
  return undefined;
}

function parseIso(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text)) {
    return undefined;
  }
  const instant = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(instant) ? undefined : instant;
}

function parseWall(text: string, format: string, timeZone: string): number | undefined {
  const groups = compile(format).exec(text)?.groups;
  const wall = groups && readWall(groups);
  if (!wall) return undefined;
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).toZonedDateTime(timeZone, {
      disambiguation: 'compatible',
    }).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readWall(groups: Record<string, string | undefined>): WallTime | undefined {
  const number = (name: string) => (groups[name] === undefined ? undefined : Number(groups[name]));
  const shortYear = number('shortYear');
  // POSIX: 69-99 are the 1900s, 00-68 the 2000s.
  const year =
    number('year') ??
    (shortYear === undefined ? undefined : shortYear + (shortYear > 68 ? 1900 : 2000));
  const named = groups['monthName'] && months.indexOf(groups['monthName'].toLowerCase()) + 1;
  const month = number('month') ?? named;
  const day = number('day');
  if (year === undefined || !month || day === undefined) return undefined;
  let hour = number('hour') ?? 0;
  const hour12 = number('hour12');
  if (hour12 !== undefined) {
    if (hour12 < 1 || hour12 > 12) return undefined;
    hour = (hour12 % 12) + (groups['half']?.toLowerCase() === 'pm' ? 12 : 0);
  }
  return { year, month, day, hour, minute: number('minute') ?? 0, second: number('second') ?? 0 };
}

function compile(format: string): RegExp {
  const known = compiled.get(format);
  if (known) return known;
  const source = format.replace(/([yMdHhmsa])\1*|[^\w\s]|\s+/g, (token) => {
    const pattern = patterns[token];
    if (pattern) return pattern;
    return /^\s+$/.test(token) ? '\\s+' : `\\${token}`;
  });
  const pattern = new RegExp(`^${source}$`);
  compiled.set(format, pattern);
  return pattern;
}
