import { QuestionAnswered, QuestionAsked, QuestionReviewed } from '#contracts';
import type {
  Envelope,
  QuestionAnswerBody,
  QuestionBody,
  QuestionReviewBody,
  StandardAnswerView,
} from '#contracts';
import type { EventStore } from '#eventing';
import { newId, Problem } from '#platform';
import type { PersonalDataKeys, Tx } from '#platform';
import { findCustomers } from '../customers/customer.repository.js';
import { findTextErrors } from '../domain/filing-item.js';
import { readHeads } from '../stream-heads.js';
import { publishStandard } from './publish-standard.js';
import type { Publisher } from './publish-standard.js';
import { findByReference, insertQuestion, lockQuestion, updateQuestion } from './question-rows.js';
import type { Question } from './question-rows.js';
import { readStandards } from './standard-rows.js';

interface Dependencies {
  events: EventStore;
  keys: PersonalDataKeys;
}

/** What a review finds out reaches the customer within a day, also where the standard is known at once (car dealers). */
const answeredWithinMinutes = 1_440;

/**
 * Notes a question: answered or promised by a standard, else waiting for a review, with whatever its customer was told.
 * The same reference finds the question that is there.
 * @throws Problem `validation` for a customer or standard that is not there, and for a promise that has passed or that a
 *   standard makes itself
 */
export async function askQuestion(
  tx: Tx,
  dependencies: Dependencies,
  { text, channel, customer, standard: code, promisedBy, externalId }: QuestionBody,
  asker: Publisher,
): Promise<{ question: Question; isNew: boolean }> {
  const errors = findTextErrors({ text, externalId });
  if (errors.length > 0) throw new Problem('validation', { errors });
  const known = externalId === undefined ? undefined : await findByReference(tx, externalId);
  if (known) return { question: known, isNew: false };
  if (customer && (await findCustomers(tx, [customer.id], [])).length === 0) {
    throw refused('customer.id', 'unknown-customer', 'no such customer');
  }
  const standard = code === undefined ? undefined : await requireStandard(tx, code);
  const { by, now } = asker;
  const told = promisedBy === undefined ? null : readPromise(promisedBy, code, now);
  const isPromise = standard?.answerable === 'later';
  const question: Question = {
    ...{ id: newId(now), askedAt: new Date(now), askedBy: by, channel, text, isLate: false },
    customerId: customer?.id ?? null,
    status: standard ? (isPromise ? 'promised' : 'answered') : 'waiting',
    standard: code ?? null,
    dueAt: isPromise ? inMinutes(now, standard.promisedMinutes!) : told,
    ...{ decidedAt: null, decidedBy: null, reason: null },
  };
  if (!(await insertQuestion(tx, question, externalId))) {
    // The same reference came twice at once; the first one's row is committed by now.
    return { question: (await findByReference(tx, externalId!))!, isNew: false };
  }
  await append(tx, dependencies, QuestionAsked, question, asker, {
    channel,
    ...(customer && { customerId: customer.id }),
    status: question.status,
    ...promiseOf(question),
    ...(await seal(tx, dependencies, question, { text })),
  });
  return { question, isNew: true };
}

/**
 * Ends the wait of a question. With a standard its customer is promised the answer; an example in general
 * words lets the standard be found for the next one.
 * @throws Problem `illegal-transition` for one that does not wait
 */
export async function reviewQuestion(
  tx: Tx,
  dependencies: Dependencies,
  id: string,
  body: QuestionReviewBody,
  reviewer: Publisher,
): Promise<Question> {
  const question = await requireQuestion(tx, id, 'waiting');
  const { by, now } = reviewer;
  const decided = { ...question, decidedAt: new Date(now), decidedBy: by };
  const note: Record<string, string> = body.note === undefined ? {} : { note: body.note };
  const sealed = await seal(tx, dependencies, question, note);
  if (body.decision === 'dismissed') {
    const { decision, reason } = body;
    // A time that was promised and has passed was not kept, whatever the question turned out to be.
    const isLate = question.dueAt !== null && now > question.dueAt.getTime();
    const dismissed: Question = { ...decided, status: 'dismissed', reason, isLate };
    const facts = { decision, reason, ...sealed };
    await append(tx, dependencies, QuestionReviewed, question, reviewer, facts);
    await updateQuestion(tx, dismissed);
    return dismissed;
  }
  const standard = await requireStandard(tx, body.standard);
  if (body.example !== undefined) {
    await learn(tx, dependencies, standard, body.example, reviewer);
  }
  const promised: Question = {
    ...decided,
    status: 'promised',
    standard: standard.code,
    // What the customer was told when they asked stands.
    dueAt: question.dueAt ?? inMinutes(now, standard.promisedMinutes ?? answeredWithinMinutes),
  };
  const facts = { decision: body.decision, ...promiseOf(promised), ...sealed };
  await append(tx, dependencies, QuestionReviewed, question, reviewer, facts);
  await updateQuestion(tx, promised);
  return promised;
}

