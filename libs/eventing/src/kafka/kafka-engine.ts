import type { EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from '#platform';
import type { BatchProcessor, Progress } from '../consume/batch-processor.js';
import { describeFailure, pauseBeforeRetry } from '../consume/failures.js';
import { LeaseLost } from '../errors.js';
import type { Engine, LogLag } from '../transport/transport-options.js';
import { fromMessage } from './event-message.js';
import { fromInboundMessage, isInboundTopic } from './inbound-message.js';
import { createKafka } from './kafka-client.js';
import { OffsetKeeper } from './offset-keeper.js';
import { PartJoiner } from './part-joiner.js';

export interface KafkaEngineOptions {
  service: string;
  topics: string[];
  brokers: string[];
  groupId?: string;
  sessionTimeoutMs?: number;
  gathers?: boolean;
  processor: BatchProcessor;
  logger: Logger;
  signal: AbortSignal;
  /** The consumer crashed too often for another start to help: the process should end. */
  onFailed(error: unknown): void;
}

interface Part {
  topic: string;
  partition: number;
  messages: readonly KafkaMessage[];
  /** The offset to go on from when all of it is done. */
  next: string;
}

const batchSize = 500;
/** A fetch is answered as soon as there is anything: a longer wait delays no event, but how soon a consumer stops. */
const atOnce = { minBytes: 1, maxWaitTimeInMs: 500 };
/** So long do events gather where nobody waits for them, or until some thirty complaints are at hand. */
const gathered = { minBytes: 64 * 1024, maxWaitTimeInMs: 100 };
const mostTransactions = 3;
/** Workers of kafkajs: as many as bring what comes to three topics at once; each is asked with each fetch. */
const mostPartitions = 36;
const defaultSessionTimeoutMs = 30_000;
const longestHeartbeatMs = 3_000;
const mostCrashes = 5;
/** The offsets are committed after the effects; the inbox absorbs what comes again. */
const noProgress: Progress = {
  begin: () => Promise.resolve(),
  advance: () => Promise.resolve(),
  isElsewhere: true,
};

/**
 * Feeds a service from Kafka. kafkajs leaves a crashed consumer down while the process looks healthy, so
 * this one is started again by us: for ever after a network failure, a few times after anything else.
 */
export class KafkaEngine implements Engine {
  #kafka?: Kafka;
  #running: Promise<void> = Promise.resolve();
  #lastHeartbeatAt = 0;

  constructor(private readonly options: KafkaEngineOptions) {}

  get groupId(): string {
    return this.options.groupId ?? `clearline-${this.options.service}`;
  }

  private get sessionTimeoutMs(): number {
    return this.options.sessionTimeoutMs ?? defaultSessionTimeoutMs;
  }

  private get heartbeatMs(): number {
    return Math.min(longestHeartbeatMs, this.sessionTimeoutMs / 4);
  }

  async start(): Promise<void> {
    const { brokers, service, logger } = this.options;
    this.#kafka = await createKafka(brokers, `clearline-${service}`, logger);
    this.#running = this.supervise(this.#kafka);
  }

  async stop(): Promise<void> {
    await this.#running;
  }

  stalled(): string | undefined {
    const silentMs = Date.now() - this.#lastHeartbeatAt;
    if (this.#lastHeartbeatAt === 0) return 'the consumer has not joined its group yet';
    return silentMs > this.sessionTimeoutMs ? `no heartbeat for ${silentMs} ms` : undefined;
  }

  /** Another replica would feed the read models while they are emptied and replayed here. */
  async rebuildObstacle(): Promise<string | undefined> {
    const admin = (await this.kafka()).admin();
    await admin.connect();
    try {
      const { groups } = await admin.describeGroups([this.groupId]);
      const members = groups[0]?.members.length ?? 0;
      return members > 1 ? `${members} replicas consume: stop all but one first` : undefined;
    } finally {
      await admin.disconnect();
    }
  }

  /** High watermarks less the committed offsets, by topic; how old the first is would take reading it. */
  async pending(): Promise<LogLag[]> {
    const admin = (await this.kafka()).admin();
    await admin.connect();
    try {
      const { topics } = this.options;
      const committed = await admin.fetchOffsets({ groupId: this.groupId, topics });
      return await Promise.all(
        committed.map(async ({ topic, partitions }) => {
          const offsets = await admin.fetchTopicOffsets(topic);
          const pending = offsets.reduce((sum, { partition, high, low }) => {
            const place = Number(partitions.find((p) => p.partition === partition)?.offset ?? -1);
            return sum + Number(high) - (place < 0 ? Number(low) : place);
          }, 0);
          return { log: topic, pending };
        }),
      );
    } finally {
      await admin.disconnect();
    }
  }

  private async kafka(): Promise<Kafka> {
    const { brokers, service, logger } = this.options;
    return (this.#kafka ??= await createKafka(brokers, `clearline-${service}`, logger));
  }

  private async supervise(kafka: Kafka): Promise<void> {
    const { signal, logger, service } = this.options;
    for (let crashes = 0; !signal.aborted;) {
      const startedAt = Date.now();
      const crash = await this.consumeUntilCrash(kafka);
      if (signal.aborted) return;
      if (Date.now() - startedAt > 600_000) crashes = 0;
      const isNetwork = /Connection|Broker|Timeout|NumberOfRetries/.test(crash.name);
      if (!isNetwork) crashes += 1;
      logger.error({ service, crashes, failure: describeFailure(crash) }, 'consumer crashed');
      if (crashes > mostCrashes) {
        this.options.onFailed(crash);
        return;
      }
      await pauseBeforeRetry(crashes + 5, signal);
    }
  }

  /** Resolves with the reason when the consumer went down, or after a graceful stop. */
  private async consumeUntilCrash(kafka: Kafka): Promise<Error> {
    const { signal, topics } = this.options;
    const consumer = kafka.consumer({
      groupId: this.groupId,
      sessionTimeout: this.sessionTimeoutMs,
      heartbeatInterval: this.heartbeatMs,
      ...(this.options.gathers ? gathered : atOnce),
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    const keeper = new OffsetKeeper(
      (offsets) => consumer.commitOffsets(offsets),
      this.options.logger,
    );
    const joiner = new PartJoiner<Part>({
      mostEvents: batchSize,
      mostAtOnce: mostTransactions,
      countOf: ({ messages }) => messages.length,
      handle: (parts) => this.handleParts(keeper, parts),
    });
    const alive = () => (this.#lastHeartbeatAt = Date.now());
    // Of a member that the group had forgotten only this is told.
    consumer.on(consumer.events.GROUP_JOIN, () => keeper.forget());
    consumer.on(consumer.events.REBALANCING, () => keeper.forget());
    consumer.on(consumer.events.GROUP_JOIN, alive);
    consumer.on(consumer.events.HEARTBEAT, alive);
    const ended = new Promise<Error>((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error));
      const stop = () => resolve(new LeaseLost('the consumer is stopping'));
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        // Every partition of a fetch hands over its batch at once, so that small ones can be joined.
        partitionsConsumedConcurrently: mostPartitions,
        eachBatch: (payload) => this.handleBatch(joiner, payload),
      });
      return await ended;
    } catch (error) {
      return error instanceof Error ? error : new Error('the consumer did not start');
    } finally {
      await keeper.flush();
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private async handleBatch(
    joiner: PartJoiner<Part>,
    { batch, heartbeat, isRunning, isStale, resolveOffset }: EachBatchPayload,
  ): Promise<void> {
    const { topic, partition, messages } = batch;
    // kafkajs beats only between batches; that another member has the partitions by now ends this one early.
    let lost: Error | undefined;
    const beat = () =>
      heartbeat().catch((error: unknown) => {
        if (meansRejoining(error)) lost = error;
      });
    const ticker = setInterval(() => void beat(), this.heartbeatMs);
    try {
      for (let i = 0; i < messages.length; i += batchSize) {
        if (!isRunning() || isStale()) return;
        if (lost) throw lost;
        const part = messages.slice(i, i + batchSize);
        const isLast = i + batchSize >= messages.length;
        // The last offset of a batch may be a control record's.
        const last = isLast ? batch.lastOffset() : part.at(-1)!.offset;
        const next = String(BigInt(last) + 1n);
        if (!(await joiner.handle({ topic, partition, messages: part, next }))) return;
        resolveOffset(last);
      }
    } finally {
      clearInterval(ticker);
    }
  }

  /** Parts of several partitions, in one transaction, acknowledged together once it is committed. */
  private async handleParts(keeper: OffsetKeeper, parts: readonly Part[]): Promise<boolean> {
    if (!(await this.deliver(parts))) return false;
    keeper.handled(parts.map(({ topic, partition, next }) => ({ topic, partition, offset: next })));
    return true;
  }

  /** False: nothing is resolved, and the records are fetched again. Never throws: kafkajs would freeze. */
  private async deliver(parts: readonly Part[]): Promise<boolean> {
    const { processor, logger, signal } = this.options;
    try {
      const events = parts.flatMap(({ topic, partition, messages }) => {
        const read = isInboundTopic(topic) ? fromInboundMessage : fromMessage;
        return messages.map((message) => read(topic, partition, message));
      });
      await processor.process(events, noProgress);
      return true;
    } catch (error) {
      if (!signal.aborted) {
        const places = parts.map(({ topic, partition }) => `${topic}/${partition}`);
        logger.error({ places, failure: describeFailure(error) }, 'batch not handled');
        await pauseBeforeRetry(7, signal);
      }
      return false;
    }
  }
}

const ofRejoining = [
  ...['REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION'],
  ...['UNKNOWN_MEMBER_ID', 'NOT_COORDINATOR_FOR_GROUP'],
];

/** What kafkajs joins its group anew for. */
const meansRejoining = (error: unknown): error is Error =>
  error instanceof Error && 'type' in error && ofRejoining.includes(String(error.type));
