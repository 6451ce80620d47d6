import { describe, expect, it } from '@jest/globals';
import {
  clearSessionCookie,
  csrfOf,
  isCsrfOf,
  readSessionCookie,
  writeSessionCookie,
} from './session-cookie.js';

const token = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2lnbmF0dXJl';

describe('the CSRF value', () => {
  it('is the same for a token every time, another for another, and holds nothing of it', () => {
    expect(csrfOf(token)).toBe(csrfOf(token));
    expect(csrfOf(token)).toMatch(/^[\w-]{43}$/);
    expect(csrfOf(`${token}x`)).not.toBe(csrfOf(token));
    expect(csrfOf(token)).not.toContain('c2lnbmF0dXJl');
  });

  it('is taken for its own token alone, whatever else comes', () => {
    const csrf = csrfOf(token);
    expect(isCsrfOf(token, csrf)).toBe(true);
    const longer = `${csrf}A`;
    const others = [undefined, '', csrf.slice(1), longer, csrfOf('another'), [csrf], token, '密'];
    expect(others.map((one) => isCsrfOf(token, one))).toEqual(others.map(() => false));
  });
});

describe('the session cookie', () => {
  it('is for this site alone, out of reach of scripts, and over TLS only where it came so', () => {
    expect(writeSessionCookie(token, { maxAgeSeconds: 43_200, secure: true })).toBe(
      `clearline_session=${token}; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Strict`,
    );
    expect(writeSessionCookie(token, { maxAgeSeconds: 60, secure: false })).not.toContain('Secure');
    expect(clearSessionCookie(false)).toBe(
      'clearline_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    );
  });

  it('is found among others, and is none where it is missing, empty or malformed', () => {
    expect(readSessionCookie(`theme=dark; clearline_session=${token}; a=b`)).toBe(token);
    const none = [undefined, '', 'clearline_session=', 'clearline_sessions=x', ';;=', 'a'];
    expect(none.map((header) => readSessionCookie(header))).toEqual(none.map(() => undefined));
    expect(readSessionCookie('clearline_session=%E0%A4%A')).toBe('%E0%A4%A');
  });
});
