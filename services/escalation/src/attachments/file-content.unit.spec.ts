import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Queries } from '#platform';
import { newFileKey, openPart, sealPart } from './file-cipher.js';
import { contentOf, storeContent } from './file-content.js';
import { dispositionOf, readUpload, spanIn } from './file-headers.js';
import { beginsAs } from './file-types.js';

const id = '019aafe0-0000-7000-8000-000000000e01';
const body = Readable.from([]);
const headers = (disposition: string) => ({
  'content-type': 'text/plain; charset=utf-8',
  'content-disposition': disposition,
});

/** The one table as the two statements on it see it. */
function partsTable() {
  const parts: Buffer[] = [];
  const query = (sql: string, [, part, content]: unknown[] = []) => {
    if (sql.startsWith('insert')) parts[part as number] = content as Buffer;
    const found = parts[part as number];
    return Promise.resolve(found ? [{ content: found }] : []);
  };
  return { parts, database: { query } as Queries };
}
const read = async (stream: Readable) => Buffer.concat((await stream.toArray()) as Buffer[]);

describe('the content of a file', () => {
  it('is the same after it was sealed in parts, in whatever pieces it came', async () => {
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300_000 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(pieces, async (sent) => {
        const { parts, database } = partsTable();
        const key = newFileKey();
        const source = Readable.from(sent.map((piece) => Buffer.from(piece.map((one) => one | 1))));
        const whole = Buffer.concat(sent.map((piece) => piece.map((one) => one | 1)));
        const upload = { name: 'a', mediaType: 'text/plain' as const, announcedBytes: 0 };
        const stored = await storeContent(database, id, key, { ...upload, body: source });
        expect(stored).toMatchObject({ bytes: whole.length, parts: parts.length });
        expect(stored.parts).toBe(Math.ceil(whole.length / 262_144));
        const all = { first: 0, last: whole.length - 1 };
        const opened = await read(contentOf(database, id, key, all));
        expect(opened.equals(whole)).toBe(true);
        const [first, last] = [Math.floor(whole.length / 3), Math.floor(whole.length / 2)];
        const span = await read(contentOf(database, id, key, { first, last }));
        expect(span.equals(whole.subarray(first, last + 1))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('breaks off where a part was changed, moved, or is gone', async () => {
    const key = newFileKey();
    const sealed = sealPart(key, id, 0, Buffer.from('text'));
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    expect(openPart(key, id, 0, sealed).toString()).toBe('text');
    expect(() => openPart(key, id, 0, changed)).toThrow();
    expect(() => openPart(key, id, 1, sealed)).toThrow();
    expect(() => openPart(key, id.replace('e01', 'e02'), 0, sealed)).toThrow();
    const { database } = partsTable();
    const span = { first: 0, last: 300_000 };
    await expect(read(contentOf(database, id, key, span))).rejects.toThrow(/part 0 .* is gone/);
    await database.query('insert', [id, 0, sealed]);
    await expect(read(contentOf(database, id, key, span))).rejects.toThrow(/part 0 .* is cut off/);
  });
});

describe('what is told of a file', () => {
  it('is its name in UTF-8, or in ASCII where that is all there is', () => {
    const nameIn = (disposition: string) => readUpload(headers(disposition), body).name;
    expect(nameIn(`attachment; filename="a.txt"; filename*=UTF-8''%E8%B4%A6.txt`)).toBe('账.txt');
    expect(nameIn('attachment; filename="bill 1.txt"')).toBe('bill 1.txt');
    expect(nameIn(dispositionOf("it's (a) *bill*, 账.txt"))).toBe("it's (a) *bill*, 账.txt");
    for (const bad of ['attachment', `attachment; filename*=UTF-8''%E8`, 'inline; filename="/a"']) {
      expect(() => nameIn(bad)).toThrow(expect.objectContaining({ slug: 'validation' }));
    }
  });

  it('is which span of it a player asks for; anything else is the whole file', () => {
    const span = (range: string, more = {}) => spanIn({ range, ...more }, 1_000, '"a"');
    expect(span('bytes=0-99')).toEqual({ first: 0, last: 99 });
    expect(span('bytes=900-')).toEqual({ first: 900, last: 999 });
    expect(span('bytes=-100')).toEqual({ first: 900, last: 999 });
    expect(span('bytes=-5000')).toEqual({ first: 0, last: 999 });
    expect(span('bytes=900-5000', { 'if-range': '"a"' })).toEqual({ first: 900, last: 999 });
    for (const whole of ['bytes=-', 'bytes=1000-', 'bytes=9-8', 'bytes=0-1,5-6', 'lines=0-1', '']) {
      expect(span(whole)).toBeUndefined();
    }
    expect(span('bytes=0-99', { 'if-range': '"b"' })).toBeUndefined();
  });

  it('is no proof of its type: its first bytes are', () => {
    const pdf = Buffer.from('\n%PDF-1.7');
    expect(beginsAs('application/pdf', pdf)).toBe(true);
    expect(beginsAs('image/png', pdf)).toBe(false);
    expect(beginsAs('audio/mpeg', Buffer.from([0xff, 0xfb, 0x90, 0x64]))).toBe(true);
    expect(beginsAs('audio/mp4', Buffer.from('\0\0\0\x20ftypM4A '))).toBe(true);
    expect(beginsAs('image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toBe(true);
    expect(beginsAs('audio/wav', Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toBe(false);
    expect(beginsAs('text/plain', Buffer.from('您好'))).toBe(true);
    expect(beginsAs('text/csv', Buffer.from('a,\0'))).toBe(false);
  });
});
