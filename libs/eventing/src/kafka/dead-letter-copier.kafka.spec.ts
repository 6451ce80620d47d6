import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import { testKafkaBrokers, waitFor } from '#testing';
import { createKafkaCrashRig, type KafkaCrashRig } from '../../test-support/kafka-crash-rig.js';
import { emptyStream, unitEvent } from '../../test-support/transport-rig.js';

let rig: KafkaCrashRig;
beforeEach(async () => {
  rig = await createKafkaCrashRig(testKafkaBrokers());
});
afterEach(() => rig.dispose());

it('copies a dead letter to the topic beside its own, once, as it came and with the service', async () => {
  const brokers = testKafkaBrokers();
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  const reader = kafka.consumer({ groupId: `dlq-${Date.now()}` });
  const copies: KafkaMessage[] = [];
  const event = unitEvent('poison', Date.now(), { data: { code: 42 } });
  await reader.connect();
  try {
    await reader.subscribe({ topic: 'clearline.organisation.dlq', fromBeginning: true });
    await reader.run({
      eachMessage: ({ message }) => {
        if (message.headers?.['ce_id']?.toString() === event.id) copies.push(message);
        return Promise.resolve();
      },
    });
    await rig.startRelay();
    const transport = await rig.startConsumer();
    const head = emptyStream('poison');
    await rig.producer.transaction(async (tx) => rig.store.append(tx, [{ head, events: [event] }]));
    await waitFor(() => copies.length > 0, { timeoutMs: 30_000, describe: 'the copy' });
    const marked = `select 1 from dead_letters where event_id = $1 and copied_at is not null`;
    await waitFor(async () => (await rig.consumer.query(marked, [event.id])).length > 0);
    // What was marked is not copied again by the next start.
    await transport.close();
    await transport.listen(() => undefined);
    const next = unitEvent('poison', Date.now(), { data: { code: 43 } });
    const after = { stream: 'poison-2', version: 0, hash: '' };
    await rig.producer.transaction(async (tx) =>
      rig.store.append(tx, [{ head: after, events: [next] }]),
    );
    await waitFor(async () => (await rig.consumer.query(marked, [next.id])).length > 0, {
      timeoutMs: 30_000,
    });
  } finally {
    await reader.disconnect();
  }
  expect(copies).toHaveLength(1);
  const [copy] = copies;
  expect(copy!.value!.toString()).toBe('{"code":42}');
  expect(copy!.key!.toString()).toBe('poison');
  const text = (name: string) => copy!.headers![name]!.toString();
  expect([text('ce_type'), text('ce_source')]).toEqual([event.type, 'urn:clearline:intake']);
  expect([text('service'), text('reason')]).toEqual(['escalation', 'invalid-data']);
});
