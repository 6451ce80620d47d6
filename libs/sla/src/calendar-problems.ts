import { calendarSpec, isOvernight, minutesOf, weekdays } from './calendar-spec.js';
import type { Window } from './calendar-spec.js';
import { schemaProblems } from './policy-problem.js';
import { isPlainCalendar } from './plain-calendar.js';
import { isZone } from './zone.js';

/** What is wrong with a calendar: where (`hours.mon.1`), which rule it breaks, and in words. */
export interface CalendarProblem {
  path: string;
  /** `unknown-zone`, `window`, `overlapping-windows`, `no-working-time`, or one of `schemaProblems`. */
  rule: string;
  message: string;
}

const dayMinutes = 1440;
const windowsSchema = calendarSpec.shape.hours.shape.mon;

/**
 * Every problem of a calendar, an empty list when it can be used; the input may be anything, as it came
 * from a file or over the API. Parts that have a shape are checked further even where others have none.
 *
 * Windows of a day must not overlap, nor may those of a weekday run over midnight into the next weekday's;
 * they may touch. An overridden date may meet the night before: time that both claim counts once.
 * @param prefix the path of the calendar in what it is part of, such as `calendars.2`
 */
export function calendarProblems(input: unknown, prefix = ''): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const at = (path: string) => (prefix && path ? `${prefix}.${path}` : prefix || path);
  const report = (path: string, rule: string, message: string) =>
    problems.push({ path: at(path), rule, message });

  const parsed = isPlainCalendar(input) ? undefined : calendarSpec.safeParse(input);
  if (parsed?.error) problems.push(...schemaProblems(parsed.error, prefix));
  if (!isRecord(input)) return problems;
  if (typeof input['tz'] === 'string' && input['tz'] !== '' && !isZone(input['tz'])) {
    report('tz', 'unknown-zone', `unknown time zone ${input['tz']}`);
  }
  const readable = isPlainCalendar(input) ? input : parsed?.data;
  const { hours, overrides } = readable ?? usableParts(input);
  for (let index = 0; index < 7; index += 1) {
    const path = `hours.${weekdays[index]!}`;
    const windows = hours[weekdays[index]!] ?? [];
    reportWindows(windows, path, report);
    const next = weekdays[(index + 1) % 7]!;
    reportSpill(windows, path, hours[next] ?? [], `hours.${next}`, report);
  }
  for (const [date, windows] of Object.entries(overrides)) {
    reportWindows(windows, `overrides.${date}`, report);
  }
  if (readable && ![...Object.values(hours), ...Object.values(overrides)].some(isOpen)) {
    report('hours', 'no-working-time', 'no window is left on any day: nothing could ever be due');
  }
  return problems;
}

type Report = (path: string, rule: string, message: string) => void;

function reportWindows(windows: readonly Window[], path: string, report: Report): void {
  if (windows.length === 0) return;
  windows.forEach((window, index) => {
    if (window[0] === '24:00') {
      report(
        `${path}.${index}`,
        'window',
        'a window can not begin at 24:00; write 00:00 of the next day',
      );
    }
  });
  const inOrder = windows.map((window, index) => ({ window, index }));
  inOrder.sort((a, b) => minutesOf(a.window[0]) - minutesOf(b.window[0]));
  inOrder.forEach(({ window, index }, position) => {
    const before = inOrder[position - 1]?.window;
    if (before && minutesOf(window[0]) < endOf(before)) {
      report(
        `${path}.${index}`,
        'overlapping-windows',
        `${textOf(window)} overlaps ${textOf(before)}`,
      );
    }
  });
}

/** Windows that run over midnight against those of the day after. */
function reportSpill(
  windows: readonly Window[],
  path: string,
  next: readonly Window[],
  nextPath: string,
  report: Report,
): void {
  windows.forEach((window, index) => {
    const spill = endOf(window) - dayMinutes;
    const met = next.find((other) => minutesOf(other[0]) < spill);
    if (!met) return;
    const message = `${textOf(window)} runs over midnight into ${textOf(met)} of ${nextPath}`;
    report(`${path}.${index}`, 'overlapping-windows', message);
  });
}

function endOf(window: Window): number {
  return minutesOf(window[1]) + (isOvernight(window) ? dayMinutes : 0);
}

function textOf([from, to]: Window): string {
  return `${from}-${to}`;
}

/** Those days of a refused calendar whose windows can be read; the schema has said what is wrong with others. */
function usableParts(input: Record<string, unknown>) {
  const usable = (days: unknown): Record<string, Window[]> => {
    if (!isRecord(days)) return {};
    return Object.fromEntries(
      Object.entries(days).flatMap(([day, given]) => {
        const parsed = windowsSchema.safeParse(given);
        return parsed.success ? [[day, parsed.data]] : [];
      }),
    );
  };
  return { hours: usable(input['hours']), overrides: usable(input['overrides']) };
}

function isOpen(windows: readonly Window[]): boolean {
  return windows.length > 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
