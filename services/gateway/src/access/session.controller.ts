import { Controller, Delete, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { loginBody } from '#contracts';
import type { SessionView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import {
  clearSessionCookie,
  csrfOf,
  CurrentPrincipal,
  Public,
  SessionToken,
  TokenIssuer,
  writeSessionCookie,
  ZodBody,
} from '#platform';
import type { Principal } from '#platform';
import { AccessCache } from './access-cache.js';
import { findSignedIn, signIn } from './accounts.js';
import { isToProlong, lifeOf } from './session-life.js';
import { keepSession } from './session-rows.js';
import { shortAgent } from './short-agent.js';

/** TLS of our own, or of a proxy that is trusted to say so. */
const isSecure = ({ protocol }: FastifyRequest) => protocol === 'https';

/** Sign-in of browsers: the token lies in a cookie that scripts cannot read. */
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
    @Inject(AccessCache) private readonly cache: AccessCache,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async begin(
    @ZodBody(loginBody) body: z.infer<typeof loginBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const principal = await signIn(this.runtime.database, body.username, body.password);
    const token = await this.issuer.issue(principal);
    await this.keep(token, principal, request);
    handOut(token, request, reply);
    return viewOf(token, principal);
  }

  /** Prolongs by use: in the last third of a token's life the answer brings another one. */
  @Get()
  @Header('cache-control', 'no-store')
  async read(
    @SessionToken() token: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const life = lifeOf(token);
    if (!isToProlong(life, Date.now())) return viewOf(token, principal);
    const known = await findSignedIn(this.runtime.database, principal.sub, life.signedInAt);
    // Another password meanwhile: what is left of the token is left, and no more.
    if (!known) return viewOf(token, principal);
    const next = await this.issuer.issue(known, undefined, life);
    await this.keep(next, known, request);
    handOut(next, request, reply);
    return viewOf(next, known);
  }

  @Delete()
  @HttpCode(204)
  async end(
    @SessionToken() token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.cache.revoke(token);
    void reply.header('set-cookie', clearSessionCookie(isSecure(request)));
  }

  private keep(token: string, { sub }: Principal, { headers }: FastifyRequest): Promise<void> {
    return keepSession(this.runtime.database, sub, token, shortAgent(headers['user-agent']));
  }
}

function handOut(token: string, request: FastifyRequest, reply: FastifyReply): void {
  const maxAgeSeconds = Math.round((lifeOf(token).expiresAt - Date.now()) / 1_000);
  const cookie = writeSessionCookie(token, { maxAgeSeconds, secure: isSecure(request) });
  void reply.header('set-cookie', cookie);
}

function viewOf(token: string, { username, roles, agentId }: Principal): SessionView {
  const expiresAt = new Date(lifeOf(token).expiresAt).toISOString();
  return { username, roles, agentId: agentId ?? null, expiresAt, csrf: csrfOf(token) };
}
