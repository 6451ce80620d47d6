import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem, Unreachable } from '../../../api/problem.js';
import { OngoingFiling, standingOf } from './ongoing-filing.js';

describe('a complaint that is being filed', () => {
  /** What the server says to each try; of more tries the last. */
  let says: (Error | string)[];
  let tries: [string, string][];
  let filed: string[];
  const begin = () => {
    const filing = new OngoingFiling<string, string>((body, key) => {
      tries.push([body, key]);
      const said = says.length > 1 ? says.shift()! : says[0]!;
      return said instanceof Error ? Promise.reject(said) : Promise.resolve(said);
    });
    filing.file('漏气', 'k-1', (answer) => filed.push(answer));
    return filing;
  };
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const away = new Unreachable('away');
  const refusal = new ApiProblem({ type: 'urn:clearline:problem:validation', status: 422 });

  beforeEach(() => {
    jest.useFakeTimers();
    [tries, filed] = [[], []];
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is tried under the same key until the server has answered, and says so', async () => {
    says = [away, away, 'number 7'];
    const filing = begin();
    const seen: number[] = [];
    filing.subscribe(() => seen.push(filing.state.failureCount));
    await pass(0);
    expect(filing.state).toMatchObject({ isPending: true, failureCount: 1, error: null });
    await pass(4_000);
    expect(tries).toEqual([1, 2, 3].map(() => ['漏气', 'k-1']));
    expect(filing.state).toEqual({
      ...{ isPending: false, failureCount: 0, error: null, filed: 'number 7' },
    });
    expect([filed, seen]).toEqual([['number 7'], [1, 2, 0]]);
    filing.seen();
    expect(filing.state.filed).toBeUndefined();
  });

  it('is tried no more once it was refused, nor once it was taken back', async () => {
    says = [refusal];
    const refused = begin();
    await pass(60_000);
    expect(tries).toHaveLength(1);
    expect(refused.state).toMatchObject({ isPending: false, error: refusal });
    refused.seen();
    expect(refused.state.error).toBeNull();

    says = [away];
    const stopped = begin();
    await pass(500);
    stopped.stop();
    await pass(60_000);
    expect(tries).toHaveLength(2);
    expect(stopped.state).toMatchObject({ isPending: false, failureCount: 0, error: null });
    expect(filed).toEqual([]);
  });

  it('was filed after all where the answer comes after it was taken back', async () => {
    says = ['number 7'];
    const filing = begin();
    filing.stop();
    await pass(0);
    expect(filing.state).toMatchObject({ isPending: false, filed: 'number 7' });
    expect(filed).toEqual(['number 7']);
  });

  it('is told of before another that was filed', async () => {
    says = ['number 7'];
    const filing = begin();
    await pass(0);
    expect(standingOf(filing.state)).toBe('filed');
    says = [away];
    filing.file('停气', 'k-2', () => undefined);
    await pass(0);
    expect(standingOf(filing.state)).toBe('retrying');
    says = [refusal];
    await pass(4_000);
    expect(standingOf(filing.state)).toBe('refused');
    expect(filing.state.filed).toBe('number 7');
  });

  it('goes on while what was filed before it is seen', async () => {
    says = [away];
    const filing = begin();
    await pass(0);
    filing.seen();
    expect(filing.state).toMatchObject({ isPending: true, failureCount: 1 });
    filing.stop();
  });
});
