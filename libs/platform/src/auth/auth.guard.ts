import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Role } from '#contracts';
import { Problem } from '../http/problem.js';
import { apiKeyPrefix, hashApiKey, type ApiKeyLookup } from './api-keys.js';
import { publicMetadata, rolesMetadata, type Authenticated } from './decorators.js';
import type { Principal } from './principal.js';
import type { TokenVerifier } from './tokens.js';

/**
 * Closed unless a handler says otherwise: signs the caller in by token or API key and checks @Roles.
 * Event handlers are not its business.
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
    const principal = await this.authenticate(request.headers.authorization);
    request.principal = principal;
    const allowed = this.reflector.getAllAndOverride<Role[] | undefined>(rolesMetadata, targets);
    if (allowed && !allowed.some((role) => principal.roles.includes(role))) {
      throw new Problem('forbidden', { extra: { requiredRoles: allowed } });
    }
    return true;
  }

  /** The principal of an Authorization header; also for routes that Nest does not handle. */
  async authenticate(authorization: string | undefined): Promise<Principal> {
    const credential = /^Bearer +([^\s]+)$/i.exec(authorization ?? '')?.[1];
    if (!credential) throw new Problem('unauthenticated');
    if (!credential.startsWith(apiKeyPrefix)) return this.verifier.verify(credential);
    const principal = await this.apiKeys?.findByHash(hashApiKey(credential));
    if (!principal) throw new Problem('unauthenticated', { detail: 'The API key is not valid' });
    return principal;
  }
}
