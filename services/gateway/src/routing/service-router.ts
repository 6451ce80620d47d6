import replyFrom from '@fastify/reply-from';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import {
  apiKeyPrefix,
  AuthGuard,
  csrfHeader,
  currentContext,
  Problem,
  sendProblem,
  TokenIssuer,
} from '#platform';
import { AccessCache } from '../access/access-cache.js';
import { checkAnnouncedLength, limitBody, mostBytesOf } from './limit-body.js';
import { serviceRoutes } from './service-routes.js';

/** Long enough for a service behind a slow network, too short to be worth stealing. */
const forwardedTokenSeconds = 60;
/** Longer than the longest wait that callers may ask for with `Prefer: wait`. */
const headersTimeoutMs = 45_000;

/**
 * Hands the API of services in other processes on to them, bodies as they come in both directions.
 * Who calls is settled here, as revoked tokens and API keys are known nowhere else.
 */
@Injectable()
export class ServiceRouter implements OnModuleInit {
  private readonly tooLarge = new WeakMap<object, Problem>();
  private readonly open = new Set<FastifyReply>();

  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(AuthGuard) private readonly guard: AuthGuard,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
    @Inject(AccessCache) private readonly cache: AccessCache,
  ) {}

  onModuleInit(): void {
    const { together } = this.runtime;
    const elsewhere = Object.entries(serviceRoutes).filter(([service]) => !together.has(service));
    if (elsewhere.length === 0) return;
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // Waiting for it would begin the start of Fastify, which takes no error handler afterwards.
    void fastify.register(async (scope) => {
      await scope.register(replyFrom, {
        undici: { connections: 256, bodyTimeout: 0, headersTimeout: headersTimeoutMs },
        maxRetriesOn503: 0,
        disableRequestLogging: true,
      });
      this.passBodiesOn(scope);
      scope.setErrorHandler((error, request, reply) =>
        sendProblem(error, request, reply, this.runtime.logger),
      );
      // A stream has no end of its own and would hold an orderly stop; other requests finish.
      scope.addHook('preClose', (done) => {
        for (const { raw } of this.open) if (isStream(raw)) raw.destroy();
        done();
      });
      for (const [service, parts] of elsewhere) {
        for (const part of parts) {
          const handOn = (request: FastifyRequest, reply: FastifyReply) =>
            this.handOn(service, request, reply);
          scope.all(`/api/v1/${part}`, handOn);
          scope.all(`/api/v1/${part}/*`, handOn);
        }
      }
    });
  }

  private passBodiesOn(scope: FastifyInstance): void {
    scope.addHook('onRequest', (request, _reply, done) => {
      const mostBytes = mostBytesOf(request.method, request.url);
      checkAnnouncedLength(request.headers['content-length'], mostBytes);
      done();
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (request, payload, done) => {
      const mostBytes = mostBytesOf(request.method, request.url);
      const limited = limitBody(mostBytes, (problem) => this.tooLarge.set(request.raw, problem));
      payload.once('error', (error) => limited.destroy(error));
      // What is left of a body that was broken off, or answered before its end, would stand in the way of the
      // next request.
      limited.once('close', () => payload.resume());
      done(null, payload.pipe(limited));
    });
  }

  private async handOn(
    service: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const authorization = await this.authorize(request);
    const [path = ''] = request.raw.url?.split('?') ?? [];
    const target = new URL(this.runtime.peers.urlOf(service) + path);
    // A path that climbs out of its part of the API leads nowhere.
    if (!target.pathname.endsWith(path)) throw new Problem('not-found');
    this.open.add(reply);
    reply.raw.once('close', () => this.open.delete(reply));
    const context = currentContext();
    return reply.from(target.href, {
      retriesCount: 1,
      // Cookies are the browser's and the gateway's: what a service gets is the token alone.
      rewriteRequestHeaders: (_request, { cookie: _, [csrfHeader]: __, ...headers }) => ({
        ...headers,
        authorization,
        ...(context && {
          'x-correlation-id': context.correlationId,
          traceparent: context.traceparent,
        }),
      }),
      onError: (answer, { error }) => {
        const tooLarge = this.tooLarge.get(request.raw);
        if (tooLarge) void (answer as FastifyReply).header('connection', 'close');
        const problem =
          tooLarge ??
          new Problem('unavailable', { detail: `${service} does not answer`, cause: error });
        sendProblem(problem, request, answer as FastifyReply, this.runtime.logger);
      },
    });
  }

  /**
   * The caller's own token, also out of a session cookie; a short-lived one for an API key and where the roles
   * or the agent were changed since, as services verify tokens only.
   */
  private async authorize(request: FastifyRequest): Promise<string> {
    const principal = await this.guard.authenticate(request);
    const { authorization } = request.headers;
    const isApiKey = authorization?.replace(/^Bearer +/i, '').startsWith(apiKeyPrefix);
    if (!isApiKey && !this.cache.isChanged(principal.sub)) return authorization!;
    return `Bearer ${await this.issuer.issue(principal, forwardedTokenSeconds)}`;
  }
}

function isStream(answer: FastifyReply['raw']): boolean {
  return String(answer.getHeader('content-type')).startsWith('text/event-stream');
}
