import { createPublicKey, randomUUID, type KeyObject } from 'node:crypto';
import {
  calculateJwkThumbprint,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  exportJWK,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import { role, type Role } from '#contracts';
import { Problem } from '../http/problem.js';
import type { Principal } from './principal.js';

const ownIssuer = 'clearline';
const algorithm = 'ES256';
const defaultLifetimeSeconds = 12 * 3600;
/** Which sign-in a token is of, however often it was prolonged; no claim that a provider has too. */
export const sessionClaim = 'clearline_session';

export interface JsonWebKeySet {
  keys: JWK[];
}

/** The key that signs, and the one before it, whose tokens are taken until they expire. */
export interface OwnTokenKeys {
  tokenKey: KeyObject;
  previousTokenKey?: KeyObject;
}

/** The sign-in that a token is of: when (ms) its password was given, and which it is. */
export interface TokenSession {
  signedInAt: number;
  session?: string;
}

/** Signs sign-in tokens (ES256). Tokens keep real time, whatever CLEARLINE_CLOCK says. */
export class TokenIssuer {
  private readonly publicJwk: Promise<JWK>;

  constructor(private readonly options: OwnTokenKeys & { lifetimeSeconds?: number }) {
    this.publicJwk = publicJwkOf(options.tokenKey);
  }

  /** A sign-in of its own, but for a token that prolongs an earlier one. */
  async issue(
    principal: Principal,
    lifetimeSeconds?: number,
    { signedInAt, session = randomUUID() }: TokenSession = { signedInAt: Date.now() },
  ): Promise<string> {
    const seconds = lifetimeSeconds ?? this.options.lifetimeSeconds ?? defaultLifetimeSeconds;
    const { sub, username, roles, agentId, kind } = principal;
    return new SignJWT({
      username,
      roles,
      kind,
      ...(agentId ? { agentId } : {}),
      auth_time: Math.floor(signedInAt / 1_000),
      [sessionClaim]: session,
    })
      .setProtectedHeader({ alg: algorithm, kid: (await this.publicJwk).kid, typ: 'JWT' })
      .setSubject(sub)
      .setIssuer(ownIssuer)
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(this.options.tokenKey);
  }

  /** What `/.well-known/jwks.json` answers: public keys only, the one that signs first. */
  async jwks(): Promise<JsonWebKeySet> {
    const { previousTokenKey } = this.options;
    const previous = previousTokenKey ? [await publicJwkOf(previousTokenKey)] : [];
    return { keys: [await this.publicJwk, ...previous] };
  }
}

async function publicJwkOf(tokenKey: KeyObject): Promise<JWK> {
  const jwk = await exportJWK(createPublicKey(tokenKey));
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm, use: 'sig' };
}

/** Gives the principal of a token, or throws `unauthenticated` (`unavailable` without its issuer). */
export interface TokenVerifier {
  verify(token: string): Promise<Principal>;
}

/** Accepts Clearline's own tokens and, with `authIssuer`, those of that OpenID provider. */
export function createTokenVerifier(config: OwnTokenKeys & Partial<IssuerOptions>): TokenVerifier {
  const ownKey = keyFinder(config);
  const { authIssuer } = config;
  const issuer = authIssuer === undefined ? undefined : new RemoteIssuer({ ...config, authIssuer });
  const verified = new VerifiedTokens();
  return {
    async verify(token) {
      const known = verified.find(token);
      if (known) return known;
      try {
        if (issuer && decodeJwt(token).iss !== ownIssuer) return await issuer.verify(token);
        const { payload } = await jwtVerify(token, ownKey, {
          issuer: ownIssuer,
          algorithms: [algorithm],
          requiredClaims: ['sub', 'exp'],
        });
        const principal = principalOf(payload);
        verified.keep(token, principal, payload.exp!);
        return principal;
      } catch (error) {
        if (error instanceof Problem) throw error;
        const expired = error instanceof errors.JWTExpired;
        throw new Problem('unauthenticated', {
          detail: expired ? 'The token has expired' : 'The token is not valid',
          cause: error,
        });
      }
    },
  };
}

/** Own keys by their thumbprint, which the tokens name. */
function keyFinder({ tokenKey, previousTokenKey }: OwnTokenKeys) {
  const keys = [tokenKey, ...(previousTokenKey ? [previousTokenKey] : [])].map(createPublicKey);
  const named = Promise.all(
    keys.map(async (key) => ({ key, kid: await calculateJwkThumbprint(await exportJWK(key)) })),
  );
  return async ({ kid }: { kid?: string }): Promise<KeyObject> => {
    const found = (await named).find((candidate) => candidate.kid === kid);
    if (!found) throw new errors.JWKSNoMatchingKey();
    return found.key;
  };
}

