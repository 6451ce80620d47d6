import { Transform } from 'node:stream';
import { attachmentLimits } from '#contracts';
import { Problem } from '#platform';

const mebibyte = 1_024 * 1_024;
const attachments = /^\/api\/v1\/cases\/[^/?]+\/attachments(?:\?|$)/;

/** How many bytes a body may have: a file that is attached to a case more than any other. */
export function mostBytesOf(method: string, url: string): number {
  const isFile = method === 'POST' && attachments.test(url);
  return isFile ? attachmentLimits.fileBytes : 4 * mebibyte;
}

const tooLarge = (mostBytes: number) =>
  new Problem('too-large', { detail: `At most ${mostBytes / mebibyte} MB a body` });

/** @throws Problem `too-large` when the announced length is more than a body may have */
export function checkAnnouncedLength(contentLength: string | undefined, mostBytes: number): void {
  if (Number(contentLength ?? 0) > mostBytes) throw tooLarge(mostBytes);
}

/** Passes a body on as it comes; breaks it off where it grows beyond what is allowed. */
export function limitBody(mostBytes: number, onTooLarge: (problem: Problem) => void): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen <= mostBytes) return done(null, chunk);
      const problem = tooLarge(mostBytes);
      onTooLarge(problem);
      done(problem);
    },
  });
}
