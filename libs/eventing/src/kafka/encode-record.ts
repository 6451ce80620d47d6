import type { IHeaders, Message } from 'kafkajs';

/** A message as the library hands it to the encoder of its place in a batch. */
export type RecordToEncode = Pick<Message, 'key' | 'value'> & {
  headers?: IHeaders;
  /** Its place in the batch. */
  offsetDelta?: number;
  /** Milliseconds after the first of the batch. */
  timestampDelta?: number;
};

/** What the library's batch takes a record as. */
export interface EncodedRecord {
  buf: Buffer;
  buffer: Buffer;
}

type Bytes = { length: number; text: string } | { length: number; bytes: Buffer } | undefined;

/** Names of headers are a handful that come with every record. */
const names = new Map<string, Buffer>();
const mostNames = 256;
const noAttributes = 1;

/**
 * A record of a Kafka batch (magic 2): lengths and deltas are zigzag varints of at most ten bytes, a key, value or
 * header that is null has the length -1.
 * https://kafka.apache.org/documentation/#record
 */
export function encodeRecord(record: RecordToEncode): EncodedRecord {
  const { offsetDelta = 0, timestampDelta = 0, headers = {} } = record;
  const key = bytesOf(record.key);
  const value = bytesOf(record.value);
  const listed: { name: Buffer; value: Bytes }[] = [];
  let headersSize = 0;
  for (const header in headers) {
    const name = nameOf(header);
    const given = headers[header];
    for (const one of Array.isArray(given) ? given : [given]) {
      const bytes = bytesOf(one);
      listed.push({ name, value: bytes });
      headersSize += sizeOfInteger(name.length) + name.length + sizeOfBytes(bytes);
    }
  }
  const bodySize =
    noAttributes +
    sizeOfInteger(timestampDelta) +
    sizeOfInteger(offsetDelta) +
    sizeOfBytes(key) +
    sizeOfBytes(value) +
    sizeOfInteger(listed.length) +
    headersSize;
  const buffer = Buffer.allocUnsafe(sizeOfInteger(bodySize) + bodySize);
  let at = writeInteger(buffer, 0, bodySize);
  at = buffer.writeInt8(0, at);
  at = writeInteger(buffer, at, timestampDelta);
  at = writeInteger(buffer, at, offsetDelta);
  at = writeBytes(buffer, at, key);
  at = writeBytes(buffer, at, value);
  at = writeInteger(buffer, at, listed.length);
  for (const header of listed) {
    at = writeInteger(buffer, at, header.name.length);
    at += header.name.copy(buffer, at);
    at = writeBytes(buffer, at, header.value);
  }
  return { buf: buffer, buffer };
}

function nameOf(header: string): Buffer {
  const known = names.get(header);
  if (known) return known;
  const bytes = Buffer.from(header, 'utf8');
  if (names.size < mostNames) names.set(header, bytes);
  return bytes;
}

function bytesOf(value: string | Buffer | null | undefined): Bytes {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string') return { length: value.length, bytes: value };
  return { length: Buffer.byteLength(value, 'utf8'), text: value };
}

const sizeOfBytes = (bytes: Bytes) =>
  bytes ? sizeOfInteger(bytes.length) + bytes.length : sizeOfInteger(-1);

function writeBytes(buffer: Buffer, at: number, bytes: Bytes): number {
  if (!bytes) return writeInteger(buffer, at, -1);
  const begin = writeInteger(buffer, at, bytes.length);
  if ('text' in bytes) return begin + buffer.write(bytes.text, begin, bytes.length, 'utf8');
  return begin + bytes.bytes.copy(buffer, begin);
}

/** Zigzag: small numbers of either sign are short. Exact for whole numbers up to 2^52. */
const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);

function sizeOfInteger(value: number): number {
  let size = 1;
  for (let rest = zigzag(value); rest >= 128; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

function writeInteger(buffer: Buffer, at: number, value: number): number {
  let rest = zigzag(value);
  for (; rest >= 128; rest = Math.floor(rest / 128)) buffer[at++] = (rest % 128) + 128;
  buffer[at++] = rest;
  return at;
}
