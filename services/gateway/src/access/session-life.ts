import { decodeJwt } from 'jose';

/** Instants of a session's token, in ms. */
export interface SessionLife {
  issuedAt: number;
  expiresAt: number;
  /** When the password was given: of a prolonged session before `issuedAt`. */
  signedInAt: number;
}

/** However busy it is: after this long somebody gives the password again. */
const longestMs = 7 * 24 * 3600_000;

/** Of a token that was verified. */
export function lifeOf(token: string): SessionLife {
  const { iat = 0, exp = 0, auth_time: given } = decodeJwt(token);
  const signedIn = typeof given === 'number' ? given : iat;
  return { issuedAt: iat * 1_000, expiresAt: exp * 1_000, signedInAt: signedIn * 1_000 };
}

/**
 * True in the last third of the token's life: a shift that goes on past it is not interrupted, and one that
 * ended leaves nothing that lives long. Never once the password was given more than seven days ago.
 */
export function isToProlong(life: SessionLife, now: number): boolean {
  const { issuedAt, expiresAt, signedInAt } = life;
  return expiresAt - now <= (expiresAt - issuedAt) / 3 && now - signedInAt < longestMs;
}
