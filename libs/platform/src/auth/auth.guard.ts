import type { IncomingHttpHeaders } from 'node:http';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Role } from '#contracts';
import { Problem } from '../http/problem.js';
import { apiKeyPrefix, hashApiKey, type ApiKeyLookup } from './api-keys.js';
import { publicMetadata, rolesMetadata, type Authenticated } from './decorators.js';
import type { Principal } from './principal.js';
import { csrfHeader, isCsrfOf, readSessionCookie } from './session-cookie.js';
import type { TokenVerifier } from './tokens.js';

/** What a request says about its caller. */
interface Caller extends Authenticated {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/** The token or API key of an Authorization header. */
export function credentialOf(authorization: string | undefined): string | undefined {
  return /^Bearer +([^\s]+)$/i.exec(authorization ?? '')?.[1];
}

/** Methods that change nothing: other sites may cause them and cannot read the answer. */
const harmless = new Set(['GET', 'HEAD']);

/**
 * Closed unless a handler says otherwise: signs the caller in by token, API key or session cookie and
 * checks @Roles. Event handlers are not its business.
 */
export class AuthGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(
    private readonly verifier: TokenVerifier,
    private readonly apiKeys: ApiKeyLookup | undefined,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicMetadata, targets)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & Authenticated>();
    const principal = await this.authenticate(request);
    const allowed = this.reflector.getAllAndOverride<Role[] | undefined>(rolesMetadata, targets);
    if (allowed && !allowed.some((role) => principal.roles.includes(role))) {
      throw new Problem('forbidden', { extra: { requiredRoles: allowed } });
    }
    return true;
  }

  /**
   * Leaves the principal on the request, by its Authorization header or else by its session cookie; also
   * for routes that Nest does not handle. A cookie becomes the Authorization header that it stands for, so
   * that whatever reads or passes on that header need not know about cookies.
   * @throws Problem `unauthenticated`, or `csrf` for a cookie without its CSRF header
   */
  async authenticate(request: Caller): Promise<Principal> {
    const { authorization, cookie } = request.headers;
    const session = authorization === undefined ? readSessionCookie(cookie) : undefined;
    request.principal =
      session === undefined
        ? await this.byAuthorization(authorization)
        : await this.bySession(session, request);
    return request.principal;
  }

  private async byAuthorization(authorization: string | undefined): Promise<Principal> {
    const credential = credentialOf(authorization);
    if (!credential) throw new Problem('unauthenticated');
    if (!credential.startsWith(apiKeyPrefix)) return this.verifier.verify(credential);
    const principal = await this.apiKeys?.findByHash(hashApiKey(credential));
    if (!principal) throw new Problem('unauthenticated', { detail: 'The API key is not valid' });
    return principal;
  }

  /** Browsers send cookies for pages of other sites too: what changes something proves that it is ours. */
  private async bySession(token: string, request: Caller): Promise<Principal> {
    const principal = await this.verifier.verify(token);
    const { method, headers } = request;
    if (!harmless.has(method) && !isCsrfOf(token, headers[csrfHeader])) {
      throw new Problem('csrf', {
        detail: `With a session cookie ${method} needs the header ${csrfHeader} with the csrf of GET /api/v1/session`,
      });
    }
    headers.authorization = `Bearer ${token}`;
    request.sessionToken = token;
    return principal;
  }
}
