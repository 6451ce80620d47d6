import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';

/** Holds a browser's token; scripts of the page cannot read it. */
export const sessionCookie = 'clearline_session';
/** What a page adds to a request that changes something: other sites' pages cannot know it. */
export const csrfHeader = 'x-clearline-csrf';

const csrfLabel = 'clearline:csrf:1';

/** Derived from the token, so that nothing is stored; it tells nothing about the token. */
export function csrfOf(token: string): string {
  return createHmac('sha256', token).update(csrfLabel).digest('base64url');
}

/** Compares in constant time. */
export function isCsrfOf(token: string, given: string | string[] | undefined): boolean {
  if (typeof given !== 'string') return false;
  const [expected, found] = [Buffer.from(csrfOf(token)), Buffer.from(given)];
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** The token in a `Cookie` header, if there is one. */
export function readSessionCookie(header: string | undefined): string | undefined {
  return (header && parseCookie(header)[sessionCookie]) || undefined;
}

/** `Strict`: no page of another site, not even a link there, makes a browser send it. */
const attributes = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

/** The `Set-Cookie` header that hands a browser its token; `secure` where the browser came over TLS. */
export function writeSessionCookie(
  token: string,
  { maxAgeSeconds, secure }: { maxAgeSeconds: number; secure: boolean },
): string {
  return stringifySetCookie(sessionCookie, token, { ...attributes, maxAge: maxAgeSeconds, secure });
}

/** The `Set-Cookie` header that makes a browser forget its token. */
export function clearSessionCookie(secure: boolean): string {
  return writeSessionCookie('', { maxAgeSeconds: 0, secure });
}
