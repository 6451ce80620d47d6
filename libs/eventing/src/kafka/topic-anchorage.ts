import { randomUUID } from 'node:crypto';
import type { Kafka, Producer } from 'kafkajs';
import { sealsTopic } from '#contracts';
import type { Logger } from '#platform';
import type { SealAnchor, SealAnchorage } from '../seal/seal-anchor.js';
import { createKafka } from './kafka-client.js';

export interface TopicAnchorageOptions {
  brokers: readonly string[];
  /** Whose client of the brokers it is. */
  clientId: string;
  logger: Logger;
}

/** The compacted topic of seals: the latest of each log, for whichever process seals or verifies next. */
export class TopicAnchorage implements SealAnchorage {
  readonly isRemote = true;
  #kafka?: Promise<Kafka>;
  #producer?: Promise<Producer>;
  #connected?: Producer;

  constructor(private readonly options: TopicAnchorageOptions) {}

  /** As the topic is now: all of it is read. */
  async read(): Promise<ReadonlyMap<string, SealAnchor>> {
    const kafka = await this.kafka();
    const admin = kafka.admin();
    await admin.connect();
    try {
      const [part] = await admin.fetchTopicOffsets(sealsTopic);
      const end = BigInt(part?.high ?? 0);
      if (end <= BigInt(part?.low ?? 0)) return new Map();
      const groupId = `clearline-seals-${randomUUID()}`;
      try {
        return await this.readUntil(kafka, groupId, end);
      } finally {
        await admin.deleteGroups([groupId]).catch(() => undefined);
      }
    } finally {
      await admin.disconnect();
    }
  }

  async write(service: string, anchor: SealAnchor): Promise<void> {
    const producer = await (this.#producer ??= this.connect());
    const messages = [{ key: service, value: JSON.stringify(anchor) }];
    await producer.send({ topic: sealsTopic, acks: -1, messages });
  }

  /** Waits for no brokers that are away. */
  async close(): Promise<void> {
    await this.#connected?.disconnect().catch(() => undefined);
  }

  private async readUntil(
    kafka: Kafka,
    groupId: string,
    end: bigint,
  ): Promise<ReadonlyMap<string, SealAnchor>> {
    const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false });
    const latest = new Map<string, SealAnchor>();
    await consumer.connect();
    try {
      await consumer.subscribe({ topic: sealsTopic, fromBeginning: true });
      await new Promise<void>((resolve, reject) => {
        consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
        const eachBatch = ({ batch }: { batch: { messages: Message[]; lastOffset(): string } }) => {
          for (const { key, value } of batch.messages) {
            if (!key || !value) continue;
            latest.set(key.toString(), JSON.parse(value.toString()) as SealAnchor);
          }
          if (BigInt(batch.lastOffset()) + 1n >= end) resolve();
          return Promise.resolve();
        };
        consumer.run({ autoCommit: false, eachBatch }).catch(reject);
      });
    } finally {
      await consumer.disconnect();
    }
    return latest;
  }

  private kafka(): Promise<Kafka> {
    const { brokers, clientId, logger } = this.options;
    return (this.#kafka ??= createKafka(brokers, clientId, logger));
  }

  /** A connection that fails is tried anew with the next seal. */
  private async connect(): Promise<Producer> {
    const producer = (await this.kafka()).producer({ allowAutoTopicCreation: false });
    try {
      await producer.connect();
      this.#connected = producer;
    } catch (error) {
      this.#producer = undefined;
      throw error;
    }
    return producer;
  }
}

type Message = { key: Buffer | null; value: Buffer | null };
