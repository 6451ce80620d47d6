import type { CaseEvent } from '../case-event.js';
import type { HeldMessage } from './message-state.js';

type MessageEvent = Extract<CaseEvent, { name: 'messageHeld' | 'messageUndone' | 'messageSent' }>;

/** The messages that are held after an event; undefined when none is left. */
export function evolveMessages(
  held: readonly HeldMessage[] = [],
  event: MessageEvent,
): readonly HeldMessage[] | undefined {
  if (event.name === 'messageHeld') {
    const { messageId: id, kind, channel, sendAt, partyId, by } = event.data;
    const to = partyId !== undefined && { partyId };
    return [...held, { id, kind, channel, sendAt: Date.parse(sendAt), ...to, by }];
  }
  const left = held.filter(({ id }) => id !== event.data.messageId);
  return left.length > 0 ? left : undefined;
}
