import { calendarSpec, minutesOf, weekdays } from './calendar-spec.js';
import type { Window } from './calendar-spec.js';
import { isZone } from './policy-ladder.js';
import { fieldsOf, fittingFields, itemsOf, misfits, within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';

const dayMinutes = 1_440;

/** Every problem of one calendar: its shape, its zone, overlapping windows, no working time at all. */
export function calendarProblems(spec: unknown, path: string): PolicyProblem[] {
  const problems = misfits(calendarSpec, spec, path);
  const given = fieldsOf(spec);
  const { tz } = fittingFields(calendarSpec, spec);
  if (tz !== undefined && !isZone(tz)) {
    const message = `unknown time zone ${tz}`;
    problems.push({ path: within(path, 'tz'), rule: 'unknown-zone', message });
  }
  const hours = fieldsOf(given['hours']);
  weekdays.forEach((weekday, index) => {
    const before = windowsIn(hours[weekdays[(index + 6) % 7]!]);
    const at = within(path, 'hours', weekday);
    problems.push(...overlaps(windowsIn(hours[weekday]), before, at));
  });
  const overrides = fieldsOf(given['overrides']);
  for (const [date, windows] of Object.entries(overrides)) {
    problems.push(...overlaps(windowsIn(windows), [], within(path, 'overrides', date)));
  }
  // Hours of single dates run out, and then nothing would ever fall due.
  const isOpen = Object.values(hours).some((windows) => itemsOf(windows).length > 0);
  if (!isOpen && problems.length === 0) {
    const message = 'it has no working time in any week';
    problems.push({ path: within(path, 'hours'), rule: 'no-working-time', message });
  }
  return problems;
}

/** Windows that can be read; what can't is the schema's problem. */
function windowsIn(value: unknown): Window[] {
  const isTime = (part: unknown) => typeof part === 'string' && /^\d\d:\d\d$/.test(part);
  return itemsOf(value).filter(
    (window): window is Window =>
      Array.isArray(window) && window.length === 2 && window.every(isTime),
  );
}

const spanOf = ([from, to]: Window): [number, number] => {
  const start = minutesOf(from);
  const end = minutesOf(to);
  return [start, end > start ? end : end + dayMinutes];
};

/** Windows of one day against each other, and against what runs over from the day before. */
function overlaps(
  windows: readonly Window[],
  before: readonly Window[],
  path: string,
): PolicyProblem[] {
  const carried = Math.max(0, ...before.map((window) => spanOf(window)[1] - dayMinutes));
  const sorted = windows
    .map((window, index) => ({ window, index, span: spanOf(window) }))
    .sort((a, b) => a.span[0] - b.span[0]);
  let end = carried;
  return sorted.flatMap(({ window, index, span }) => {
    const isOverlapping = span[0] < end;
    end = Math.max(end, span[1]);
    if (!isOverlapping) return [];
    const message = `${window.join('-')} overlaps the window before it`;
    return [{ path: within(path, index), rule: 'overlapping-windows', message }];
  });
}
