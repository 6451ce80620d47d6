import { describe, expect, it } from '@jest/globals';
import type { KafkaMessage } from 'kafkajs';
import { inboundTopics } from '#contracts';
import { fromInboundMessage } from './inbound-message.js';

const topic = inboundTopics.complaints;
const read = (changes: Partial<KafkaMessage>) =>
  fromInboundMessage(topic, 3, {
    key: Buffer.from('K'),
    value: Buffer.from('{"channel":"phone"}'),
    timestamp: '1760000000000',
    offset: '17',
    attributes: 0,
    ...changes,
  } as KafkaMessage);
const cloudEvent = {
  ce_specversion: '1.0',
  ce_id: 'crm-1',
  ce_source: '/crm',
  ce_type: 'clearline.inbound.complaint',
};

describe('a record of an inbound topic', () => {
  it('without CloudEvent headers is known by its place and timed by its timestamp', () => {
    expect(read({ headers: { system: 'crm' } })).toMatchObject({
      id: `${topic}-3-17`,
      source: `urn:kafka:${topic}`,
      type: 'clearline.inbound.complaint.v1',
      key: 'K',
      body: '{"channel":"phone"}',
      occurredAt: 1_760_000_000_000,
      recordedAt: 1_760_000_000_000,
      headers: { system: 'crm' },
    });
  });

  it('with CloudEvent headers is known by their id and source, with or without a version and a time', () => {
    const timed = { ...cloudEvent, ce_time: '2026-01-01T00:00:00Z' };
    expect(read({ headers: timed })).toMatchObject({
      id: 'crm-1',
      source: '/crm',
      type: 'clearline.inbound.complaint.v1',
      occurredAt: Date.UTC(2026, 0, 1),
    });
    expect(read({ headers: cloudEvent }).occurredAt).toBe(1_760_000_000_000);
  });

  it.each([
    ['an attribute is missing', { ...cloudEvent, ce_id: '' }, /id/],
    ['an attribute holds NUL', { ...cloudEvent, ce_id: 'a\0b' }, /control characters/],
    ['its id is endless', { ...cloudEvent, ce_id: 'x'.repeat(3_000) }, /too long/],
    ['its type belongs elsewhere', { ...cloudEvent, ce_type: 'clearline.case.closed.v1' }, /topic/],
  ])('is malformed when %s, and then known by its place', (_, headers, reason) => {
    const raw = read({ headers });
    expect(raw.malformed).toMatch(reason);
    expect(raw.id).toMatch(/17$/);
  });

  it('keeps the bytes of a value that is no UTF-8', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00]);
    const raw = read({ value: bytes });
    expect(raw.malformed).toMatch(/UTF-8/);
    expect(Buffer.from(raw.body, raw.bodyEncoding)).toEqual(bytes);
  });

  it('keeps an unknown type, which no contract names', () => {
    const raw = read({ headers: { ...cloudEvent, ce_type: 'clearline.inbound.complaint.v9' } });
    expect(raw).toMatchObject({ type: 'clearline.inbound.complaint.v9' });
    expect(raw.malformed).toBeUndefined();
  });

  it('has a key that PostgreSQL can keep, also when it came as a number or not at all', () => {
    expect(read({ key: Buffer.from([0, 0, 0, 7]) }).key).toBe('hex:00000007');
    expect(read({ key: Buffer.alloc(5_000, 'k') }).key).toMatch(/^sha256:[\da-f]{64}$/);
    expect(read({ key: null }).key).toBe(`${topic}-3-17`);
  });
});
