import type { TimelineEntry } from '../case-queries.js';
import { eventName } from '../timeline/entry-facts.js';

/**
 * What a customer may read of the history of a case: what they had a part in themselves. Whatever is not named here
 * is internal, events that are yet to be invented too.
 */
const forCustomers = [
  'opened',
  'message-sent',
  'contact-recorded',
  'apology-recorded',
  'resolved',
  'closed',
  'reopened',
  'withdrawn',
] as const;
export type CustomerEvent = (typeof forCustomers)[number];

/** Whose words were written to the customer; of the others every word is for staff, reasons and remarks alike. */
const toCustomers: readonly CustomerEvent[] = ['message-sent', 'apology-recorded'];

export interface CustomerEntry {
  id: string;
  at: string;
  event: CustomerEvent;
  /** Fields of the event that its sentence names, nothing else of it. */
  kind: string | undefined;
  channel: string | undefined;
  text: string | null | undefined;
}

interface Passed {
  kind?: string;
  channel?: string;
  partyId?: string;
}

/** The history as a customer may read it, in its order. */
export function customerEntries(entries: readonly TimelineEntry[]): CustomerEntry[] {
  return entries.flatMap((entry) => {
    const { kind, channel, partyId } = entry.data as Passed;
    // What passed with somebody else is not the customer's to read.
    if (partyId !== undefined) return [];
    const name = eventName(entry.type).replace(/^case\./, '');
    const event = forCustomers.find((one) => one === name);
    if (!event) return [];
    const text = toCustomers.includes(event) ? entry.texts['text'] : undefined;
    return [{ ...{ id: entry.id, at: entry.occurredAt, event, kind, channel, text } }];
  });
}
