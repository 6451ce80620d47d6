import { z } from 'zod';

/** The IANA name of a time zone, in which days and spans of an answer are meant. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'is no IANA time zone');

/** Names only: an offset such as `+08:00` means the opposite to PostgreSQL. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
