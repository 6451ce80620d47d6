import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Database } from '#platform';
import { waitFor } from '#testing';
import type { EventStore } from '../src/store/event-store.js';
import type { StreamHead } from '../src/store/stored-event.js';
import type { ProcessPlan } from './delivery-process.js';
import type { TestProcess } from './start-process.js';
import { emptyStream, unitEvent } from './transport-rig.js';

/** What an engine's crash suite provides: the databases of two services, and processes between them. */
export interface CrashRig {
  producer: Database;
  consumer: Database;
  store: EventStore;
  /** A process that delivers; killed at the end of the test, if it lives then. */
  start(
    role: ProcessPlan['role'],
    name: string,
    dieAt?: ProcessPlan['dieAt'],
  ): Promise<TestProcess>;
  dispose(): Promise<void>;
}

/** Appends events of many keys and knows what must have come of them. */
export class Load {
  readonly #heads = new Map<string, StreamHead>();
  readonly #expected = new Map<string, string[]>();

  constructor(
    private readonly rig: Pick<CrashRig, 'producer' | 'consumer' | 'store'>,
    private readonly keys = 24,
  ) {}

  /** One event of every key, in one transaction. */
  async round(): Promise<void> {
    const { producer, store } = this.rig;
    const now = Date.now();
    const batches = Array.from({ length: this.keys }, (_, index) => {
      const key = `key-${index}`;
      return { head: this.#heads.get(key) ?? emptyStream(key), events: [unitEvent(key, now)] };
    });
    const { heads } = await producer.transaction(async (tx) => store.append(tx, batches));
    for (const head of heads) this.#heads.set(head.stream, head);
    for (const { events } of batches) {
      const { key, id } = events[0]!;
      this.#expected.set(key, [...(this.#expected.get(key) ?? []), id]);
    }
  }

  /** Rounds, a few milliseconds apart, until `end` has settled. */
  async until(end: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = () => (isOver = true);
    end.then(over, over);
    while (!isOver) {
      await this.round();
      await delay(5);
    }
    await end;
  }

  async seenCount(worker?: string): Promise<number> {
    const [row] = await this.rig.consumer.query<{ n: number }>(
      `select count(*) as n from seen where $1::text is null or worker = $1`,
      [worker ?? null],
    );
    return row?.n ?? 0;
  }

  /** Every event took effect exactly once, those of a key in their order; nothing was set aside. */
  async expectHandledOnce(): Promise<void> {
    const { consumer } = this.rig;
    // The broker is shared: what other tests publish is none of this load's.
    const ids = [...this.#expected.values()].flat();
    const own = `event_id = any($1::text[])`;
    const counted = `select count(*) as n from seen where ${own}`;
    const isThere = async () =>
      (await consumer.query<{ n: number }>(counted, [ids]))[0]!.n >= ids.length;
    await waitFor(isThere, {
      timeoutMs: 30_000,
      describe: `${ids.length} events`,
    });
    const rows = await consumer.query<{ key: string; event_id: string }>(
      `select key, event_id from seen where ${own} order by number`,
      [ids],
    );
    const found = new Map<string, string[]>();
    for (const { key, event_id: id } of rows) found.set(key, [...(found.get(key) ?? []), id]);
    expect(found).toEqual(this.#expected);
    const aside = await consumer.query(
      `select event_id from parked where ${own} union select event_id from dead_letters where ${own}`,
      [ids],
    );
    expect(aside).toEqual([]);
  }
}