/** At the due instant itself the promise is kept. @throws Problem `illegal-transition` without a promise */
export async function answerQuestion(
  tx: Tx,
  dependencies: Dependencies,
  id: string,
  { channel }: QuestionAnswerBody,
  answerer: Publisher,
): Promise<Question> {
  const question = await requireQuestion(tx, id, 'promised');
  const { by, now } = answerer;
  const isLate = now > question.dueAt!.getTime();
  const facts = { channel, ...promiseOf(question), isLate };
  await append(tx, dependencies, QuestionAnswered, question, answerer, facts);
  const answered: Question = {
    ...question,
    ...{ status: 'answered', decidedAt: new Date(now), decidedBy: by, isLate },
  };
  await updateQuestion(tx, answered);
  return answered;
}

/** The next version of a standard, which has one more way to ask it. */
async function learn(
  tx: Tx,
  dependencies: Dependencies,
  standard: StandardAnswerView,
  example: string,
  reviewer: Publisher,
): Promise<void> {
  const { code, version, publishedBy: _, publishedAt: _at, ...body } = standard;
  if (body.questions.includes(example)) return;
  // The oldest way to ask makes room: as many are compared with every question.
  const questions = [...body.questions, example].slice(-50);
  const next = { code, body: { ...body, questions }, expectedVersion: version };
  await publishStandard(tx, dependencies, next, reviewer);
}

async function requireStandard(tx: Tx, code: string): Promise<StandardAnswerView> {
  const [standard] = await readStandards(tx, code);
  if (standard?.isActive) return standard;
  throw refused('standard', 'unknown-code', 'no active standard answer has this code');
}

async function requireQuestion(tx: Tx, id: string, status: Question['status']): Promise<Question> {
  const question = await lockQuestion(tx, id);
  if (!question) throw new Problem('not-found', { detail: `no question ${id}` });
  if (question.status === status) return question;
  const detail = `the question is ${question.status}, not ${status}`;
  throw new Problem('illegal-transition', { detail });
}

function readPromise(promisedBy: string, standard: string | undefined, now: number): Date {
  const at = new Date(promisedBy);
  if (standard !== undefined) throw refused('promisedBy', 'promise', 'the standard says by when');
  if (at.getTime() > now) return at;
  throw refused('promisedBy', 'in-the-past', 'it lies in the past');
}

const refused = (path: string, rule: string, message: string) =>
  new Problem('validation', { errors: [{ path, rule, message }] });
const inMinutes = (now: number, minutes: number) => new Date(now + minutes * 60_000);
const promiseOf = ({ standard, dueAt }: Question) => ({
  ...(standard !== null && { standard }),
  ...(dueAt && { dueAt: dueAt.toISOString() }),
});

/** Under the key of the customer, or of the question where nobody knows whose it is. */
async function seal(
  tx: Tx,
  { keys }: Dependencies,
  { id, customerId }: Question,
  texts: Record<string, string>,
): Promise<Record<string, Envelope>> {
  const names = Object.keys(texts);
  const envelopes = await keys.seal(tx, customerId ?? id, Object.values(texts));
  return Object.fromEntries(names.map((name, index) => [name, envelopes[index]!]));
}

async function append(
  tx: Tx,
  { events }: Dependencies,
  { type, topic }: { type: string; topic: string },
  { id: questionId }: Question,
  { by, headers, now }: Publisher,
  facts: object,
): Promise<void> {
  const stream = `question-${questionId}`;
  const [head] = await readHeads(tx, [stream]);
  const data = { questionId, at: new Date(now).toISOString(), by, ...facts };
  const event = { id: newId(now), type, topic, key: stream, data, occurredAt: now, headers };
  events.append(tx, [{ head: head!, events: [event] }]);
}
