import type { Clock, Database } from '#platform';
import { newId } from '#platform';
import type { BatchContext, HandlerKind } from '../src/consume/handlers.js';
import type { EventStore } from '../src/store/event-store.js';
import { partitionOf } from '../src/store/partition-of.js';
import type { NewEvent, RawEvent, StoredEvent, StreamHead } from '../src/store/stored-event.js';
import type { ClearlineTransport } from '../src/transport/clearline-transport.js';

export type TestHandler = (event: StoredEvent, context: BatchContext) => Promise<void>;
export interface TestHandlers {
  [type: string]: TestHandler;
}

/** What an engine's suite provides: a producing service, a consuming one, and the engine between them. */
export interface TransportRig {
  producer: Database;
  consumer: Database;
  /** The one of both whose pool does not read the log: a look at its own connections would hide the reader's. */
  watcher: Database;
  store: EventStore;
  clock: Clock;
  /** A transport with these handlers, delivering; stopped by the rig at the end. */
  start(handlers: TestHandlers, kind?: HandlerKind): Promise<ClearlineTransport>;
  /** Every event of the log is delivered once more (at-least-once at its worst); then starts again. */
  redeliverEverything(transport: ClearlineTransport): Promise<void>;
  /** Everything appended so far has reached the consumer and was dealt with. */
  caughtUp(transport: ClearlineTransport): Promise<void>;
  waitFor<T>(look: () => T | Promise<T>, options?: { describe?: string }): Promise<NonNullable<T>>;
  dispose(): Promise<void>;
}

export const unitDefined = 'clearline.unit.defined.v1';
export const customerUpdated = 'clearline.customer.updated.v1';
export const seen = `create table seen (
  number bigint generated always as identity, event_id text, key text, sequence int, type text, redriven boolean,
  worker text default current_setting('application_name'))`;

export const record: TestHandler = async (event, { tx, redriven }) => {
  await tx.query(
    `insert into seen (event_id, key, sequence, type, redriven) values ($1, $2, $3, $4, $5)`,
    [event.id, event.key, event.sequence, event.type, redriven],
  );
};

export function unitEvent(key: string, now: number, over: Partial<NewEvent> = {}): NewEvent {
  return {
    id: newId(now),
    type: unitDefined,
    topic: 'clearline.organisation',
    key,
    data: { code: 'north', name: { zh: '北区', en: 'North' }, active: true },
    occurredAt: now,
    ...over,
  };
}

/** The same as it was read from its log. */
export function rawUnit(key: string, sequence = 1): RawEvent {
  const { data, ...event } = unitEvent(key, Date.now());
  const place = { stream: key, sequence, source: 'urn:clearline:intake', headers: {} };
  const body = JSON.stringify(data);
  return { ...event, ...place, recordedAt: Date.now(), partition: partitionOf(key), body };
}

export function customerEvent(key: string, now: number): NewEvent {
  const data = { customerId: '019aafe0-0000-7000-8000-000000000002', tier: 'vip' };
  return unitEvent(key, now, { type: customerUpdated, topic: 'clearline.customers', data });
}

export const emptyStream = (stream: string): StreamHead => ({ stream, version: 0, hash: '' });
