import { BusinessCalendar } from './business-calendar.js';
import { calendarProblems } from './calendar-problems.js';
import { calendarSpec, weekdays } from './calendar-spec.js';
import type { CalendarSpec, Instant } from './calendar-spec.js';
import type { Policy } from './policy.js';
import { fittingFields, repeated, within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';
import { dayMs, dayOf, zoneOf } from './zone.js';

/** Compiled calendars of a policy, found by the `id@version` that clocks are pinned to. */
export function compileCalendars(policy: Policy): Map<string, BusinessCalendar> {
  return new Map(
    policy.calendars.map((spec) => [calendarReference(spec), new BusinessCalendar(spec)]),
  );
}

export function calendarReference(spec: { id: string; version: number }): string {
  return `${spec.id}@${spec.version}`;
}

/** From when on clocks start on a version: the midnight of `validFrom` in its own zone. */
export function validSince({ validFrom, tz }: CalendarSpec): Instant {
  return validFrom === undefined ? -Infinity : zoneOf(tz).instantOf(dayOf(validFrom) * dayMs);
}

/**
 * The version of a calendar on which a clock that starts at `instant` runs: the one valid from the latest
 * date at or before it; before all of them the first one.
 * @throws RangeError when the policy has no such calendar
 */
export function calendarAt(
  { calendars }: Pick<Policy, 'calendars'>,
  id: string,
  instant: Instant,
): CalendarSpec {
  let found: CalendarSpec | undefined;
  for (const spec of calendars) {
    if (spec.id !== id) continue;
    if (!found) {
      found = spec;
      continue;
    }
    const since = validSince(spec);
    const known = validSince(found);
    if (known > instant ? since < known : since <= instant && since > known) found = spec;
  }
  if (!found) throw new RangeError(`the policy has no calendar ${id}`);
  return found;
}

/** Every problem of the calendars of a policy, each alone and side by side. */
export function policyCalendarProblems(calendars: readonly unknown[]): PolicyProblem[] {
  const fields = calendars.map((spec) => fittingFields(calendarSpec, spec));
  const references = fields.map(({ id, version }) =>
    id === undefined || version === undefined ? undefined : calendarReference({ id, version }),
  );
  const starts = fields.map(({ id, validFrom }) =>
    id === undefined ? undefined : `${id}, both valid from ${validFrom ?? 'ever'}`,
  );
  const pathOf = (index: number) => within('calendars', index);
  const twice = repeated(references, pathOf, 'calendars');
  // The same version twice is one problem, not two.
  const sameStart = repeated(starts, pathOf, 'versions of', 'one-version-at-a-time').filter(
    ({ path }) => !twice.some((other) => other.path === path),
  );
  return [
    ...calendars.flatMap((spec, index) => calendarProblems(spec, pathOf(index))),
    ...fields.flatMap(({ hours, overrides }, index) =>
      worksOnlyOnDates(hours, overrides) ? [endingHours(within('calendars', index, 'hours'))] : [],
    ),
    ...twice,
    ...sameStart,
  ];
}

/** Such a calendar answers until its last date and then has no working time: no clock may hang on it. */
function worksOnlyOnDates(
  hours: CalendarSpec['hours'] | undefined,
  overrides: CalendarSpec['overrides'] | undefined,
): boolean {
  if (!hours || !overrides || weekdays.some((day) => hours[day].length > 0)) return false;
  return Object.values(overrides).some((windows) => windows.length > 0);
}

const endingHours = (path: string): PolicyProblem => ({
  path,
  rule: 'ending-hours',
  message: 'no weekday has hours: after its last override nothing could ever be due',
});
