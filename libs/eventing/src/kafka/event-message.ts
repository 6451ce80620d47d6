import { isUtf8 } from 'node:buffer';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { CloudEventError, fromPrefixedHeaders, toKafkaHeaders } from '#contracts';
import type { RawEvent } from '../store/stored-event.js';

/** CloudEvents binary mode: attributes in headers, the value is the data exactly as stored. */
export function toMessage(event: RawEvent): Message {
  const headers = toKafkaHeaders({
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    time: new Date(event.occurredAt).toISOString(),
    subject: event.stream,
    partitionkey: event.key,
    extensions: {
      ...event.headers,
      sequence: String(event.sequence),
      recordedtime: new Date(event.recordedAt).toISOString(),
    },
  });
  return { key: event.key, partition: event.partition, headers, value: event.body };
}

/** Never throws: a record that is no CloudEvent comes back as malformed, with its bytes kept. */
export function fromMessage(topic: string, partition: number, message: KafkaMessage): RawEvent {
  const headers = textHeaders(message.headers);
  const value = message.value ?? Buffer.alloc(0);
  const key = message.key?.toString('utf8') ?? '';
  const receivedAt = Number(message.timestamp);
  const unread: RawEvent = {
    id: `${topic}/${partition}/${message.offset}`,
    type: headers['ce_type'] ?? '',
    topic,
    key,
    source: headers['ce_source'] ?? '',
    stream: headers['ce_subject'] ?? '',
    sequence: 0,
    headers,
    brokerHeaders: headers,
    occurredAt: receivedAt,
    recordedAt: receivedAt,
    partition,
    body: value.toString('latin1'),
    bodyEncoding: 'latin1',
  };
  if (!isUtf8(value)) return { ...unread, malformed: 'the value is no UTF-8' };
  try {
    const event = fromPrefixedHeaders(headers, 'ce_');
    const { sequence, recordedtime, ...extensions } = event.extensions;
    return {
      id: event.id,
      type: event.type,
      topic,
      key: message.key ? key : (event.partitionkey ?? ''),
      source: event.source,
      stream: event.subject ?? '',
      sequence: Number(sequence ?? 0),
      headers: extensions,
      brokerHeaders: headers,
      occurredAt: event.time === undefined ? receivedAt : Date.parse(event.time),
      recordedAt: recordedtime === undefined ? receivedAt : Date.parse(recordedtime),
      partition,
      body: value.toString('utf8'),
    };
  } catch (error) {
    if (!(error instanceof CloudEventError)) throw error;
    return { ...unread, malformed: error.message };
  }
}

/** The first value of each header, as text. */
export function textHeaders(headers: IHeaders = {}): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) texts[name] = first.toString();
  }
  return texts;
}
