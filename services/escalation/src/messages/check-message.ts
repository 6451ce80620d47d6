import { CaseMessageHeld, CaseMessageUndone, CaseNoteAdded } from '#contracts';
import type { Envelope } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { Tx } from '#platform';
import { caseStream } from '../cases/case-rows.js';
import type { MessageTemplate } from '../domain/messages/message-command.js';
import { quotesNote } from './note-passages.js';
import { readTemplates } from './template-store.js';

/** What a template leaves to the writer: `{金额}`, `{next step}`. */
const blank = /\{[^{}\n]{1,40}\}/u;

type Input = Readonly<Record<string, unknown>>;

/** What the case knows that a message is held against. */
interface Known {
  notes: readonly string[];
  lastRecipient?: string;
}

interface Held {
  messageId: string;
  to?: Envelope;
}

/**
 * Before a message is held: nothing in it is for staff only, no blank of its template is left, and it goes
 * where the case's mails went before, or is meant to go elsewhere.
 * @returns the template in force that it names, if it names one
 * @throws Problem `validation`, rules `no-mail-server`, `holds-a-note`, `blank-left`, `required`, `no-address`,
 * `recipient-changed`, `unknown-template`, `other-kind`
 */
export async function checkMessage(
  runtime: ServiceRuntime,
  tx: Tx,
  caseId: string,
  input: Input,
): Promise<MessageTemplate | undefined> {
  if (input['channel'] === 'email' && runtime.config.smtpUrl === undefined) {
    // It would count as sent, and nobody would have got it.
    const message = 'SMTP_URL is not set; record-contact tells of a mail that went another way';
    throw refused('channel', 'no-mail-server', message);
  }
  const { notes, lastRecipient } = await readKnown(runtime, tx, caseId);
  const text = String(input['text']);
  if (quotesNote(text, notes)) {
    throw refused('text', 'holds-a-note', 'it holds a sentence that staff noted for each other');
  }
  if (blank.test(text)) {
    throw refused('text', 'blank-left', 'a blank of the template is not filled in');
  }
  checkRecipient(input, lastRecipient);
  return checkTemplate(tx, input);
}

/** Two different addresses in one case are more often a slip than a wish. */
function checkRecipient(
  { channel, to, confirmRecipient }: Input,
  lastRecipient: string | undefined,
): void {
  if (channel === 'email') {
    if (to === undefined) throw refused('to', 'required', 'a mail needs an address');
    const isSame = lastRecipient === undefined || sameAddress(String(to), lastRecipient);
    if (isSame || confirmRecipient === true) return;
    const message = 'the last mail of this case went elsewhere; confirm with confirmRecipient';
    throw refused('to', 'recipient-changed', message);
  }
  if (to !== undefined) throw refused('to', 'no-address', 'only mails have an address');
}

const sameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

async function checkTemplate(
  tx: Tx,
  { template: id, kind }: Input,
): Promise<MessageTemplate | undefined> {
  if (id === undefined) return undefined;
  const { version, templates } = await readTemplates(tx);
  const known = templates.find((one) => one.id === id);
  if (!known) throw refused('template', 'unknown-template', 'no template has this id');
  if (known.kind !== kind) {
    throw refused('template', 'other-kind', `the template is for messages of kind ${known.kind}`);
  }
  return { id: known.id, version };
}

async function readKnown({ events, keys }: ServiceRuntime, tx: Tx, caseId: string): Promise<Known> {
  const stored = await events.readStream(tx, caseStream(caseId));
  const of = <T>(event: { type: string }) =>
    stored.filter(({ type }) => type === event.type).map(({ data }) => data as T);
  const notes = of<{ text: Envelope }>(CaseNoteAdded).map(({ text }) => text);
  const undone = new Set(of<Held>(CaseMessageUndone).map(({ messageId }) => messageId));
  const recipients = of<Held>(CaseMessageHeld)
    .filter(({ messageId }) => !undone.has(messageId))
    .flatMap(({ to }) => to ?? []);
  const opened = await keys.open(tx, [...notes, ...recipients.slice(-1)]);
  return {
    notes: opened.slice(0, notes.length).filter((note) => note !== undefined),
    lastRecipient: opened[notes.length],
  };
}

const refused = (path: string, rule: string, message: string) =>
  new Problem('validation', { errors: [{ path, rule, message }] });
