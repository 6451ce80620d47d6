import { createHash } from 'node:crypto';
import { writtenChannel } from '#contracts';
import type { IncidentAnswerBody, IncidentAnswerView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import type { CaseParts } from '../cases/case-parts.js';
import { getCase } from '../cases/case-queries.js';
import { executeCommand } from '../cases/execute-command.js';
import type { OpenedCase } from '../domain/case-state.js';
import { fillBlanks } from '../domain/incidents/fill-blanks.js';
import { sendDelayMs } from '../domain/messages/decide-messages.js';
import { readCaseTexts } from '../messages/read-case-texts.js';
import { answerEach } from '../supervisors/command-each.js';
import type { AskedCase } from '../supervisors/command-each.js';
import { askCustomer } from './ask-customer.js';
import { claimAnswer, findMessage } from './incident-message-rows.js';
import { listIncidentCases } from './incident-rows.js';

/**
 * None has left before the last is held, so that all can be taken back at once. A command for 301 cases took up to 0.1 s a
 * case on two busy cores.
 */
const perCaseMs = 100;

interface Answering {
  runtime: ServiceRuntime;
  parts: CaseParts;
  principal: Principal;
  authorization: string;
  /** The case that stands for the incident. */
  incident: OpenedCase;
  answer: string;
  body: IncidentAnswerBody;
}

/**
 * A message to each customer of an incident. Each is checked, held and sealed as a single one, in a transaction of its
 * own: what one refuses, the others still get. Given again under its id, it reaches only those that it has not reached.
 * @throws Problem `idempotency-conflict` where the id is another answer's
 */
export async function answerIncident(answering: Answering): Promise<IncidentAnswerView> {
  const { runtime, principal, incident, answer, body } = answering;
  const { database, clock } = runtime;
  const { cases, ...message } = body;
  const hash = createHash('sha256').update(JSON.stringify(message)).digest('base64url');
  const by = principal.username;
  await claimAnswer(database, { id: answer, incident: incident.id, hash, by });
  const earliest = clock.now() + sendDelayMs + cases.length * perCaseMs;
  const sendAt = Math.max(earliest, body.sendAt === undefined ? 0 : Date.parse(body.sendAt));
  let last = 0;
  const items = await answerEach(runtime, 'send-message', cases, async (asked) => {
    const done = await answerCase(answering, asked, new Date(sendAt).toISOString());
    last = Math.max(last, done.sendAt);
    const { version, messageId } = done;
    return { status: 200, version, messageId };
  });
  const unread = await refuseUnread(answering, items.length);
  return {
    id: answer,
    sendAt: new Date(last === 0 ? sendAt : last).toISOString(),
    items: [...items, ...unread],
  };
}

interface Held {
  version: number;
  messageId: string;
  sendAt: number;
}

async function answerCase(answering: Answering, asked: AskedCase, sendAt: string): Promise<Held> {
  const { runtime, parts, principal, authorization, incident, answer, body } = answering;
  const { database } = runtime;
  const access = await accessOf(database, principal);
  const { state, version } = await getCase(database, asked.case, access);
  const known = await findMessage(database, answer, state.id);
  if (known?.state === 'undone') throw refused('the message was taken back');
  if (known) return { ...known, version };
  refuseOther(state, incident);
  const input = await messageFor(answering, state);
  const { kind, template } = body;
  const full = {
    ...{ expectedVersion: asked.expectedVersion, kind, sendAt, ...input },
    ...(template !== undefined && { template }),
  };
  const from = { caseId: incident.id, answer };
  const given = [state.id, 'send-message', full, principal, authorization, from] as const;
  try {
    const commanded = await executeCommand(runtime, parts, ...given);
    // What was held last stands last.
    const { id, sendAt: leaves } = commanded.state.held!.at(-1)!;
    return { version: commanded.version, messageId: id, sendAt: leaves };
  } catch (error) {
    // The same request came twice at once, and the other one was first.
    const first = await findMessage(database, answer, state.id);
    if (!first) throw error;
    const { version: now } = await getCase(database, state.id, access);
    return { ...first, version: now };
  }
}

const refused = (detail: string) => new Problem('illegal-transition', { detail });

/** Whoever has ended or belongs elsewhere is not answered with the rest. */
function refuseOther({ id, number, stage, status, incident }: OpenedCase, of: OpenedCase): void {
  const isOne = id === of.id || incident?.caseId === of.id;
  if (!isOne) throw refused(`it does not belong to ${of.number}`);
  if (stage === 'closed') throw refused(`${number} is ${status}`);
}

/** Channel, text and address of one case. @throws Problem `validation` where there is nobody, or no way */
async function messageFor(
  { runtime, authorization, body }: Answering,
  state: OpenedCase,
): Promise<{ channel: string; text: string; to?: string }> {
  const channel = writtenChannel.safeParse(body.channel ?? state.dimensions.channel);
  if (!channel.success) {
    const message = 'the complaint was made by word of mouth: name a channel';
    throw new Problem('validation', { errors: [{ path: 'channel', rule: 'required', message }] });
  }
  const isMail = channel.data === 'email';
  const customer = await askCustomer(runtime, state.customerId, authorization);
  const to = isMail ? ((await lastRecipient(runtime, state)) ?? customer.email) : undefined;
  if (customer.isAnonymous && to === undefined) {
    const message = 'the customer is anonymous: there is nobody to answer';
    throw new Problem('validation', { errors: [{ path: 'customer', rule: 'anonymous', message }] });
  }
  const text = fillBlanks(body.text, { number: state.number, name: customer.name });
  return { channel: channel.data, text, ...(to !== undefined && { to }) };
}

/** A case that was mailed before is mailed there again. */
async function lastRecipient(
  runtime: ServiceRuntime,
  state: OpenedCase,
): Promise<string | undefined> {
  const read = await runtime.database.transaction((tx) => readCaseTexts(runtime, tx, state));
  return read.lastRecipient;
}

/** Open cases that the caller sees and did not name: they joined after the incident was read. */
async function refuseUnread(
  { runtime, principal, incident, answer, body }: Answering,
  from: number,
): Promise<IncidentAnswerView['items']> {
  const { database } = runtime;
  const access = await accessOf(database, principal);
  const named = new Set(body.cases.map((one) => one.case));
  const { id, number, stage } = incident;
  const { version: own } = await getCase(database, id, access);
  const all = [
    ...(await listIncidentCases(database, id, access)),
    ...[{ id, number, stage, version: own }],
  ];
  const unread = all.filter(
    (one) => one.stage !== 'closed' && !named.has(one.id) && !named.has(one.number),
  );
  const detail = 'it was not read with the incident';
  const items = [];
  for (const { id: caseId, version } of unread) {
    if (await findMessage(database, answer, caseId)) continue;
    const problem = new Problem('stale-version', { detail, extra: { version } });
    items.push({ case: caseId, status: problem.status, problem: problem.toBody() });
  }
  return items.map((one, index) => ({ index: from + index, ...one }));
}
