import { CaseMessageUndone, findEvent } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Tx } from '#platform';
import { sealedTexts } from '../cases/read-timeline.js';
import { caseStream } from '../cases/case-rows.js';
import type { OpenedCase } from '../domain/case-state.js';
import { isInside, wordsOf } from '../domain/messages/inside-texts.js';

/** What was written into a case, as a message to its customer is held against it. */
export interface CaseTexts {
  /** For staff only, of the case and of the duplicates that were merged into it. */
  inside: { event: string; field: string; text: string }[];
  told: string[];
  /** Where the last mail to the customer that was not taken back goes. */
  lastRecipient?: string;
}

/** Every sealed text of a case that can be opened still: none of a customer who was erased. */
export async function readCaseTexts(
  { events, keys }: ServiceRuntime,
  tx: Tx,
  { id, duplicates = [] }: OpenedCase,
): Promise<CaseTexts> {
  const streams = [id, ...duplicates.map(({ caseId }) => caseId)].map(caseStream);
  const stored = [];
  for (const stream of streams) stored.push(...(await events.readStream(tx, stream)));
  const sealed = stored.flatMap((event, entry) => sealedTexts(event, entry));
  const opened = await keys.open(
    tx,
    sealed.map((text) => text.envelope),
  );
  const isUndone = undoneIn(stored);
  const texts: CaseTexts = { inside: [], told: [] };
  for (const [index, { entry, name: field }] of sealed.entries()) {
    const text = opened[index];
    const { type, stream, data } = stored[entry]!;
    if (text === undefined || isUndone(data)) continue;
    const event = findEvent(type)?.name ?? type;
    if (isInside(event, field)) {
      texts.inside.push(...wordsOf(event, text).map((words) => ({ event, field, text: words })));
    } else if (field !== 'to') {
      texts.told.push(text);
    } else if (stream === streams[0] && !isToParty(data)) {
      texts.lastRecipient = text;
    }
  }
  return texts;
}

const isToParty = (data: unknown) => (data as { partyId?: string }).partyId !== undefined;

/** A message that was taken back was told to nobody. */
function undoneIn(stored: readonly { type: string; data: unknown }[]) {
  const idOf = (data: unknown) => (data as { messageId?: string }).messageId;
  const undone = new Set(
    stored.filter(({ type }) => type === CaseMessageUndone.type).map(({ data }) => idOf(data)),
  );
  return (data: unknown) => idOf(data) !== undefined && undone.has(idOf(data));
}
