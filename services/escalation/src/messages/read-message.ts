import type { ServiceRuntime } from '#eventing';
import { caseStream } from '../cases/case-rows.js';
import { caseEventOf } from '../domain/case-event.js';
import { partyIn } from '../parties/read-party.js';

/** What a mail says and to whom, or why it is not sent. */
export type ReadMessage =
  | { text: string; to: string; isToParty: boolean }
  /** The customer was. */
  | 'erased'
  /** The party that it was for takes part no more, may not be told, or is reached elsewhere. */
  | 'recipient-changed';

/** Text and address of a mail, as of now: between writing and sending a party may have been dropped. */
export async function readMessage(
  { database, events, keys }: ServiceRuntime,
  caseId: string,
  messageId: string,
): Promise<ReadMessage> {
  const stored = await events.readStream(database, caseStream(caseId));
  const held = stored
    .map(({ type, data }) => caseEventOf(type, data as object))
    .flatMap((event) => (event?.name === 'messageHeld' ? [event.data] : []))
    .find((one) => one.messageId === messageId);
  if (!held?.to) return 'erased';
  const party = held.partyId === undefined ? undefined : partyIn(stored, held.partyId);
  const sealed = [held.text, held.to, ...(party?.email ? [party.email] : [])];
  const [text, to, current] = await keys.open(database, sealed);
  if (text === undefined || to === undefined) return 'erased';
  const isToParty = held.partyId !== undefined;
  if (isToParty && (!party?.mayBeTold || current !== to)) return 'recipient-changed';
  return { text, to, isToParty };
}
