import { describe, expect, it } from '@jest/globals';
import type { KafkaMessage } from 'kafkajs';
import { decodeArrival } from '../consume/arrival.js';
import type { RawEvent } from '../store/stored-event.js';
import { fromMessage, toMessage } from './event-message.js';

const event: RawEvent = {
  id: '019aafe0-0000-7000-8000-000000000001',
  type: 'clearline.unit.defined.v1',
  topic: 'clearline.organisation',
  key: 'north',
  source: 'urn:clearline:intake',
  stream: 'unit-north',
  sequence: 7,
  headers: { correlationid: 'c-1', origin: 'import' },
  occurredAt: 1_767_603_600_123,
  recordedAt: 1_767_603_600_456,
  partition: 4,
  body: '{"code":"north"}',
};

function received(over: Partial<KafkaMessage> = {}): KafkaMessage {
  const { key, value, headers } = toMessage(event);
  const asBytes = Object.entries(headers!).map(([name, text]) => [name, Buffer.from(String(text))]);
  return {
    key: Buffer.from(String(key)),
    value: Buffer.from(String(value)),
    headers: Object.fromEntries(asBytes) as KafkaMessage['headers'],
    timestamp: '1767603600500',
    offset: '42',
    attributes: 0,
    ...over,
  } as KafkaMessage;
}

describe('event messages', () => {
  it('comes back from the broker as it went', () => {
    const { brokerHeaders, ...back } = fromMessage(event.topic, 4, received());
    expect(back).toEqual(event);
    expect(brokerHeaders).toMatchObject({ ce_id: event.id, ce_type: event.type });
  });

  it.each([
    ['without CloudEvents headers', received({ headers: {} }), /id is missing|specversion/],
    ['with a value that is no text', received({ value: Buffer.from([0xc3, 0x28]) }), /no UTF-8/],
  ])('keeps the bytes of a record %s and calls it malformed', (_how, message, detail) => {
    const raw = fromMessage(event.topic, 4, message);
    expect(raw.malformed).toMatch(detail);
    expect(Buffer.from(raw.body, raw.bodyEncoding)).toEqual(message.value);
    expect(decodeArrival(raw, () => false)?.failure).toMatchObject({ reason: 'malformed' });
  });
});
