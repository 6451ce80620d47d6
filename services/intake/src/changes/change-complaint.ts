import { amendReason, ComplaintAmended, ComplaintFactsAdded, readReason } from '#contracts';
import type { AddedFactsBody, AmendmentBody, Envelope } from '#contracts';
import type { EventStore } from '#eventing';
import { newId, Problem } from '#platform';
import type { PersonalDataKeys, Tx } from '#platform';
import { readHeads } from '../stream-heads.js';
import { insertChange } from './change-rows.js';
import type { ComplaintChange, Reading } from './change-rows.js';

interface Dependencies {
  events: EventStore;
  keys: PersonalDataKeys;
}
export interface Changer {
  by: string;
  headers: Record<string, string>;
  now: number;
}
interface LockedComplaint {
  customerId: string;
  statement: string;
  remedySought: string | null;
}

/**
 * The complaint reads as it should from now on; what it read before is kept beside it.
 * @throws Problem `validation` when it reads like that already
 */
export async function amendComplaint(
  tx: Tx,
  dependencies: Dependencies,
  complaintId: string,
  { reason, note, ...wanted }: AmendmentBody,
  changer: Changer,
): Promise<ComplaintChange> {
  const complaint = await lockComplaint(tx, complaintId);
  const names = (['statement', 'remedySought'] as const).filter(
    (name) => wanted[name] !== undefined && wanted[name] !== complaint[name],
  );
  if (names.length === 0) {
    const message = 'the complaint reads like that already';
    throw new Problem('validation', { errors: [{ path: 'statement', rule: 'changes', message }] });
  }
  const read = (from: { [K in keyof Reading]: string | null }): Reading =>
    Object.fromEntries(names.flatMap((name) => (from[name] ? [[name, from[name]]] : [])));
  const { code, words } = readReason(amendReason, reason, note);
  const change: ComplaintChange = {
    ...{ changeId: newId(changer.now), complaintId, at: changer.now, by: changer.by },
    ...{ kind: 'amended', reason: code, before: read(complaint), after: read(wanted) },
    ...(words !== undefined && { note: words }),
  };
  const { before, after } = change as Required<ComplaintChange>;
  const { customerId } = complaint;
  const seal = (texts: Reading & { note?: string }) => sealAll(tx, dependencies, customerId, texts);
  const data = {
    ...eventFields(change),
    reason: code,
    before: await seal(before),
    after: await seal(after),
    ...(words !== undefined && (await seal({ note: words }))),
  };
  await append(tx, dependencies, ComplaintAmended, data, changer);
  await tx.query(
    `update complaints set statement = coalesce($2, statement), remedy_sought = coalesce($3, remedy_sought)
      where id = $1`,
    [complaintId, after.statement ?? null, after.remedySought ?? null],
  );
  await insertChange(tx, change);
  return change;
}

/** What the customer said later stands beside what they said first. */
export async function addFacts(
  tx: Tx,
  dependencies: Dependencies,
  complaintId: string,
  { channel, text }: AddedFactsBody,
  changer: Changer,
): Promise<ComplaintChange> {
  const { customerId } = await lockComplaint(tx, complaintId);
  const change: ComplaintChange = {
    ...{ changeId: newId(changer.now), complaintId, at: changer.now, by: changer.by },
    ...{ kind: 'facts-added', channel, text },
  };
  const sealed = await sealAll(tx, dependencies, customerId, { text });
  const data = { ...eventFields(change), channel, ...sealed };
  await append(tx, dependencies, ComplaintFactsAdded, data, changer);
  await insertChange(tx, change);
  return change;
}

const eventFields = ({ changeId, complaintId, at, by }: ComplaintChange) => ({
  ...{ changeId, complaintId, by },
  at: new Date(at).toISOString(),
});

/** Its row's lock keeps the order of the complaint's stream. */
async function lockComplaint(tx: Tx, id: string): Promise<LockedComplaint> {
  const [row] = await tx.query<LockedComplaint>(
    `select customer_id as "customerId", statement, remedy_sought as "remedySought"
       from complaints where id = $1 for update`,
    [id],
  );
  if (!row) throw new Problem('not-found', { detail: `no complaint ${id}` });
  return row;
}

async function sealAll(
  tx: Tx,
  { keys }: Dependencies,
  customerId: string,
  texts: Readonly<Record<string, string>> | Reading,
): Promise<Record<string, Envelope>> {
  const given = Object.entries(texts) as [string, string][];
  if (given.length === 0) return {};
  const plain = given.map(([, text]) => text);
  const envelopes = await keys.seal(tx, customerId, plain);
  return Object.fromEntries(given.map(([name], index) => [name, envelopes[index]!]));
}

async function append(
  tx: Tx,
  { events }: Dependencies,
  { type, topic }: { type: string; topic: string },
  data: { complaintId: string },
  { headers, now }: Changer,
): Promise<void> {
  const key = data.complaintId;
  const [head] = await readHeads(tx, [`complaint-${key}`]);
  const event = { id: newId(now), type, topic, key, data, occurredAt: now, headers };
  events.append(tx, [{ head: head!, events: [event] }]);
}
