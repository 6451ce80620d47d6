import type { TimelineEntry } from '../case-queries.js';
import { eventName } from './entry-facts.js';

type Entry = Pick<TimelineEntry, 'type' | 'data' | 'texts'>;

const messageOf = ({ data }: Entry) => (data as { messageId?: string }).messageId;
const isHeld = ({ type }: Entry) => eventName(type) === 'case.message-held';
const isSettled = ({ type }: Entry) =>
  ['case.message-sent', 'case.message-undone'].includes(eventName(type));

/**
 * The entries with each message told once: one that left, or was taken back, is told as that, with its words, and
 * waits no more.
 */
export function withWholeMessages<E extends Entry>(entries: readonly E[]): E[] {
  const held = new Map(entries.filter(isHeld).map((entry) => [messageOf(entry), entry]));
  const settled = new Set(entries.filter(isSettled).map(messageOf));
  return entries
    .filter((entry) => !(isHeld(entry) && settled.has(messageOf(entry))))
    .map((entry) => {
      const texts = isSettled(entry) ? held.get(messageOf(entry))?.texts : undefined;
      return texts ? { ...entry, texts: { ...texts, ...entry.texts } } : entry;
    });
}
