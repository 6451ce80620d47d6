import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { attachmentLimits } from '#contracts';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import { openPart, sealPart } from './file-cipher.js';
import { noSuchType, tooLarge } from './file-headers.js';
import type { Span, Upload } from './file-headers.js';
import { beginsAs } from './file-types.js';

/** Few statements for a large file, and little memory for many that arrive at once. */
const partBytes = 256 * 1_024;

export interface StoredContent {
  bytes: number;
  parts: number;
  /** SHA-256 in hexadecimal: of the file, and of what is stored. */
  checksum: string;
  storedSha256: string;
}

/**
 * Stores a file part by part as it arrives, each in a statement of its own: no transaction waits for a
 * slow sender. Never more than a part is held in memory; the sender waits while it is written.
 * @throws Problem `too-large`, `unsupported-media-type`, `validation`
 */
export async function storeContent(
  database: Queries,
  fileId: string,
  key: Buffer,
  { body, mediaType, digest }: Upload,
): Promise<StoredContent> {
  const plain = createHash('sha256');
  const stored = createHash('sha256');
  let bytes = 0;
  let parts = 0;
  for await (const piece of piecesOf(body)) {
    if (parts === 0 && !beginsAs(mediaType, piece)) {
      throw noSuchType('The file is not of the type that it is said to be');
    }
    const sealed = sealPart(key, fileId, parts, piece);
    await database.query(
      `insert into attachment_parts (attachment_id, part, content) values ($1, $2, $3)`,
      [fileId, parts, sealed],
    );
    plain.update(piece);
    stored.update(sealed);
    bytes += piece.length;
    parts += 1;
  }
  if (bytes === 0) throw refused('', 'minimum:1', 'The file is empty');
  const hash = plain.digest();
  if (digest !== undefined && digest !== hash.toString('base64')) {
    throw refused('content-digest', 'mismatch', 'The file arrived otherwise than it was sent');
  }
  const checksum = hash.toString('hex');
  return { bytes, parts, checksum, storedSha256: stored.digest('hex') };
}

/**
 * A span of the file as it was attached, read part by part as its reader takes it. It breaks off where a
 * part was changed or is gone.
 */
export function contentOf(
  database: Queries,
  fileId: string,
  key: Buffer,
  { first, last }: Span,
): Readable {
  const partOf = (at: number) => Math.floor(at / partBytes);
  async function* opened(): AsyncGenerator<Buffer> {
    for (let part = partOf(first); part <= partOf(last); part += 1) {
      const [row] = await database.query<{ content: Buffer }>(
        `select content from attachment_parts where attachment_id = $1 and part = $2`,
        [fileId, part],
      );
      if (!row) throw new Error(`part ${part} of file ${fileId} is gone`);
      const start = part * partBytes;
      const plain = openPart(key, fileId, part, row.content);
      // A part too short would let the next one slip into its place.
      if (start + plain.length <= last && plain.length < partBytes) {
        throw new Error(`part ${part} of file ${fileId} is cut off`);
      }
      yield plain.subarray(Math.max(0, first - start), last + 1 - start);
    }
  }
  return Readable.from(opened(), { objectMode: false });
}

/** Parts of one size but for the last. What follows a refusal is left in the stream, which stays open. */
async function* piecesOf(body: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let seen = 0;
  for await (const chunk of chunksOf(body)) {
    seen += chunk.length;
    if (seen > attachmentLimits.fileBytes) throw tooLarge();
    held.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    const all = Buffer.concat(held);
    let start = 0;
    for (; all.length - start >= partBytes; start += partBytes) {
      yield all.subarray(start, start + partBytes);
    }
    held = [all.subarray(start)];
    size = all.length - start;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** What is said of a sender who went away is said to nobody; but nothing of ours has failed. */
async function* chunksOf(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    throw refused('', 'malformed', 'The end of the file did not come');
  }
}

const refused = (path: string, rule: string, message: string) =>
  new Problem('validation', { errors: [{ path, rule, message }] });
