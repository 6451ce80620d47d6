import { decodeJwt } from 'jose';
import { sessionClaim } from '#platform';
import type { TokenSession } from '#platform';

/** Of a session's token, instants in ms. `signedInAt` of a prolonged session is before `issuedAt`. */
export interface SessionLife extends TokenSession {
  issuedAt: number;
  expiresAt: number;
}

/** However busy it is: after this long somebody gives the password again. */
const longestMs = 7 * 24 * 3600_000;

/** Of a token that was verified. */
export function lifeOf(token: string): SessionLife {
  const { iat = 0, exp = 0, auth_time: given, [sessionClaim]: session } = decodeJwt(token);
  const signedIn = typeof given === 'number' ? given : iat;
  const instants = { issuedAt: iat * 1_000, expiresAt: exp * 1_000, signedInAt: signedIn * 1_000 };
  return { ...instants, ...(typeof session === 'string' && { session }) };
}

/**
 * True in the last third of the token's life: a shift that goes on past it is not interrupted, and one that
 * ended leaves nothing that lives long. Never once the password was given more than seven days ago.
 */
export function isToProlong(life: SessionLife, now: number): boolean {
  const { issuedAt, expiresAt, signedInAt } = life;
  return expiresAt - now <= (expiresAt - issuedAt) / 3 && now - signedInAt < longestMs;
}
