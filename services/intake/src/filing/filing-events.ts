import {
  CallbackRecorded,
  ComplaintRegistered,
  ComplaintSplitOff,
  CustomerRegistered,
  findThreats,
  SurveyAnswered,
  type DataOf,
  type Envelope,
  type Threat,
} from '#contracts';
import type { NewEvent, StreamHead } from '#eventing';
import { newId } from '#platform';
import type { CreatedCustomer } from '../customers/resolve-customers.js';
import { customersTexts, evidenceEvent, evidenceTexts } from './evidence-event.js';
import type { FilingWork, FollowingEvent } from './filing-work.js';

export interface StreamBatch {
  head: StreamHead;
  events: NewEvent[];
}

/** The personal texts of an item, in the order in which `filingBatch` expects their envelopes. */
export function personalTexts(work: FilingWork): string[] {
  const { item } = work;
  switch (item.kind) {
    case 'complaint': {
      const { statement, remedySought, evidence } = item.body;
      const rest = evidence ? evidenceTexts(evidence) : [];
      return remedySought ? [statement, remedySought, ...rest] : [statement, ...rest];
    }
    case 'callback':
      return item.body.note ? [item.body.note] : [];
    case 'survey':
      return item.body.comment ? [item.body.comment] : [];
  }
}

/** The new stream that an accepted item starts, with its one event. */
export function filingBatch(work: FilingWork, envelopes: Envelope[]): StreamBatch {
  const { item, id } = work;
  switch (item.kind) {
    case 'complaint': {
      const { evidence, remedySought } = item.body;
      const at = receivedAt(work);
      const registered = complaintData(work, envelopes);
      if (!evidence)
        return firstEvent(work, ComplaintRegistered, id, at, registered, splitEvent(work));
      const given = evidenceEvent(work, evidence, envelopes.slice(remedySought ? 2 : 1));
      return firstEvent(work, ComplaintRegistered, id, at, registered, given);
    }
    case 'callback': {
      const { body } = item;
      const data: DataOf<typeof CallbackRecorded> = {
        callbackId: id,
        caseId: work.caseId!,
        customerId: work.customerId,
        type: body.type,
        outcome: body.outcome,
        satisfied: body.satisfied,
        note: envelopes[0],
        at: new Date(happenedAt(work)).toISOString(),
        recordedBy: work.actor.name,
      };
      return firstEvent(work, CallbackRecorded, work.caseId!, happenedAt(work), data);
    }
    case 'survey': {
      const { body } = item;
      const data: DataOf<typeof SurveyAnswered> = {
        surveyId: id,
        caseId: work.caseId,
        customerId: work.customerId,
        kind: body.kind,
        score: body.score,
        answers: body.answers,
        comment: envelopes[0],
        answeredAt: new Date(happenedAt(work)).toISOString(),
      };
      const key = work.caseId ?? work.customerId!;
      return firstEvent(work, SurveyAnswered, key, happenedAt(work), data);
    }
  }
}

/** When the item happened, epoch milliseconds: as it says, else now. */
export function happenedAt(work: FilingWork): number {
  const { item } = work;
  if (item.kind === 'complaint') return receivedAt(work);
  const said = item.kind === 'callback' ? item.body.at : item.body.answeredAt;
  return said === undefined ? work.now : Date.parse(said);
}

function receivedAt(work: FilingWork): number {
  const said = work.item.kind === 'complaint' ? work.item.body.receivedAt : undefined;
  return said === undefined ? work.now : Date.parse(said);
}

function complaintData(
  work: FilingWork,
  envelopes: Envelope[],
): DataOf<typeof ComplaintRegistered> {
  if (work.item.kind !== 'complaint') throw new TypeError('not a complaint');
  const { body } = work.item;
  const [statement, second] = envelopes;
  const remedySought = body.remedySought ? second : undefined;
  return {
    complaintId: work.id,
    number: work.number!,
    channel: body.channel,
    customerId: work.customerId!,
    tier: work.tier!,
    anonymous: work.anonymous!,
    category: body.category,
    statement: statement!,
    receivedAt: new Date(receivedAt(work)).toISOString(),
    severity: body.severity ?? 'normal',
    threats: threatsOf(work),
    callId: body.callId,
    recordingUrl: body.recordingUrl,
    dueAt: body.dueAt === undefined ? undefined : new Date(body.dueAt).toISOString(),
    product: body.product,
    remedySought,
    organisation: body.organisation,
    externalId: body.externalId,
    party: body.party,
    registeredBy: work.actor,
  };
}

/** What the agent flagged, and what the customer's own words say; an import flags what its source did. */
function threatsOf({ item, headers }: FilingWork): Threat[] {
  if (item.kind !== 'complaint') return [];
  const { threats = [], statement, remedySought = '', evidence } = item.body;
  if (headers['origin'] === 'import') return [...new Set(threats)];
  const noted = evidence ? customersTexts(evidence) : [];
  return [...new Set([...threats, ...findThreats([statement, remedySought, ...noted].join('\n'))])];
}

function splitEvent({ splitFrom, id, now, actor }: FilingWork): FollowingEvent | undefined {
  if (!splitFrom) return undefined;
  const { complaintId: from, number: fromNumber, reason } = splitFrom;
  const { type, topic } = ComplaintSplitOff;
  const by = actor.agentId ?? actor.name;
  const at = new Date(now).toISOString();
  const data: DataOf<typeof ComplaintSplitOff> = {
    ...{ complaintId: id, at, from, fromNumber, reason, by },
  };
  return { type, topic, data, occurredAt: now };
}

function firstEvent(
  work: FilingWork,
  definition: { type: string; topic: string },
  key: string,
  occurredAt: number,
  data: object,
  second?: FollowingEvent,
): StreamBatch {
  return {
    head: { stream: `${work.item.kind}-${work.id}`, version: 0, hash: '' },
    events: [
      { type: definition.type, topic: definition.topic, data, occurredAt },
      ...(second ? [second] : []),
      ...(work.following ?? []),
    ].map((event) => ({ ...event, id: newId(work.now), key, headers: work.headers })),
  };
}

/** The stream of a customer who became known; envelopes of name, phone and e-mail where given. */
export function customerBatch(
  customer: CreatedCustomer,
  envelopes: Envelope[],
  now: number,
): StreamBatch {
  const rest = [...envelopes];
  const data: DataOf<typeof CustomerRegistered> = {
    customerId: customer.id,
    tier: customer.tier,
    anonymous: customer.anonymous,
    name: customer.name === undefined ? undefined : rest.shift(),
    phone: customer.phone === undefined ? undefined : rest.shift(),
    email: customer.email === undefined ? undefined : rest.shift(),
  };
  return {
    head: { stream: `customer-${customer.id}`, version: 0, hash: '' },
    events: [
      {
        id: newId(now),
        type: CustomerRegistered.type,
        topic: CustomerRegistered.topic,
        key: customer.id,
        data,
        occurredAt: now,
        headers: customer.headers,
      },
    ],
  };
}

export function customerTexts(customer: CreatedCustomer): string[] {
  return [customer.name, customer.phone, customer.email].filter((text) => text !== undefined);
}
