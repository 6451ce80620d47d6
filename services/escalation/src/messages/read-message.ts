import { CaseMessageHeld } from '#contracts';
import type { Envelope } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { caseStream } from '../cases/case-rows.js';

interface Held {
  messageId: string;
  text: Envelope;
  to?: Envelope;
}

/** Text and address of a mail to a customer; undefined where the customer was erased. */
export async function readMessage(
  { database, events, keys }: ServiceRuntime,
  caseId: string,
  messageId: string,
): Promise<{ text: string; to: string } | undefined> {
  const stored = await events.readStream(database, caseStream(caseId));
  const held = stored
    .filter(({ type }) => type === CaseMessageHeld.type)
    .map(({ data }) => data as Held)
    .find((one) => one.messageId === messageId);
  if (!held?.to) return undefined;
  const [text, to] = await keys.open(database, [held.text, held.to]);
  return text === undefined || to === undefined ? undefined : { text, to };
}
