import type { EventStore } from '#eventing';
import { newId, Problem, type PersonalDataKeys, type Tx } from '#platform';
import { assignCustomers, lookUpCustomers } from '../customers/resolve-customers.js';
import { endDrafts } from '../drafts/draft-rows.js';
import type { CaseNumbers } from './case-numbers.js';
import {
  customerBatch,
  customerTexts,
  filingBatch,
  happenedAt,
  personalTexts,
} from './filing-events.js';
import {
  accepted,
  type Actor,
  type FilingWork,
  type ReadItem,
  type SplitSource,
} from './filing-work.js';
import {
  claimKeys,
  keepAnswers,
  type IdempotencyKey,
  type KeptAnswer,
} from './idempotency-keys.js';
import { checkCodes, resolveCases } from './resolve-references.js';
import { saveFilings } from './save-filings.js';

/** What one caller sent: one item, or the items of an array. */
export interface FilingRequest {
  items: ReadItem[];
  isArray: boolean;
  actor: Actor;
  headers: Record<string, string>;
  idempotency?: IdempotencyKey;
  /** Who may have a draft of it, under the same key. */
  writer?: string;
  /** Of a part that was split off. */
  splitFrom?: SplitSource;
}
export interface FilingAnswer extends KeptAnswer {
  replayed: boolean;
  /** Why a single request was refused; `body` says the same. */
  problem?: Problem;
}
export interface FilingDependencies {
  events: EventStore;
  keys: PersonalDataKeys;
  numbers: CaseNumbers;
}

/**
 * Files requests of many callers inside one transaction, each table and the log written with one
 * statement. A refused item answers with its problem and leaves the others alone.
 * No two requests may carry the same idempotency key: the second must come in a later transaction.
 */
export async function fileRequests(
  tx: Tx,
  requests: FilingRequest[],
  dependencies: FilingDependencies,
  now: number,
): Promise<FilingAnswer[]> {
  const claims = await claimAll(tx, requests);
  const plans = requests.map((request, index) => {
    const claim = claims[index];
    return claim === undefined || claim === 'claimed'
      ? { request, works: startWorks(request, now) }
      : { request, settled: settle(claim) };
  });
  const works = plans.flatMap((plan) => plan.works ?? []);
  await fileWorks(tx, works, dependencies, now);
  const answers = plans.map(
    (plan) => plan.settled ?? { ...answer(plan.request, plan.works), replayed: false },
  );
  endDrafts(
    tx,
    requests.flatMap(({ writer, idempotency }, index) =>
      writer && idempotency && answers[index]!.status === 201
        ? [{ writer, key: idempotency.key }]
        : [],
    ),
  );
  keepAnswers(
    tx,
    answers.flatMap((given, index) => {
      const key = requests[index]!.idempotency;
      return key && claims[index] === 'claimed' ? [{ key, answer: given }] : [];
    }),
  );
  return answers;
}

/** Checks, seals, appends and saves; afterwards each work has its problem or is filed. */
export async function fileWorks(
  tx: Tx,
  works: FilingWork[],
  { events, keys, numbers }: FilingDependencies,
  now: number,
): Promise<void> {
  // The three look-ups travel together; who is refused by the first needs no customer.
  const customers = lookUpCustomers(tx, works, keys);
  await Promise.all([checkCodes(tx, works), resolveCases(tx, works), customers]);
  const created = await assignCustomers(tx, works, await customers);
  const live = accepted(works);
  await giveNumbers(live, numbers);
  const sealable = [
    ...created.map((customer) => ({ customerId: customer.id, texts: customerTexts(customer) })),
    ...live.map((work) => ({ customerId: work.customerId ?? work.id, texts: personalTexts(work) })),
  ];
  const newIds = new Set(created.map(({ id }) => id));
  const envelopes = sealable.length > 0 ? await keys.sealMany(tx, sealable, newIds) : [];
  const batches = [
    ...created.map((customer, index) => customerBatch(customer, envelopes[index] ?? [], now)),
    ...live.map((work, index) => filingBatch(work, envelopes[created.length + index] ?? [])),
  ];
  if (batches.length > 0) events.append(tx, batches);
  saveFilings(tx, live);
}

async function claimAll(tx: Tx, requests: FilingRequest[]) {
  const keyed = requests.filter((request) => request.idempotency);
  const claims = await claimKeys(
    tx,
    keyed.map((request) => request.idempotency!),
  );
  const byRequest = new Map(keyed.map((request, index) => [request, claims[index]]));
  return requests.map((request) => byRequest.get(request));
}

function settle(claim: 'conflict' | KeptAnswer): FilingAnswer {
  if (claim !== 'conflict') return { ...claim, replayed: true };
  const problem = new Problem('idempotency-conflict', {
    detail: 'this Idempotency-Key was used with another body within the last 24 hours',
  });
  return { status: problem.status, body: problem.toBody(), problem, replayed: false };
}

function startWorks(request: FilingRequest, now: number): FilingWork[] {
  return request.items.map((item) => {
    const { actor, headers, splitFrom } = request;
    const base = { id: newId(now), actor, headers, now, ...(splitFrom && { splitFrom }) };
    return { ...base, ...item };
  });
}

async function giveNumbers(works: FilingWork[], numbers: CaseNumbers): Promise<void> {
  const byYear = new Map<number, FilingWork[]>();
  for (const work of works) {
    if (work.item.kind !== 'complaint') continue;
    const year = new Date(happenedAt(work)).getUTCFullYear();
    const ofYear = byYear.get(year);
    if (ofYear) ofYear.push(work);
    else byYear.set(year, [work]);
  }
  for (const [year, ofYear] of byYear) {
    const taken = await numbers.take(year, ofYear.length);
    ofYear.forEach((work, index) => (work.number = taken[index]));
  }
}

function answer(request: FilingRequest, works: FilingWork[]): Omit<FilingAnswer, 'replayed'> {
  if (request.isArray) {
    const items = works.map((work, index) =>
      work.problem
        ? { index, status: work.problem.status, problem: work.problem.toBody() }
        : { index, status: 201, id: work.id },
    );
    return { status: 207, body: { items } };
  }
  const work = works[0]!;
  const { problem } = work;
  if (problem) return { status: problem.status, body: problem.toBody(), problem };
  return { status: 201, body: singleAnswer(work) };
}

function singleAnswer(work: FilingWork): Record<string, unknown> {
  const at = new Date(happenedAt(work)).toISOString();
  switch (work.item.kind) {
    case 'complaint':
      return { complaintId: work.id, caseId: work.id, number: work.number, receivedAt: at };
    case 'callback':
      return { callbackId: work.id, caseId: work.caseId, at };
    case 'survey':
      return {
        surveyId: work.id,
        caseId: work.caseId,
        customerId: work.customerId,
        answeredAt: at,
      };
  }
}
