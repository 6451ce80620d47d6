import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { CommandFailure } from '../command-failure.js';

/** Raised when older programs could no longer read the file. */
export const formatVersion = 1;

export const backupHeader = z.object({
  product: z.literal('clearline'),
  format: z.number().int(),
  createdAt: z.string(),
  /** What ran in each schema, with the checksums of the migrations' texts. */
  migrations: z.record(z.string(), z.array(z.object({ name: z.string(), checksum: z.string() }))),
  /** Tell whether a target has the same keys, without giving away anything of them. */
  masterKeyCheck: z.string(),
  sealKeyCheck: z.string(),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const backupTable = z.object({
  schema: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
  /** The last numbers given out, by identity column. */
  sequences: z.record(z.string(), z.string()),
});
export type BackupTable = z.infer<typeof backupTable>;

/** A header, then each table's start, its rows as COPY text in pieces, its end; the checksum comes last. */
export type BackupPart =
  | { kind: 'header'; content: Buffer }
  | { kind: 'table'; content: Buffer }
  | { kind: 'rows'; content: Buffer }
  | { kind: 'end'; content: Buffer };

const letters = { header: 'H', table: 'T', rows: 'D', end: 'E', checksum: 'S' } as const;
const prefixBytes = 5;
const mostBytes = 256 * 1024 * 1024;

function frame(kind: keyof typeof letters, content: Buffer): Buffer {
  const prefix = Buffer.alloc(prefixBytes);
  prefix.write(letters[kind], 0, 'latin1');
  prefix.writeUInt32BE(content.length, 1);
  return Buffer.concat([prefix, content]);
}

/** Writes the parts compressed, with the SHA-256 of all of them at the end; the file appears whole or not at all. */
export async function writeBackupFile(
  path: string,
  parts: AsyncIterable<BackupPart>,
): Promise<{ checksum: string }> {
  const hash = createHash('sha256');
  let checksum = '';
  const draft = `${path}.part`;
  async function* frames(): AsyncGenerator<Buffer> {
    for await (const { kind, content } of parts) {
      const bytes = frame(kind, content);
      hash.update(bytes);
      yield bytes;
    }
    checksum = hash.digest('hex');
    yield frame('checksum', Buffer.from(checksum));
  }
  try {
    // Readable for the owner alone: customers' names and texts are in the tables of two services.
    const target = createWriteStream(draft, { mode: 0o600, flush: true });
    await pipeline(Readable.from(frames()), createGzip(), target);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { checksum };
}

/**
 * The parts of a backup in order; what follows a wrong byte may be yielded before the end proves it wrong.
 * @throws CommandFailure when the file is damaged, cut off or no backup
 */
export async function* readBackupFile(
  path: string,
  onRead?: (bytes: number) => void,
): AsyncGenerator<BackupPart> {
  const damaged = (why: string) => new CommandFailure(`${path} is no intact backup: ${why}`);
  const file = createReadStream(path);
  const source = file.pipe(createGunzip());
  file.on('error', (error) => source.destroy(error));
  const hash = createHash('sha256');
  let rest: Buffer = Buffer.alloc(0);
  let checksum: string | undefined;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      while (rest.length >= prefixBytes) {
        const end = prefixBytes + rest.readUInt32BE(1);
        if (end > mostBytes) throw damaged('a length in it makes no sense');
        if (rest.length < end) break;
        const bytes = rest.subarray(0, end);
        rest = rest.subarray(end);
        if (checksum !== undefined) throw damaged('something follows its end');
        const letter = bytes.toString('latin1', 0, 1);
        const content = bytes.subarray(prefixBytes);
        if (letter === letters.checksum) {
          checksum = content.toString();
          continue;
        }
        hash.update(bytes);
        yield { kind: kindOf(letter, damaged), content };
      }
      onRead?.(file.bytesRead);
    }
  } catch (error) {
    if (isCompressionError(error)) throw damaged('it is cut off or not compressed as it should be');
    throw error;
  } finally {
    file.destroy();
  }
  if (checksum === undefined || rest.length > 0) throw damaged('it is cut off');
  if (checksum !== hash.digest('hex')) throw damaged('its content does not match its checksum');
}

function kindOf(letter: string, damaged: (why: string) => Error): BackupPart['kind'] {
  for (const kind of ['header', 'table', 'rows', 'end'] as const) {
    if (letters[kind] === letter) return kind;
  }
  throw damaged('an unknown part is in it');
}

function isCompressionError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('Z_');
}