const mostVerifiedTokens = 2_000;

/**
 * Own tokens whose signature was checked: their keys never change within a process, and checking it again
 * on every request costs more than the rest of signing in. Whether one was revoked is asked elsewhere.
 */
class VerifiedTokens {
  private readonly tokens = new Map<string, { principal: Principal; expiresAt: number }>();

  find(token: string): Principal | undefined {
    const known = this.tokens.get(token);
    if (!known) return undefined;
    if (Date.now() < known.expiresAt) return known.principal;
    this.tokens.delete(token);
    return undefined;
  }

  keep(token: string, principal: Principal, expiresAtSeconds: number): void {
    if (this.tokens.size >= mostVerifiedTokens) {
      this.tokens.delete(this.tokens.keys().next().value!); // the oldest
    }
    this.tokens.set(token, { principal, expiresAt: expiresAtSeconds * 1_000 });
  }
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

interface IssuerOptions {
  authIssuer: string;
  authAudience?: string;
  /** How long fetched keys are used; a withdrawn one is refused after this long. Default 300. */
  authKeysSeconds?: number;
}

const defaultKeysSeconds = 300;
/** A token with an unknown key makes the keys be fetched anew, but not more often than this. */
const fetchAgainSeconds = 10;

/** Finds the keys over openid-configuration at the first token, then keeps and refreshes them. */
class RemoteIssuer {
  private keys?: Promise<{ issuer: string; getKey: JWTVerifyGetKey }>;

  constructor(private readonly options: IssuerOptions) {}

  async verify(token: string): Promise<Principal> {
    const { issuer, getKey } = await this.discovered();
    const { authAudience } = this.options;
    try {
      const { payload } = await jwtVerify(token, getKey, {
        issuer,
        ...(authAudience === undefined ? {} : { audience: authAudience }),
        algorithms: ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'],
        requiredClaims: ['sub', 'exp'],
        clockTolerance: 5,
      });
      return principalOf(payload);
    } catch (error) {
      const keysMissing =
        error instanceof errors.JWKSTimeout ||
        error instanceof errors.JWKSInvalid ||
        // What jose throws for an answer that is no key set: an error page, say.
        (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
        (error instanceof Error && !('claim' in error) && !(error instanceof errors.JOSEError));
      if (keysMissing) throw new Problem('unavailable', { cause: error });
      throw error;
    }
  }

  private discovered(): Promise<{ issuer: string; getKey: JWTVerifyGetKey }> {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = undefined;
      throw new Problem('unavailable', { detail: 'The identity provider is away', cause: error });
    });
    return this.keys;
  }

  private async discover(): Promise<{ issuer: string; getKey: JWTVerifyGetKey }> {
    const { authIssuer, authKeysSeconds = defaultKeysSeconds } = this.options;
    const response = await fetch(`${authIssuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`openid-configuration answered ${response.status}`);
    const found = discovery.parse(await response.json());
    if (found.issuer.replace(/\/+$/, '') !== authIssuer) {
      throw new Error('openid-configuration names another issuer');
    }
    const getKey = createRemoteJWKSet(new URL(found.jwks_uri), {
      cacheMaxAge: authKeysSeconds * 1_000,
      cooldownDuration: Math.min(fetchAgainSeconds, authKeysSeconds) * 1_000,
    });
    return { issuer: found.issuer, getKey };
  }
}

const claims = z.object({
  sub: z.string().min(1),
  username: z.string().optional(),
  preferred_username: z.string().optional(),
  roles: z.array(z.string()).optional(),
  realm_access: z.object({ roles: z.array(z.string()) }).optional(),
  agentId: z.string().optional(),
  kind: z.enum(['user', 'api-key']).catch('user'),
});

/** Providers carry roles of other programs too: those Clearline does not know are passed over. */
function principalOf(payload: JWTPayload): Principal {
  const found = claims.parse(payload);
  const known = (found.roles ?? found.realm_access?.roles ?? []).filter(
    (name): name is Role => role.safeParse(name).success,
  );
  return {
    sub: found.sub,
    username: found.username ?? found.preferred_username ?? found.sub,
    roles: known,
    ...(found.agentId ? { agentId: found.agentId } : {}),
    kind: found.kind,
  };
}
