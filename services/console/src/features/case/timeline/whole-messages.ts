import type { TimelineEntry } from '../case-queries.js';
import { eventName } from './entry-facts.js';

type Entry = Pick<TimelineEntry, 'type' | 'data' | 'texts'>;

const messageOf = ({ data }: Entry) => (data as { messageId?: string }).messageId;
const partyOf = ({ data }: Entry) => (data as { partyId?: string }).partyId;
const isPassed = ({ type }: Entry) => /^case\.(message-|contact-)/.test(eventName(type));
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
      const before = isSettled(entry) ? held.get(messageOf(entry)) : undefined;
      if (!before) return entry;
      const partyId = partyOf(before);
      const whom = partyId !== undefined && { partyId };
      const told = { data: { ...entry.data, ...whom }, texts: { ...before.texts, ...entry.texts } };
      return { ...entry, ...told };
    });
}

/** The entries that passed with a party say with whom: by the name that was told last, or by what they are. */
export function withRecipients<E extends Entry>(entries: readonly E[]): E[] {
  const names = new Map<string, string>();
  for (const entry of entries) {
    const id = partyOf(entry);
    if (eventName(entry.type) !== 'case.party-named' || id === undefined) continue;
    names.set(id, entry.texts['name'] ?? String(entry.data['role']));
  }
  return entries.map((entry) => {
    const recipient = names.get(partyOf(entry) ?? '');
    if (recipient === undefined || !isPassed(entry)) return entry;
    return { ...entry, data: { ...entry.data, recipient } };
  });
}
