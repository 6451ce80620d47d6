import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { toldVersion } from './seen-version.js';

const refused = (kind: string, extra: object = {}) =>
  new ApiProblem({ type: `urn:clearline:problem:${kind}`, status: 409, ...extra });

describe('the version that a refusal tells of', () => {
  it('is the one that somebody else published', () => {
    expect(toldVersion(refused('stale-version', { version: 7 }))).toBe(7);
  });

  it('is none where the refusal is about something else, or nothing was refused', () => {
    expect(toldVersion(refused('validation', { version: 7 }))).toBeUndefined();
    expect(toldVersion(refused('stale-version'))).toBeUndefined();
    expect(toldVersion(new Error('no answer'))).toBeUndefined();
    expect(toldVersion(null)).toBeUndefined();
  });
});
