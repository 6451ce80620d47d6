import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DraftKeeper, Outdated } from './draft-keeper.js';

describe('what somebody writes', () => {
  let now = 0;
  let saved: (string | undefined)[] = [];
  let fails = 0;
  let isOutdated = false;
  const keeper = () =>
    new DraftKeeper<string>(
      async (value) => {
        if (isOutdated) throw new Outdated();
        if (fails-- > 0) throw new Error('away');
        saved.push(value);
      },
      () => now,
    );
  const pass = async (ms: number) => {
    now += ms;
    await jest.advanceTimersByTimeAsync(ms);
  };
  beforeEach(() => {
    jest.useFakeTimers();
    [now, saved, fails, isOutdated] = [0, [], 0, false];
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is kept once they stop', async () => {
    const draft = keeper();
    draft.keep('a');
    await pass(500);
    draft.keep('ab');
    expect(saved).toEqual([]);
    await pass(900);
    expect(saved).toEqual(['ab']);
    expect(draft.state).toBe('kept');
  });

  it('is kept within three seconds although they go on', async () => {
    const draft = keeper();
    for (const text of ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef']) {
      draft.keep(text);
      await pass(500);
    }
    expect(saved.length).toBeGreaterThan(0);
  });

  it('is tried again until the server has it', async () => {
    fails = 1;
    const draft = keeper();
    draft.keep('a');
    await pass(1_000);
    expect(draft.state).toBe('failed');
    await pass(3_000);
    expect(saved).toEqual(['a']);
    expect(draft.state).toBe('kept');
  });

  it('is not kept over something newer until its writer says so', async () => {
    isOutdated = true;
    const draft = keeper();
    draft.keep('a');
    await pass(1_000);
    expect(draft.state).toBe('outdated');
    draft.keep('ab');
    await pass(10_000);
    expect(saved).toEqual([]);
    isOutdated = false;
    draft.resume();
    await pass(0);
    expect(saved).toEqual(['ab']);
    expect(draft.state).toBe('kept');
  });

  it('is not kept any more once it was sent', async () => {
    const draft = keeper();
    draft.keep('a');
    await draft.forget();
    await pass(10_000);
    expect(saved).toEqual([]);
  });

  it('is kept at once when the page is left', async () => {
    const draft = keeper();
    draft.keep('a');
    draft.flush();
    await pass(0);
    expect(saved).toEqual(['a']);
  });
});
