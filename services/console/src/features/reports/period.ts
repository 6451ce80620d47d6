import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import quarterOfYear from 'dayjs/plugin/quarterOfYear.js';
import updateLocale from 'dayjs/plugin/updateLocale.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(isoWeek);
dayjs.extend(quarterOfYear);
dayjs.extend(updateLocale);
// Weeks of reports begin on Monday: a calendar beside them does so in English too.
dayjs.updateLocale('en', { weekStart: 1 });

export const periods = [
  'today',
  'last-7',
  'last-30',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'this-year',
  'all',
  'custom',
] as const;
export type Period = (typeof periods)[number];

export const comparisons = ['none', 'previous', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

/** Days as dates alone, `to` not included, as the API takes them; absent where there is no end. */
export interface Span {
  from?: string;
  to?: string;
}
export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const date = 'YYYY-MM-DD';
// Days are counted where no clock is ever put forward.
const dayOf = (text: string) => dayjs.utc(text, date);

/** Of a span that ends before `to`. */
export const lastDayOf = (to: string): string => dayOf(to).subtract(1, 'day').format(date);

/** How a file of these days is named. */
export const spanName = ({ from, to }: Span): string =>
  from && to ? `${from} to ${lastDayOf(to)}` : 'all days';

/** The date that it is in a time zone. */
export const dateIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);

/** The first day of which there is anything, by the days of a time zone. */
export const firstDayOf = (since: string | null, timeZone: string): string | undefined =>
  since === null ? undefined : dateIn(timeZone, Date.parse(since));

/** Whether days were over before there was anything to count: their figures are not nought but unknown. */
export const isBeforeData = ({ to }: Span, firstDay: string | undefined): boolean =>
  to !== undefined && firstDay !== undefined && to <= firstDay;

/** The days of a period when today is `today`; a period that is not over ends with today. */
export function spanOf(period: Period, today: string, custom: Span): Span {
  const now = dayOf(today);
  const tomorrow = now.add(1, 'day');
  const since = (first: dayjs.Dayjs, end = tomorrow) => ({
    from: first.format(date),
    to: end.format(date),
  });
  switch (period) {
    case 'today':
      return since(now);
    case 'last-7':
      return since(now.subtract(6, 'day'));
    case 'last-30':
      return since(now.subtract(29, 'day'));
    case 'this-week':
      return since(now.startOf('isoWeek'));
    case 'last-week':
      return since(now.startOf('isoWeek').subtract(1, 'week'), now.startOf('isoWeek'));
    case 'this-month':
      return since(now.startOf('month'));
    case 'last-month':
      return since(now.startOf('month').subtract(1, 'month'), now.startOf('month'));
    case 'this-quarter':
      return since(now.startOf('quarter'));
    case 'this-year':
      return since(now.startOf('year'));
    case 'all':
      return {};
    case 'custom':
      return custom;
  }
}

/** The whole that days are a part of, the same days of which before they are compared with. */
export const wholes = ['week', 'month', 'quarter', 'year'] as const;
export type Whole = (typeof wholes)[number];

/** Of the days of a period; those of own choice are a part of none. */
export const wholeOf = (period: Period): Whole | undefined => {
  const units = {
    'this-week': 'week',
    'last-week': 'week',
    'this-month': 'month',
    'last-month': 'month',
    'this-quarter': 'quarter',
    'this-year': 'year',
  } as const;
  return period in units ? units[period as keyof typeof units] : undefined;
};

/** When a period has other days than it has now: next week, next month, or tomorrow. */
export const changesWith = (period: Period): 'tomorrow' | 'week' | 'month' => {
  if (period === 'last-week') return 'week';
  return period === 'last-month' ? 'month' : 'tomorrow';
};

/** Days with the whole that they are compared by, where they do not follow from the day on which it is. */
interface Compared {
  period: Period;
  comparison: Comparison;
  /** Of days that were those of a period when somebody held them: the whole of that. */
  whole?: Whole;
}

/** What the days of a period are compared with: the same days of a whole before, or as many days just before. */
export const comparedBy = ({ period, comparison, whole }: Compared) =>
  comparison === 'year' ? 'year' : (wholeOf(period) ?? whole ?? 'days');

/**
 * What a span is compared with: the same days a year before, or the span just before. A month so far is compared with
 * as many days of the month before, not with all of it. Undefined where the span has no ends.
 */
export function comparedSpan(compared: Compared, { from, to }: Span): Span | undefined {
  if (compared.comparison === 'none' || !from || !to) return undefined;
  const [first, end] = [dayOf(from), dayOf(to)];
  const by = comparedBy(compared);
  if (by === 'quarter') return shift(first, end, (day) => day.subtract(3, 'month'));
  if (by !== 'days') return shift(first, end, (day) => day.subtract(1, by));
  const days = end.diff(first, 'day');
  return shift(first, end, (day) => day.subtract(days, 'day'));
}

/** By its last day: the 28th of February and the day after it both have one a year before. */
function shift(first: dayjs.Dayjs, end: dayjs.Dayjs, back: (day: dayjs.Dayjs) => dayjs.Dayjs) {
  const last = back(end.subtract(1, 'day'));
  return { from: back(first).format(date), to: last.add(1, 'day').format(date) };
}

/** The group of a report, by time, that a day is in. */
export function bucketOf(day: string, unit: TimeUnit): string {
  const at = dayOf(day);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return `${at.isoWeekYear()}-W${String(at.isoWeek()).padStart(2, '0')}`;
    case 'month':
      return at.format('YYYY-MM');
    case 'quarter':
      return `${at.year()}-Q${at.quarter()}`;
    case 'year':
      return at.format('YYYY');
  }
}

/** The days of a group. */
export function daysOfBucket(bucket: string, unit: TimeUnit): Required<Span> {
  const [year = '', part = ''] = bucket.split('-');
  const first = (() => {
    switch (unit) {
      case 'day':
        return dayOf(bucket);
      case 'week':
        // The fourth of January is in the first week of its year, whatever day that is.
        return dayOf(`${year}-01-04`)
          .isoWeek(Number(part.slice(1)))
          .startOf('isoWeek');
      case 'month':
        return dayOf(`${bucket}-01`);
      case 'quarter':
        return dayOf(`${year}-01-01`).add(3 * (Number(part.slice(1)) - 1), 'month');
      case 'year':
        return dayOf(`${year}-01-01`);
    }
  })();
  const end = unit === 'quarter' ? first.add(3, 'month') : first.add(1, unit);
  return { from: first.format(date), to: end.format(date) };
}

const mostBuckets = 2_000;

/** Every group between two days, also those in which nothing happened. */
export function bucketsOf({ from, to }: Required<Span>, unit: TimeUnit): string[] {
  const buckets: string[] = [];
  let first = from;
  while (first < to && buckets.length < mostBuckets) {
    const bucket = bucketOf(first, unit);
    buckets.push(bucket);
    first = daysOfBucket(bucket, unit).to;
  }
  return buckets;
}

/** What a span is best seen in: about a dozen to three dozen groups. */
export function unitFor({ from, to }: Span): TimeUnit {
  if (!from || !to) return 'month';
  const days = dayOf(to).diff(dayOf(from), 'day');
  if (days <= 45) return 'day';
  if (days <= 200) return 'week';
  return days <= 1_200 ? 'month' : 'quarter';
}

/** What a group of time is seen in when it is opened. */
export const finerUnit = { year: 'month', quarter: 'week', month: 'day', week: 'day' } as const;
