import { describe, expect, it } from '@jest/globals';
import { ApiProblem, Unreachable } from '../../api/problem.js';
import { faultsOf } from './faults-of.js';

const words = { wrong: 'wrong', locked: 'locked' };
const refused = (kind: string, status: number, errors?: ApiProblem['body']['errors']) =>
  faultsOf(new ApiProblem({ type: `urn:clearline:problem:${kind}`, status, errors }), words);

describe('what the server refuses of a change of password', () => {
  it('stands at the old one where that was wrong, or too often', () => {
    expect(refused('unauthenticated', 401)).toEqual([{ field: 'current', text: 'wrong' }]);
    expect(refused('rate-limited', 429)).toEqual([{ field: 'current', text: 'locked' }]);
  });

  it('stands at the field that it names, as the server said it', () => {
    const tooShort = { path: 'next', rule: 'too_small', message: 'at least 10 characters' };
    expect(refused('validation', 422, [tooShort])).toEqual([
      { field: 'next', text: 'at least 10 characters' },
    ]);
  });

  it('stands at no field where it is about none', () => {
    expect(refused('validation', 422, [{ path: '', rule: 'x', message: 'y' }])).toEqual([]);
    expect(refused('csrf', 403)).toEqual([]);
    expect(faultsOf(new Unreachable('the server does not answer'), words)).toEqual([]);
  });
});
