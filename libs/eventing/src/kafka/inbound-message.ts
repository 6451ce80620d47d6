import type { KafkaMessage } from 'kafkajs';
import { findEvent, inboundCatalogue } from '#contracts';
import type { RawEvent } from '../store/stored-event.js';
import { fromMessage, textHeaders } from './event-message.js';

const typeOf = new Map<string, string>(inboundCatalogue.map(({ topic, type }) => [topic, type]));

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
  const isStorable = ![raw.id, raw.source, raw.type].some((text) => text.includes('\0'));
  const malformed = isStorable ? raw.malformed : 'a CloudEvents attribute holds NUL';
  return {
    ...raw,
    ...(raw.malformed === undefined && isStorable ? {} : { id: place, malformed }),
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
    return { ...event, headers };
  }
  const event = fromMessage(topic, partition, message);
  if (event.malformed !== undefined || event.type === expected) return event;
  if (`${event.type}.v1` === expected) return { ...event, type: expected };
  if (findEvent(event.type) === undefined) return event;
  return { ...event, malformed: `an event of type ${event.type} does not belong on this topic` };
}

/** PostgreSQL keeps no NUL in text; serialised numbers, a common kind of key, are full of them. */
function storableKey(key: Buffer | null): string | undefined {
  if (key === null || key.length === 0) return undefined;
  const text = key.toString('utf8');
  return text.includes('\0') || text.includes('\ufffd') ? `hex:${key.toString('hex')}` : text;
}

const storable = (text: string): string => text.replaceAll('\0', '\ufffd');
