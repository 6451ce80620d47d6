import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { credentialOf } from '../auth/auth.guard.js';
import type { Authenticated } from '../auth/decorators.js';
import type { Principal } from '../auth/principal.js';

/** What has become of sign-ins that were verified once. */
export interface SignIns {
  /**
   * Who has a credential now, in memory: other roles or another agent than `before`, or undefined once it has
   * expired, was given back or was ended.
   */
  standing(credential: string, before: Principal): Principal | undefined;
  /** Calls `look` once something may have changed, and each second at least. Returns how to stop. */
  onLook(look: () => void): () => void;
}

interface OpenStream {
  request: FastifyRequest & Authenticated;
  answer: ServerResponse;
  /** Of a stream that is passed on from another process. */
  source?: Readable;
}

const streamRoutes = '/api/v1/streams/';

/**
 * Ends streams whose sign-in does not stand as it did when they were opened, also those that are passed on: a
 * request is asked who it is once, and a stream would go on for as long as its reader likes. Whoever still may
 * connects again, with the rights of now.
 */
export function endStreams(fastify: FastifyInstance, signIns: SignIns): void {
  const open = new Set<OpenStream>();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url?.startsWith(streamRoutes)) {
      const stream: OpenStream = { request, answer: reply.raw };
      open.add(stream);
      reply.raw.once('pipe', (source: Readable) => (stream.source = source));
      reply.raw.once('close', () => open.delete(stream));
    }
    done();
  });
  const stop = signIns.onLook(() => {
    for (const stream of open) if (!stands(stream, signIns)) end(stream);
  });
  fastify.addHook('onClose', (_instance, done) => {
    stop();
    done();
  });
}

function stands({ request, answer }: OpenStream, signIns: SignIns): boolean {
  const { principal, headers } = request;
  const credential = credentialOf(headers.authorization);
  // What is not answered yet is looked at again.
  if (!answer.headersSent || !principal || credential === undefined) return true;
  const now = signIns.standing(credential, principal);
  return now !== undefined && isSame(now, principal);
}

function isSame(now: Principal, before: Principal): boolean {
  const roles = new Set(before.roles);
  return (
    now.agentId === before.agentId &&
    new Set(now.roles).size === roles.size &&
    now.roles.every((role) => roles.has(role))
  );
}

function end({ answer, source }: OpenStream): void {
  // Ended at the look before: its reader does not take what was written until then.
  if (answer.writableEnded) return void answer.destroy();
  // What comes after the end would be an error.
  source?.unpipe(answer);
  answer.end();
}
