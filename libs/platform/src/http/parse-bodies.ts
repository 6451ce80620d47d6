import { isUtf8 } from 'node:buffer';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { unstorableIn } from './storable-text.js';

/** A body as it was written, for routes that name the lines of its problems. */
export class BodyText {
  constructor(
    readonly text: string,
    readonly format: 'json' | 'yaml',
  ) {}
}

/** The route gets its body as a `BodyText`, in JSON or YAML; other routes refuse YAML. */
export const TakesText = (): MethodDecorator => RouteConfig({ takesText: true });

/**
 * The route gets its body as a stream, of any type but JSON and YAML and of any length: what it does not
 * take, it refuses itself.
 */
export const TakesStream = (): MethodDecorator => RouteConfig({ takesStream: true });

const takesStream = ({ routeOptions }: FastifyRequest) =>
  (routeOptions.config as { takesStream?: boolean } | undefined)?.takesStream === true;

const takesText = ({ routeOptions }: FastifyRequest) =>
  (routeOptions.config as { takesText?: boolean } | undefined)?.takesText === true;

const jsonTypes = /^application\/(?:[\w.-]+\+)?json(?:;.*)?$/;
const yamlTypes = /^(?:application|text)\/(?:x-)?yaml(?:;.*)?$/;

/**
 * The body parser: JSON in UTF-8 only, beside YAML where a route takes text, and other types where it
 * takes a stream. Bytes that are not UTF-8 are refused instead of stored with replacement characters; an
 * empty body is none; `__proto__` keys are refused by Fastify's own parser behind it.
 */
export function parseBodies(fastify: FastifyInstance, bodyLimit: number): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser(
    jsonTypes,
    { parseAs: 'buffer', bodyLimit },
    (request, body, done) => {
      const text = utf8Of(body as Buffer);
      // Clients set the type on every request; what a route needs, its schema asks for.
      if (text instanceof Problem) done(text);
      else if (text === '') done(null, undefined);
      else if (takesText(request)) done(null, new BodyText(text, 'json'));
      else {
        void parse(request, text, (error, value) => {
          const problem = error ?? unstorableIn(text, value);
          if (problem) done(problem);
          else done(null, value);
        });
      }
    },
  );
  fastify.addContentTypeParser(
    yamlTypes,
    { parseAs: 'buffer', bodyLimit },
    (request, body, done) => {
      const text = utf8Of(body as Buffer);
      if (!takesText(request)) done(new Problem('unsupported-media-type'));
      else if (text instanceof Problem) done(text);
      else done(null, text === '' ? undefined : new BodyText(text, 'yaml'));
    },
  );
  fastify.addContentTypeParser('*', (request, payload, done) => {
    if (takesStream(request)) done(null, payload);
    // Of an address that does not exist there is no media type to complain about.
    else done(request.is404 ? null : new Problem('unsupported-media-type'));
  });
}

function utf8Of(bytes: Buffer): string | Problem {
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  const detail = 'The body is not UTF-8';
  return new Problem('validation', {
    detail,
    errors: [{ path: '', rule: 'malformed', message: detail }],
  });
}
