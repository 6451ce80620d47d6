import { describe, expect, it } from '@jest/globals';
import { ApiProblem, Unreachable } from '../../api/problem.js';
import { replacePhrase } from './replace-phrase.js';
import { isWorthRetry, retryDelay } from './retry.js';

const problem = (status: number) => new ApiProblem({ type: 'about:blank', status });

describe('filing', () => {
  it('is tried again when the server is away or has too much to do', () => {
    expect(isWorthRetry(0, new Unreachable('gone'))).toBe(true);
    expect([429, 500, 502, 503].every((status) => isWorthRetry(3, problem(status)))).toBe(true);
  });

  it('is not tried again once it was refused, nor for ever', () => {
    expect([401, 403, 409, 422].some((status) => isWorthRetry(0, problem(status)))).toBe(false);
    expect(isWorthRetry(1_000, new Unreachable('gone'))).toBe(false);
  });

  it('waits longer each time, up to a quarter of a minute', () => {
    expect([0, 1, 2, 10].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 15_000]);
  });
});

describe('what the coach advises', () => {
  const finding = { phrase: '但是', start: 2, end: 4, advised: '因为' };

  it('stands where the phrase stood', () => {
    expect(replacePhrase('理解但是不行', finding)).toBe('理解因为不行');
  });

  it('changes nothing when somebody typed on meanwhile', () => {
    expect(replacePhrase('我理解但是不行', finding)).toBe('我理解但是不行');
  });
});
