import type { RawEvent } from '#eventing';

type Told = Pick<
  RawEvent,
  'id' | 'source' | 'type' | 'occurredAt' | 'stream' | 'key' | 'sequence' | 'body'
>;

/** A CloudEvent in structured mode. */
export function deliveryBody(event: Told): string {
  const attributes = {
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    time: new Date(event.occurredAt).toISOString(),
    subject: event.stream,
    partitionkey: event.key,
    sequence: String(event.sequence),
    datacontenttype: 'application/json',
  };
  return `${JSON.stringify(attributes).slice(0, -1)},"data":${event.body}}`;
}
