import { PackedTexts, packedText } from '#platform';
import type { Clock, Queries, Tx } from '#platform';
import type { LogSignal } from '../consume/log-signal.js';
import { StaleVersion } from '../errors.js';
import { sqlState } from '../sql-state.js';
import { chainHash } from './hash-chain.js';
import { partitionOf } from './partition-of.js';
import { readLog } from './read-log.js';
import { writerLock } from './readable-log.js';
import type { LogCursor, LogEvent, NewEvent, StoredEvent, StreamHead } from './stored-event.js';

export interface EventStoreOptions {
  /** The database schema of the service that owns the log. */
  schema: string;
  /** CloudEvents source of everything appended, e.g. `urn:clearline:intake`. */
  source: string;
  clock: Clock;
  /** Told of every commit that appended. */
  signal?: LogSignal;
}

export interface AppendBatch {
  head: StreamHead;
  events: readonly NewEvent[];
}

const uniqueViolation = '23505';

/** Appends to and reads from one service's log. Appending is one statement, whatever the number of streams. */
export class EventStore {
  readonly schema: string;
  readonly source: string;
  private readonly clock: Clock;
  private readonly signal: LogSignal | undefined;

  constructor(options: EventStoreOptions) {
    this.schema = options.schema;
    this.source = options.source;
    this.clock = options.clock;
    this.signal = options.signal;
  }

  /**
   * Appends each batch behind its head, inside the caller's transaction. The caller holds the lock of
   * every aggregate whose head it read, and stores the heads returned. The transaction rejects with
   * StaleVersion when a stream has moved on.
   */
  append(tx: Tx, batches: readonly AppendBatch[]): { heads: StreamHead[] } {
    // A reader would go past what a transaction appends that it did not know of.
    if (!tx.opening.includes(writerLock))
      throw new TypeError('Only the pool of a log appends to it');
    const recordedAt = this.clock.now();
    const rows: object[] = [];
    const texts = new PackedTexts();
    const heads = batches.map(({ head, events }) => {
      let { version, hash } = head;
      for (const event of events) {
        version += 1;
        const headersText = JSON.stringify(event.headers ?? {});
        const dataText = JSON.stringify(event.data);
        const { id, type, topic, key, occurredAt } = event;
        hash = chainHash(hash, {
          id,
          source: this.source,
          type,
          topic,
          key,
          stream: head.stream,
          sequence: version,
          headersText,
          dataText,
          occurredAt,
          recordedAt,
        });
        const headers = texts.add(headersText);
        const data = texts.add(dataText);
        rows.push({
          ord: rows.length,
          stream: head.stream,
          sequence: version,
          id,
          type,
          topic,
          key,
          partition: partitionOf(key),
          hash,
          occurred_at: occurredAt,
          headers_at: headers.at,
          headers_bytes: headers.bytes,
          data_at: data.at,
          data_bytes: data.bytes,
        });
      }
      return { stream: head.stream, version, hash };
    });
    if (rows.length > 0) {
      tx.settle(this.insert(tx, rows, texts, recordedAt, heads));
      tx.afterCommit(() => this.signal?.fire(this.schema));
    }
    return { heads };
  }

  /** Every event of a stream, in sequence. */
  async readStream(tx: Queries, stream: string): Promise<StoredEvent[]> {
    const rows = await tx.query<StreamRow>(
      `select id, type, topic, key, source, stream, sequence, data, headers,
              occurred_at::float8 as "occurredAt", recorded_at::float8 as "recordedAt"
         from ${this.schema}.events where stream = $1 order by sequence`,
      [stream],
    );
    return rows.map(({ data, headers, ...row }) => ({
      ...row,
      data: JSON.parse(data) as unknown,
      headers: JSON.parse(headers) as Record<string, string>,
    }));
  }

  /** The next events of this log after a cursor, gap-safe; see `readLog`. */
  async readLog(tx: Queries, after: LogCursor | undefined, limit: number): Promise<LogEvent[]> {
    return readLog(tx, { schema: this.schema, after, limit });
  }

  /** Few parameters: `pg` escapes the elements of text arrays one by one in JavaScript, which halves the rate. */
  private async insert(
    tx: Tx,
    rows: readonly object[],
    texts: PackedTexts,
    recordedAt: number,
    heads: StreamHead[],
  ): Promise<void> {
    try {
      await tx.query(
        `insert into ${this.schema}.events
           (epoch, stream, sequence, id, source, type, topic, key, partition, headers, data, hash, occurred_at, recorded_at)
         select (select ${this.schema}.current_epoch()), r.stream, r.sequence, r.id, $3, r.type, r.topic, r.key, r.partition,
                ${packedText('$4', 'r.headers')}, ${packedText('$4', 'r.data')}, r.hash, r.occurred_at, $2
           from json_to_recordset($1::json) as r(ord int, stream text, sequence int, id uuid, type text, topic text,
                key text, partition smallint, hash text, occurred_at bigint, headers_at int, headers_bytes int,
                data_at int, data_bytes int)
          order by r.ord`,
        [JSON.stringify(rows), recordedAt, this.source, texts.toBuffer()],
      );
    } catch (error) {
      if (sqlState(error) === uniqueViolation) {
        throw new StaleVersion(heads.map(({ stream }) => stream));
      }
      throw error;
    }
  }
}

type StreamRow = Omit<StoredEvent, 'data' | 'headers'> & { data: string; headers: string };
