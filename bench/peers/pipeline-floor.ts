// The least that keeps the promises of delivery and decides nothing: inbox, rows and outbox of a batch in
// one transaction by unnest, then one send for the batch, then the offset.
import { createHash } from 'node:crypto';
import kafkajs from 'kafkajs';
import pg from 'pg';

const { Kafka, logLevel } = kafkajs;
const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const batchSize = 500;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
pool.on('error', () => undefined);
await pool.query(
  `create table if not exists bench_inbox (id uuid primary key, body_hash text not null)`,
);
await pool.query(`create table if not exists bench_rows (id uuid primary key, body text not null)`);
await pool.query(
  `create table if not exists bench_outbox (position bigint generated always as identity primary key, id uuid not null, body text not null)`,
);

const kafka = new Kafka({ brokers, logLevel: logLevel.ERROR });
const producer = kafka.producer({ allowAutoTopicCreation: false });
const consumer = kafka.consumer({ groupId: 'bench-floor', maxWaitTimeInMs: 100 });
await producer.connect();
await consumer.connect();
await consumer.subscribe({ topics: ['bench.in'], fromBeginning: true });

async function store(ids: string[], bodies: string[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const hashes = bodies.map((body) => createHash('sha256').update(body).digest('base64url'));
    const { rows } = await client.query<{ id: string }>(
      `insert into bench_inbox (id, body_hash) select * from unnest($1::uuid[], $2::text[])
       on conflict do nothing returning id`,
      [ids, hashes],
    );
    const fresh = new Set(rows.map(({ id }) => id));
    const kept = ids.flatMap((id, index) => (fresh.delete(id) ? index : []));
    const values = [kept.map((index) => ids[index]), kept.map((index) => bodies[index])];
    await client.query(
      `insert into bench_rows (id, body) select * from unnest($1::uuid[], $2::text[])`,
      values,
    );
    await client.query(
      `insert into bench_outbox (id, body) select * from unnest($1::uuid[], $2::text[])`,
      values,
    );
    await client.query('commit');
    return kept.map((index) => ids[index]!);
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

await consumer.run({
  autoCommit: false,
  eachBatchAutoResolve: false,
  partitionsConsumedConcurrently: 3,
  eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
    const { topic, partition, messages } = batch;
    for (let i = 0; i < messages.length; i += batchSize) {
      const part = messages.slice(i, i + batchSize);
      const bodies = part.map(({ value }) => value!.toString());
      const ids = bodies.map((body) => (JSON.parse(body) as { id: string }).id);
      const kept = await store(ids, bodies);
      await producer.send({
        topic: 'bench.out',
        acks: -1,
        messages: kept.map((id) => ({ key: id, value: JSON.stringify({ id, stage: 'control' }) })),
      });
      const { offset } = part.at(-1)!;
      resolveOffset(offset);
      await consumer.commitOffsets([{ topic, partition, offset: String(BigInt(offset) + 1n) }]);
      await heartbeat();
    }
  },
});
console.log('ready');

process.once('SIGTERM', () => {
  void consumer
    .disconnect()
    .then(() => producer.disconnect())
    .then(() => pool.end());
});
