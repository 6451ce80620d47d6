import { isMap, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';

export interface ExceptionalDays {
  kind: 'holiday' | 'make-up';
  /** ISO dates, the last one included. */
  from: string;
  to: string;
  name?: { zh: string; en: string };
}

/** Weekdays as calendars name them, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Days off, or worked in their place, put into the text of a calendar. Make-up days have the hours of the first
 * weekday that has any. Comments and everything else stay as they are.
 */
export function withDays(text: string, { kind, from, to, name }: ExceptionalDays): string {
  const document = parseDocument(text);
  const dates = datesOf(from, to);
  for (const date of dates) {
    if (kind === 'holiday') addHoliday(document, date);
    else addMakeUp(document, date);
    if (name) document.setIn(['names', date], document.createNode(name, { flow: true }));
  }
  return document.toString({ lineWidth: 100, singleQuote: true });
}

/** Days from one to another, in order; at most a year of them. */
function datesOf(from: string, to: string): string[] {
  const dates: string[] = [];
  const day = new Date(`${from}T00:00:00Z`);
  for (; dates.length < 366; day.setUTCDate(day.getUTCDate() + 1)) {
    const date = day.toISOString().slice(0, 10);
    if (date > to) break;
    dates.push(date);
  }
  return dates;
}

function addHoliday(document: Document, date: string): void {
  const holidays = document.get('holidays');
  const known = isSeq(holidays) ? (holidays.toJSON() as string[]) : [];
  const all = [...new Set([...known, date])].sort();
  document.set('holidays', document.createNode(all, { flow: true }));
  document.deleteIn(['overrides', date]);
}

function addMakeUp(document: Document, date: string): void {
  const hours = document.get('hours');
  const byDay = isMap(hours) ? (hours.toJSON() as Record<string, string[][]>) : {};
  const usual = weekdays.map((day) => byDay[day] ?? []).find((windows) => windows.length > 0);
  document.setIn(['overrides', date], document.createNode(usual ?? [], { flow: true }));
  const holidays = document.get('holidays');
  if (!isSeq(holidays)) return;
  const others = (holidays.toJSON() as string[]).filter((one) => one !== date);
  document.set('holidays', document.createNode(others, { flow: true }));
}
