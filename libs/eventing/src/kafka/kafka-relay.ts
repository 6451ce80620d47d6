import { randomUUID } from 'node:crypto';
import type { Producer } from 'kafkajs';
import type { Database, Logger } from '#platform';
import { describeFailure, pauseBeforeRetry } from '../consume/failures.js';
import type { LogSignal } from '../consume/log-signal.js';
import { LeaseLost } from '../errors.js';
import type { FailpointHook } from '../failpoint.js';
import { releaseLease, takeLease } from '../store/lease.js';
import { readLog } from '../store/read-log.js';
import type { LogCursor, LogEvent } from '../store/stored-event.js';
import { countedLag } from '../transport/transport-options.js';
import type { LogLag } from '../transport/transport-options.js';
import { Wakeable } from '../wakeable.js';
import { toMessage } from './event-message.js';
import { createKafka, kafkaLibrary } from './kafka-client.js';
import { RelayCheckpoint } from './relay-checkpoint.js';

export interface KafkaRelayOptions {
  /** The database of the service that writes the log. */
  database: Database;
  service: string;
  brokers: string[];
  /** Hint of appends in this process; polling finds the others'. */
  signal?: LogSignal;
  logger: Logger;
  /** How long a silent leader keeps its lead. Default 10 s. */
  leaseMs?: number;
  failpoint?: FailpointHook;
}

const leaseName = 'kafka-relay';
const defaultLeaseMs = 10_000;
const standbyMs = 1_000;
/** What was not yet readable when it was heard of is looked for after so long. */
const shortestWaitMs = 20;
const mostEvents = 500;
/** Well below message.max.bytes (1 MB): kafkajs does not split a send by size. */
const mostBytes = 512 * 1024;

/**
 * Publishes a service's log to Kafka in order. One leader at a time by lease; the checkpoint moves after
 * the brokers' acknowledgement and only under the leader's fence, so what was sent within the last tenth of a
 * second may be repeated, never lost.
 */
export class KafkaRelay {
  readonly #owner = randomUUID();
  readonly #wait = new Wakeable();
  #stopping = new AbortController();
  #running?: Promise<void>;

  constructor(private readonly options: KafkaRelayOptions) {}

  start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#running = this.run();
    return Promise.resolve();
  }

  /** Lets a running send end, then hands over. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wait.wake();
    await this.#running;
  }

  /** Events not yet acknowledged by the brokers, as far as they are counted. */
  async lag(): Promise<number> {
    return (await this.unsent()).pending;
  }

  /** As `lag`, and when the first of them was recorded. */
  async unsent(): Promise<LogLag> {
    const { database, service } = this.options;
    const after = await this.checkpoint().read();
    const unsent = `from events where (epoch, tx, position) > ($1::int, $2::text::xid8, $3::text::bigint)`;
    const [row] = await database.query<{ pending: number; oldestAt: number | null }>(
      `select (select count(*) from (select 1 ${unsent} limit $4) counted) as pending,
              (select recorded_at::float8 ${unsent} order by epoch, tx, position limit 1) as "oldestAt"`,
      [after?.epoch ?? 0, after?.tx ?? '0', after?.position ?? '0', countedLag],
    );
    const oldestAt = row?.oldestAt ?? undefined;
    return { log: service, pending: Number(row?.pending ?? 0), oldestAt };
  }

  private async run(): Promise<void> {
    const { database, service, brokers, signal, logger } = this.options;
    const { Partitioners } = await kafkaLibrary();
    const kafka = await createKafka(brokers, `clearline-${service}-relay`, logger);
    const producer = kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    const stopListening = signal?.onFired(database.schema, () => this.#wait.wake());
    const { signal: stopping } = this.#stopping;
    for (let failures = 0; !stopping.aborted;) {
      try {
        await producer.connect();
        await this.lead(producer, () => (failures = 0));
      } catch (error) {
        if (stopping.aborted) break;
        failures += 1;
        logger.warn({ service, failure: describeFailure(error) }, 'relay starts again');
        await pauseBeforeRetry(error instanceof LeaseLost ? 1 : failures + 3, stopping);
      }
    }
    stopListening?.();
    await releaseLease(database, leaseName, this.#owner).catch(() => undefined);
    await producer.disconnect().catch(() => undefined);
  }

  private async lead(producer: Producer, onProgress: () => void): Promise<void> {
    const { database, leaseMs = defaultLeaseMs } = this.options;
    const renewMs = leaseMs * 0.3;
    const { signal } = this.#stopping;
    let fence: number | undefined;
    let takenAt = 0;
    let after: LogCursor | undefined;
    let waitMs = shortestWaitMs;
    const checkpoint = this.checkpoint();
    try {
      while (!signal.aborted) {
        if (fence === undefined || Date.now() - takenAt > renewMs) {
          if (fence !== undefined) await checkpoint.follow(fence);
          await checkpoint.settled();
          takenAt = Date.now();
          const held = await takeLease(database, leaseName, this.#owner, leaseMs);
          if (held !== fence) after = await checkpoint.read();
          fence = held;
        }
        if (fence === undefined) {
          await this.#wait.sleep(standbyMs);
          continue;
        }
        checkpoint.check();
        const { schema } = database;
        this.#wait.forget();
        const chunk = await readLog(database, { schema, after, limit: mostEvents });
        for (const part of cutByBytes(chunk)) {
          after = part.at(-1)!.cursor;
          // A slow broker keeps nobody from knowing what it has taken.
          if (checkpoint.restMs === 0) await checkpoint.follow(fence);
          await this.publish(producer, part);
          checkpoint.acknowledge(after);
          if (checkpoint.restMs === 0) await checkpoint.follow(fence);
        }
        if (chunk.length > 0) onProgress();
        if (chunk.length === mostEvents) continue;
        if (checkpoint.restMs === 0) await checkpoint.follow(fence);
        // What is being written of the checkpoint keeps no event waiting.
        const isHinted = await this.#wait.sleep(Math.min(waitMs, checkpoint.restMs));
        waitMs = isHinted || chunk.length > 0 ? shortestWaitMs : Math.min(250, waitMs * 2);
      }
    } finally {
      if (fence !== undefined) await checkpoint.follow(fence);
      await checkpoint.settled();
    }
  }

  private checkpoint(): RelayCheckpoint {
    const { database, failpoint } = this.options;
    return new RelayCheckpoint(database, leaseName, failpoint);
  }

  /** Resolves once the brokers have acknowledged every event. */
  private async publish(producer: Producer, events: readonly LogEvent[]): Promise<void> {
    const byTopic = new Map<string, ReturnType<typeof toMessage>[]>();
    for (const event of events) {
      const messages = byTopic.get(event.topic) ?? [];
      messages.push(toMessage(event));
      byTopic.set(event.topic, messages);
    }
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic, messages }));
    await this.options.failpoint?.('before-send');
    await producer.sendBatch({ acks: -1, topicMessages });
  }
}

function* cutByBytes(events: readonly LogEvent[]): Generator<LogEvent[]> {
  let part: LogEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.body) + 1_024;
    if (part.length > 0 && bytes + size > mostBytes) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(event);
    bytes += size;
  }
  if (part.length > 0) yield part;
}
