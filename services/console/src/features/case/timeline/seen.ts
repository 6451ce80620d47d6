import type { TimelineEntry } from '../case-queries.js';
import { giverOf, kindOf, whoOf } from './entry-facts.js';

/** Up to where somebody has read the entries of a case, and which they read beyond that. */
export interface Seen {
  upTo: number;
  beyond: readonly number[];
}

type Entry = Pick<TimelineEntry, 'sequence' | 'type' | 'data' | 'actor'>;

/** With one more entry read; the mark moves on over whatever is read without a gap. */
export function withSeen({ upTo, beyond }: Seen, sequences: readonly number[]): Seen {
  const rest = new Set([...beyond, ...sequences].filter((sequence) => sequence > upTo));
  let mark = upTo;
  while (rest.delete(mark + 1)) mark += 1;
  return { upTo: mark, beyond: [...rest].sort((a, b) => a - b) };
}

/** What was read on two devices, together. */
export const mergeSeen = (one: Seen, other: Seen): Seen =>
  withSeen({ upTo: Math.max(one.upTo, other.upTo), beyond: one.beyond }, other.beyond);

export const isSameSeen = (one: Seen, other: Seen | null): boolean =>
  one.upTo === other?.upTo && one.beyond.join() === other.beyond.join();

/** Entries that somebody has not read: what they did themselves they know. */
export function unseenOf<E extends Entry>(
  entries: readonly E[],
  { upTo, beyond }: Seen,
  isOwn: (who: string | null) => boolean,
): E[] {
  return entries.filter(
    (entry) =>
      entry.sequence > upTo &&
      !beyond.includes(entry.sequence) &&
      !isOwn(giverOf(entry)) &&
      !isOwn(entry.actor),
  );
}

/**
 * What must be read before anything is sent: not the passing of time, which clocks show by themselves, but what people do
 * to clocks.
 */
export const holdsBack = (entry: Entry) => kindOf(entry.type) !== 'clock' || whoOf(entry) !== null;
