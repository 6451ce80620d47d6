import { z } from 'zod';

/** The IANA name of a time zone, in which days and spans of an answer are meant. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'is no IANA time zone');

/** Names that ICU keeps and PostgreSQL does not know. */
const unknownToPostgres = /^(SystemV\/|US\/Pacific-New$|Canada\/East-Saskatchewan$)/i;

/**
 * Names of places only: to PostgreSQL an offset such as `+08:00` means the opposite, and of ICU's old names of three
 * letters it knows some otherwise and others not.
 */
function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true;
  if (!/^[A-Za-z]+\//.test(name) || unknownToPostgres.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
