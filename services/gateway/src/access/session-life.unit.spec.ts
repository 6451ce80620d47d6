import { describe, expect, it } from '@jest/globals';
import { UnsecuredJWT } from 'jose';
import { isToProlong, lifeOf } from './session-life.js';

const hour = 3600_000;
const life = { issuedAt: 0, expiresAt: 12 * hour, signedInAt: 0 };

describe('the life of a session', () => {
  it('is read from its token, which may prolong one that began earlier', () => {
    const token = (claims: object) => new UnsecuredJWT({ iat: 100, exp: 400, ...claims }).encode();
    expect(lifeOf(token({ auth_time: 50 }))).toEqual({
      issuedAt: 100_000,
      expiresAt: 400_000,
      signedInAt: 50_000,
    });
    expect(lifeOf(token({})).signedInAt).toBe(100_000);
    expect(lifeOf(token({ clearline_session: 's1' })).session).toBe('s1');
  });

  it('is prolonged by use in its last third, not before', () => {
    expect([0, 7.99, 8, 11.99].map((hours) => isToProlong(life, hours * hour))).toEqual([
      ...[false, false],
      ...[true, true],
    ]);
  });

  it('ends seven days after the password was given, however much it is used', () => {
    const week = 7 * 24 * hour;
    const late = { issuedAt: week - 9 * hour, expiresAt: week + 3 * hour, signedInAt: 0 };
    expect(isToProlong(late, week - 1)).toBe(true);
    expect(isToProlong(late, week)).toBe(false);
  });
});
