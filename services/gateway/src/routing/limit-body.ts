import { Transform } from 'node:stream';
import { Problem } from '#platform';

const mostBytes = 4 * 1_024 * 1_024;

const tooLarge = () => new Problem('too-large', { detail: 'At most 4 MB a body' });

/** @throws Problem `too-large` when the announced length is more than a body may have */
export function checkAnnouncedLength(contentLength: string | undefined): void {
  if (Number(contentLength ?? 0) > mostBytes) throw tooLarge();
}

/** Passes a body on as it comes; breaks it off where it grows beyond what is allowed. */
export function limitBody(onTooLarge: (problem: Problem) => void): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen <= mostBytes) return done(null, chunk);
      const problem = tooLarge();
      onTooLarge(problem);
      done(problem);
    },
  });
}
