import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Role } from '#contracts';
import { Problem } from '../http/problem.js';
import type { Principal } from './principal.js';

export const publicMetadata = 'clearline:public';
export const rolesMetadata = 'clearline:roles';

/** What the guard leaves on the request. */
export interface Authenticated {
  principal?: Principal;
  /** The token of a caller who came with a session cookie. */
  sessionToken?: string;
}

/** Open to callers who did not sign in. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(publicMetadata, true);
}

/** Open to callers with any of these roles; without it, to everyone who signed in. */
export function Roles(...roles: Role[]): MethodDecorator & ClassDecorator {
  return SetMetadata(rolesMetadata, roles);
}

/** The signed-in caller, as a handler's parameter. */
export const CurrentPrincipal: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal => {
    const { principal } = context.switchToHttp().getRequest<Authenticated>();
    if (!principal) throw new Problem('unauthenticated');
    return principal;
  },
);

/** The verified token of the session cookie, as a handler's parameter; other callers are refused. */
export const SessionToken: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const { sessionToken } = context.switchToHttp().getRequest<Authenticated>();
    if (!sessionToken) throw new Problem('unauthenticated', { detail: 'There is no session' });
    return sessionToken;
  },
);
