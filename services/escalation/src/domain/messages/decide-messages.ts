import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { recordContact } from '../decide-stages.js';
import { requireReached } from '../parties/reach-party.js';
import type { MessageCommand } from './message-command.js';
import type { HeldMessage } from './message-state.js';

type Command<T extends MessageCommand['type']> = Extract<MessageCommand, { type: T }>;

/** Long enough to see the slip that one notices on pressing send. */
export const sendDelayMs = 10_000;

export function sendMessage(
  command: Command<'send-message'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { kind, channel, text, partyId, to, template, incident, sendAt: later = 0, by } = command;
  if (state.stage === 'closed' && state.status === 'withdrawn') {
    throw new CaseRefusal('illegal-transition', 'the complaint was withdrawn');
  }
  if (partyId !== undefined) requireReached(state, partyId, channel, to);
  const messageId = context.newId();
  const sendAt = iso(Math.max(later, now + sendDelayMs));
  const base = { caseId: state.id, at: iso(now), messageId };
  const known = {
    ...(partyId !== undefined && { partyId }),
    ...(to && { to }),
    ...(template && { template }),
    ...(incident && { incident }),
  };
  return [caseEvent('messageHeld', { ...base, kind, channel, text, sendAt, ...known, by })];
}

/** Whatever is due is sent before a command is decided: at the send instant it is too late. */
export function undoMessage(
  { messageId, by }: Command<'undo-message'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const held = state.held?.find(({ id }) => id === messageId);
  if (!held) {
    throw new CaseRefusal(
      'illegal-transition',
      'no such message is held: it has left, or never was',
    );
  }
  return [caseEvent('messageUndone', { caseId: state.id, at: iso(now), messageId, by })];
}

/** What still waits is not sent any more: all of it, or what `isMeant` says. */
export function takeBack(
  state: OpenedCase,
  now: number,
  by: string,
  isMeant: (message: HeldMessage) => boolean = () => true,
): CaseEvent[] {
  return (state.held ?? [])
    .filter(isMeant)
    .map(({ id: messageId }) =>
      caseEvent('messageUndone', { caseId: state.id, at: iso(now), messageId, by }),
    );
}

/** Held messages whose instant has come, in the order in which they leave. */
export function messagesDue({ held = [] }: OpenedCase, now: number): HeldMessage[] {
  return held.filter(({ sendAt }) => sendAt <= now).sort((a, b) => a.sendAt - b.sendAt);
}

/**
 * A message leaves at its instant, whenever that is looked at. One to the customer is a contact with them; what a
 * party was told has told the customer nothing.
 */
export function messageSent(
  { id: messageId, kind, channel, sendAt, partyId, by }: HeldMessage,
  state: OpenedCase,
  context: DecisionContext,
): CaseEvent[] {
  const sent = caseEvent('messageSent', {
    ...{ caseId: state.id, at: iso(sendAt), messageId },
    ...{ kind, channel, by, ...(partyId !== undefined && { partyId }) },
  });
  if (state.stage === 'closed' || partyId !== undefined) return [sent];
  const contact = { channel, direction: 'outbound', by } as const;
  return [sent, ...recordContact({ type: 'record-contact', ...contact }, state, sendAt, context)];
}
