import { z } from 'zod';

/** Epoch milliseconds. */
export type Instant = number;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const window = z.tuple([timeOfDay, timeOfDay]);
const windows = z.array(window);
const date = z.iso.date();
/** What people call a day: one text for everybody, or one in each language. */
const dayName = z.union([
  z.string().min(1),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
]);
export type DayName = z.infer<typeof dayName>;
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Working hours as data. A window whose end is not after its start runs over midnight
 * (`22:00`-`06:00`); `00:00`-`24:00` is the whole day. `overrides` replaces the hours of single dates:
 * make-up workdays, half days. A holiday has no hours unless an override gives it some.
 */
export const calendarSpec = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  tz: z.string().min(1),
  hours: z.strictObject({
    mon: windows,
    tue: windows,
    wed: windows,
    thu: windows,
    fri: windows,
    sat: windows,
    sun: windows,
  }),
  holidays: z.array(date).default([]),
  overrides: z.record(date, windows).default({}),
  /** What people call a holiday or a make-up workday, by date; explanations say it. */
  names: z.record(date, dayName).optional(),
  /** From when on clocks start on this version; absent: from ever. */
  validFrom: date.optional(),
});
export type CalendarSpec = z.infer<typeof calendarSpec>;
export type Window = z.infer<typeof window>;

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const digit = (index: number) => time.charCodeAt(index) - 48;
  return digit(0) * 600 + digit(1) * 60 + digit(3) * 10 + digit(4);
}

/** Whether a window ends on the next day: `22:00`-`06:00`, and 24 hours long `09:00`-`09:00`. */
export function isOvernight([from, to]: Window): boolean {
  return to <= from;
}
