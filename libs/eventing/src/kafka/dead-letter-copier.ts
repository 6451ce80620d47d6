import type { Producer } from 'kafkajs';
import type { Database, Logger } from '#platform';
import { describeFailure, pauseBeforeRetry } from '../consume/failures.js';
import type { RawEvent } from '../store/stored-event.js';
import { Wakeable } from '../wakeable.js';
import { toMessage } from './event-message.js';
import { createKafka } from './kafka-client.js';

export interface DeadLetterCopierOptions {
  service: string;
  /** The consumer's own database. */
  database: Database;
  brokers: readonly string[];
  logger: Logger;
  signal: AbortSignal;
}

interface DeadRow {
  number: string;
  record: string;
  body: Buffer;
  reason: string;
}

const pollMs = 1_000;
const mostLetters = 100;

/**
 * Copies dead letters to `<topic>.dlq` for whoever watches topics: value and headers as they came, with
 * `service` and `reason` beside them. The table stays the truth. A letter is marked once the brokers have
 * acknowledged its copy, so a crash may repeat a copy and loses none; one replica copies at a time.
 */
export class DeadLetterCopier {
  #running: Promise<void> = Promise.resolve();
  readonly #wait = new Wakeable();

  constructor(private readonly options: DeadLetterCopierOptions) {}

  start(): void {
    this.options.signal.addEventListener('abort', () => this.#wait.wake(), { once: true });
    this.#running = this.loop();
  }

  async stopped(): Promise<void> {
    await this.#running;
  }

  private async loop(): Promise<void> {
    const { signal, logger, service } = this.options;
    let producer: Producer | undefined;
    for (let failures = 0; !signal.aborted;) {
      try {
        if (await this.hasLetters()) {
          producer ??= await this.connect();
          await this.copy(producer);
        } else await this.#wait.sleep(pollMs);
        failures = 0;
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        logger.warn({ service, failure: describeFailure(error) }, 'dead letters not copied yet');
        await pauseBeforeRetry(failures + 5, signal);
      }
    }
    await producer?.disconnect().catch(() => undefined);
  }

  private async connect(): Promise<Producer> {
    const { brokers, service, logger } = this.options;
    const kafka = await createKafka(brokers, `clearline-${service}-dlq`, logger);
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return producer;
  }

  private async hasLetters(): Promise<boolean> {
    const { database } = this.options;
    const rows = await database.query(`select 1 from dead_letters where copied_at is null limit 1`);
    return rows.length > 0;
  }

  /** A session's lock, not a transaction: an open one would hold back every reader of the logs. */
  private async copy(producer: Producer): Promise<void> {
    const { database } = this.options;
    const name = `dead-letters-${database.schema}`;
    await database.withClient(async (client) => {
      const lock = `select pg_try_advisory_lock(hashtextextended($1, 0)) as held`;
      const { rows: locks } = await client.query<{ held: boolean }>(lock, [name]);
      if (!locks[0]?.held) {
        await this.#wait.sleep(pollMs);
        return;
      }
      try {
        const { rows } = await client.query<DeadRow>(
          `select number::text as number, record, body, reason from dead_letters
            where copied_at is null order by dead_letters.number limit ${mostLetters}`,
        );
        // One at a time: a send is not split by size, and dead letters are few.
        for (const row of rows) {
          await this.send(producer, row);
          const mark = `update dead_letters set copied_at = $2 where number = $1::text::bigint`;
          await client.query(mark, [row.number, Date.now()]);
        }
      } finally {
        await client.query(`select pg_advisory_unlock(hashtextextended($1, 0))`, [name]);
      }
    });
  }

  private async send(producer: Producer, { record, body, reason }: DeadRow): Promise<void> {
    const raw = JSON.parse(record) as RawEvent;
    const headers = {
      ...(raw.brokerHeaders ?? toMessage(raw).headers),
      service: this.options.service,
      reason,
    };
    const { key, partition } = raw;
    const messages = [{ key, partition, value: body, headers }];
    await producer.send({ topic: `${raw.topic}.dlq`, acks: -1, messages });
  }
}
