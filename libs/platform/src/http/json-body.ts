import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/**
 * The body parser: JSON in UTF-8 only. Bytes that are not UTF-8 are refused instead of stored with
 * replacement characters; an empty body is none; `__proto__` keys are refused by Fastify's own parser behind it.
 */
export function parseJson(fastify: FastifyInstance, bodyLimit: number): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser(
    /^application\/(?:[\w.-]+\+)?json(?:;.*)?$/,
    { parseAs: 'buffer', bodyLimit },
    (request, body, done) => {
      const bytes = body as Buffer;
      // Clients set the type on every request; what a route needs, its schema asks for.
      if (bytes.length === 0) {
        done(null, undefined);
        return;
      }
      if (!isUtf8(bytes)) {
        const detail = 'The body is not UTF-8';
        const errors = [{ path: '', rule: 'malformed', message: detail }];
        done(new Problem('validation', { detail, errors }));
        return;
      }
      void parse(request, bytes.toString('utf8').replace(/^\uFEFF/, ''), done);
    },
  );
}
