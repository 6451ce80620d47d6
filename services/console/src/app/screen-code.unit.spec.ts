import { describe, expect, it } from '@jest/globals';
import { LoadFailed, screenCode } from './screen-code.js';

const code = { default: () => null };

describe('the code of a screen', () => {
  it('is asked for once', async () => {
    let count = 0;
    const { load } = screenCode(() => {
      count += 1;
      return Promise.resolve(code);
    });
    expect(await Promise.all([load(), load()])).toEqual([code, code]);
    expect(await load()).toBe(code);
    expect(count).toBe(1);
  });

  it('that did not come is asked for again once somebody has that forgotten', async () => {
    const answers = [Promise.reject(new Error('no network')), Promise.resolve(code)];
    let count = 0;
    const { load } = screenCode(() => answers[count++]!);
    const failure = await load().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LoadFailed);
    expect((failure as Error).cause).toEqual(new Error('no network'));
    await expect(load()).rejects.toBe(failure);
    expect(count).toBe(1);
    (failure as LoadFailed).forget();
    expect(await load()).toBe(code);
    expect(count).toBe(2);
  });
});
