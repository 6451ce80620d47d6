// Complaints on Kafka going in, and a count of what comes out.
import { randomBytes } from 'node:crypto';
import kafkajs from 'kafkajs';
import { v7 as uuidv7 } from 'uuid';

const { Kafka, logLevel, CompressionTypes } = kafkajs;
const sendSize = 500;

const client = (brokers, clientId) => new Kafka({ brokers, clientId, logLevel: logLevel.ERROR });

/** The data of a `complaint.registered` event as intake publishes it. */
function complaint(index) {
  const receivedAt = new Date().toISOString();
  return {
    complaintId: uuidv7(),
    number: `2026-${String(index).padStart(7, '0')}-0`,
    channel: 'phone',
    customerId: uuidv7(),
    tier: 'standard',
    anonymous: false,
    category: 'billing',
    statement: { keyId: uuidv7(), ciphertext: randomBytes(180).toString('base64') },
    receivedAt,
    severity: index % 10 === 0 ? 'high' : 'normal',
    threats: [],
    registeredBy: { kind: 'user', name: 'agent', agentId: 'a-7' },
  };
}

/** Fills a topic; with `asEvents` as CloudEvents in binary mode, otherwise as plain JSON with an `id`. */
export async function fillTopic(brokers, topic, count, { asEvents }) {
  const producer = client(brokers, 'bench-fill').producer({ allowAutoTopicCreation: false });
  await producer.connect();
  for (let sent = 0; sent < count; sent += sendSize) {
    const messages = Array.from({ length: Math.min(sendSize, count - sent) }, (_, i) => {
      const data = complaint(sent + i);
      const { complaintId: id, receivedAt: time } = data;
      if (!asEvents) return { key: id, value: JSON.stringify({ id, ...data }) };
      return {
        key: id,
        value: JSON.stringify(data),
        headers: {
          'content-type': 'application/json',
          ce_specversion: '1.0',
          ce_id: uuidv7(),
          ce_source: 'urn:clearline:intake',
          ce_type: 'clearline.complaint.registered.v2',
          ce_time: time,
          ce_subject: `complaint-${id}`,
          ce_partitionkey: id,
          ce_sequence: '1',
          ce_recordedtime: time,
          ce_correlationid: id,
        },
      };
    });
    await producer.send({ topic, messages, acks: -1, compression: CompressionTypes.None });
  }
  await producer.disconnect();
}

/**
 * Counts distinct keys on a topic from now on.
 * @returns rate between the first and the last of `count`, in complaints per second
 */
export async function countOutput(brokers, topic, count) {
  const consumer = client(brokers, 'bench-count').consumer({
    groupId: `bench-${uuidv7()}`,
    maxWaitTimeInMs: 50,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const seen = new Set();
  let firstAt;
  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  await consumer.run({
    eachBatch: async ({ batch }) => {
      const now = performance.now();
      for (const { key } of batch.messages) {
        seen.add(key.toString());
      }
      if (seen.size > 0) firstAt ??= { at: now, count: seen.size };
      if (seen.size >= count) {
        finish({
          perSecond: ((seen.size - firstAt.count) / (now - firstAt.at)) * 1_000,
          firstAt: firstAt.at,
          seconds: (now - firstAt.at) / 1_000,
        });
      }
    },
  });
  return { finished, stop: () => consumer.disconnect(), seen };
}
