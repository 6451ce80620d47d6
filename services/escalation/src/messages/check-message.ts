import type { Channel, Envelope } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { Tx } from '#platform';
import type { OpenedCase } from '../domain/case-state.js';
import { findPassage } from '../domain/messages/find-passage.js';
import type { MessageTemplate } from '../domain/messages/message-command.js';
import { addressFor } from '../domain/parties/reach-party.js';
import { readParty } from '../parties/read-party.js';
import { readCaseTexts } from './read-case-texts.js';
import { readTemplates } from './template-store.js';

/** What a template leaves to the writer: `{金额}`, `{next step}`. */
const blank = /\{[^{}\n]{1,40}\}/u;

type Input = Readonly<Record<string, unknown>>;

/** What looking a message over finds besides that it may go. */
export interface CheckedMessage {
  /** In force, of those that it names. */
  template?: MessageTemplate;
  /** Where the party that it is for is reached; absent too where they are not. */
  to?: Envelope;
}

/**
 * Before a message is held: nothing in it was written for staff only, no blank of its template is left, and it goes
 * where the case's mails went before, or is meant to go elsewhere. Whether a party may be told the decider says.
 * @throws Problem `validation`, rules `no-mail-server`, `holds-a-note`, `blank-left`, `required`, `no-address`,
 * `recipient-changed`, `unknown-template`, `other-kind`
 */
export async function checkMessage(
  runtime: ServiceRuntime,
  tx: Tx,
  state: OpenedCase,
  input: Input,
): Promise<CheckedMessage> {
  if (input['channel'] === 'email' && runtime.config.smtpUrl === undefined) {
    // It would count as sent, and nobody would have got it.
    const message = 'no mail can be sent from here: send it another way, and record the contact';
    throw refused('channel', 'no-mail-server', message);
  }
  const text = String(input['text']);
  const { inside, told, lastRecipient } = await readCaseTexts(runtime, tx, state);
  const { version, templates } = await readTemplates(tx);
  const known = [...told, ...templates.flatMap((one) => one.text.split(new RegExp(blank, 'gu')))];
  const texts = inside.map((one) => one.text);
  const found = inside[findPassage(text, texts, known)];
  if (found) {
    const message = `it holds a passage of ${found.event} ${found.field}, which is for staff only`;
    throw refused('text', 'holds-a-note', message);
  }
  if (blank.test(text)) {
    throw refused('text', 'blank-left', 'a blank of the template is not filled in');
  }
  const partyId = input['partyId'];
  const template = checkTemplate(templates, version, input);
  const checked = { ...(template && { template }) };
  if (typeof partyId !== 'string') {
    checkRecipient(input, lastRecipient);
    return checked;
  }
  const said = await readParty(runtime, tx, state.id, partyId);
  const to = said && addressFor(input['channel'] as Channel, said);
  return { ...checked, ...(to && { to }) };
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

function checkTemplate(
  templates: readonly { id: string; kind: string }[],
  version: number,
  { template: id, kind }: Input,
): MessageTemplate | undefined {
  if (id === undefined) return undefined;
  const known = templates.find((one) => one.id === id);
  if (!known) throw refused('template', 'unknown-template', 'no template has this id');
  if (known.kind !== kind) {
    throw refused('template', 'other-kind', `the template is for messages of kind ${known.kind}`);
  }
  return { id: known.id, version };
}

const refused = (path: string, rule: string, message: string) =>
  new Problem('validation', { errors: [{ path, rule, message }] });
