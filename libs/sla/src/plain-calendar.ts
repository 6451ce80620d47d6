import { weekdays } from './calendar-spec.js';
import type { CalendarSpec } from './calendar-spec.js';

/**
 * Whether a calendar surely has the shape of `calendarSpec`, found in a tenth of the schema's time: a file
 * may bring one with each of sixty thousand cases. False says nothing: the schema then tells what is wrong.
 */
export function isPlainCalendar(input: unknown): input is CalendarSpec {
  if (!isRecord(input)) return false;
  const { id, version, tz, hours, holidays, overrides, ...others } = input;
  if (typeof id !== 'string' || id === '' || typeof tz !== 'string' || tz === '') return false;
  if (!Number.isSafeInteger(version) || (version as number) < 1) return false;
  if (!isRecord(hours) || Object.keys(hours).length !== weekdays.length) return false;
  if (!weekdays.every((weekday) => areWindows(hours[weekday]))) return false;
  if (!Array.isArray(holidays) || !holidays.every(isDate)) return false;
  if (!isRecord(overrides)) return false;
  for (const date in overrides) {
    if (!isDate(date) || !areWindows(overrides[date])) return false;
  }
  return Object.keys(others).length === 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function areWindows(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const window of value as unknown[]) {
    if (!Array.isArray(window) || window.length !== 2) return false;
    if (!isTime(window[0]) || !isTime(window[1])) return false;
  }
  return true;
}

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== 5 || value[2] !== ':') return false;
  const hours = twoDigits(value, 0);
  const minutes = twoDigits(value, 3);
  return (hours < 24 && minutes < 60) || (hours === 24 && minutes === 0);
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== 10) return false;
  if (value[4] !== '-' || value[7] !== '-') return false;
  const year = twoDigits(value, 0) * 100 + twoDigits(value, 2);
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest =
    month === 2
      ? isLeap
        ? 29
        : 28
      : month === 4 || month === 6 || month === 9 || month === 11
        ? 30
        : 31;
  return day <= longest;
}

/** NaN when they are no digits. */
function twoDigits(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
