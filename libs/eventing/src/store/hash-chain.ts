import { hash } from 'node:crypto';

/** What a hash covers, besides the hash before it. Texts are hashed as stored, never re-serialised. */
export interface HashedFields {
  id: string;
  source: string;
  type: string;
  topic: string;
  key: string;
  stream: string;
  sequence: number;
  headersText: string;
  dataText: string;
  occurredAt: number;
  recordedAt: number;
}

/** SHA-256 (hex) over the previous hash and every field, each preceded by its length so that none can shift into the next. */
export function chainHash(previous: string, event: HashedFields): string {
  const fields = [
    previous,
    event.id,
    event.source,
    event.type,
    event.topic,
    event.key,
    event.stream,
    String(event.sequence),
    event.headersText,
    event.dataText,
    String(event.occurredAt),
    String(event.recordedAt),
  ];
  let text = '';
  for (const field of fields) text += `${field.length}:${field}`;
  return hash('sha256', text);
}
