import { createHash } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import { findEvent, inboundCatalogue } from '#contracts';
import type { RawEvent } from '../store/stored-event.js';
import { fromMessage, textHeaders } from './event-message.js';

const typeOf = new Map<string, string>(inboundCatalogue.map(({ topic, type }) => [topic, type]));

/** Ids, sources and keys are indexed, and an index entry has at most 2.7 kB. */
const longest = 500;

export function isInboundTopic(topic: string): boolean {
  return typeOf.has(topic);
}

/**
 * Reads what another system published: a CloudEvent in binary mode, or a record with just the body.
 * Without CloudEvent headers the record's place is its id and its timestamp the time. Never throws;
 * `occurredAt` equals `recordedAt` where the source did not say when.
 */
export function fromInboundMessage(
  topic: string,
  partition: number,
  message: KafkaMessage,
): RawEvent {
  const raw = read(topic, partition, message);
  const place = `${topic}-${partition}-${message.offset}`;
  const isLong = raw.id.length > longest || raw.source.length > longest;
  const malformed = isLong ? 'the CloudEvents id or source is too long' : raw.malformed;
  return {
    ...raw,
    ...(malformed === undefined ? {} : { id: place, malformed }),
    source: storable(raw.source) || `urn:kafka:${topic}`,
    type: storable(raw.type),
    stream: storable(raw.stream),
    // Records without a key are independent: one that has to wait must not hold up the others.
    key: storableKey(message.key) ?? (storable(raw.key) || place),
    recordedAt: Number(message.timestamp),
  };
}

function read(topic: string, partition: number, message: KafkaMessage): RawEvent {
  const headers = textHeaders(message.headers);
  const expected = typeOf.get(topic)!;
  if (!Object.keys(headers).some((name) => name.startsWith('ce_'))) {
    const place = `${topic}-${partition}-${message.offset}`;
    const assumed = { ce_specversion: '1.0', ce_id: place, ce_source: `urn:kafka:${topic}` };
    const attributed = { ...message, headers: { ...assumed, ce_type: expected } } as KafkaMessage;
    const event = fromMessage(topic, partition, attributed);
    return { ...event, headers, brokerHeaders: headers };
  }
  const event = fromMessage(topic, partition, message);
  if (event.malformed !== undefined || event.type === expected) return event;
  if (`${event.type}.v1` === expected) return { ...event, type: expected };
  if (findEvent(event.type) === undefined) return event;
  return { ...event, malformed: `an event of type ${event.type} does not belong on this topic` };
}

/**
 * A key as text that PostgreSQL can keep and index. NUL is none of it, and serialised numbers, a common
 * kind of key, are full of them.
 */
function storableKey(key: Buffer | null): string | undefined {
  if (key === null || key.length === 0) return undefined;
  if (key.length > longest) return `sha256:${createHash('sha256').update(key).digest('hex')}`;
  const text = key.toString('utf8');
  return text.includes('\0') || text.includes('\ufffd') ? `hex:${key.toString('hex')}` : text;
}

const storable = (text: string): string => text.slice(0, longest).replaceAll('\0', '\ufffd');
