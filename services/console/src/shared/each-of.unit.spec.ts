import { describe, expect, it } from '@jest/globals';
import { eachOf } from './each-of.js';

describe('doing something for each', () => {
  it('answers in the order of the items, with the failure of those that failed', async () => {
    const failure = new Error('no');
    const settled = await eachOf([1, 2, 3], (item) =>
      item === 2 ? Promise.reject(failure) : Promise.resolve(item * 10),
    );
    expect(settled).toEqual([
      { item: 1, result: 10 },
      { item: 2, error: failure },
      { item: 3, result: 30 },
    ]);
  });

  it('has no more than six under way', async () => {
    let running = 0;
    let most = 0;
    await eachOf(
      Array.from({ length: 40 }, (_, index) => index),
      async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
      },
    );
    expect(most).toBe(6);
  });
});
