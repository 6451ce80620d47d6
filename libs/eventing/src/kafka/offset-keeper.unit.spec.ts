import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { createLogger } from '#platform';
import { OffsetKeeper, type Offset } from './offset-keeper.js';

let committed: string[][];
let outcome: Promise<void>;
let keeper: OffsetKeeper;
const place = ({ partition, offset }: Offset) => `${partition}@${offset}`;
const at = (partition: number, offset: number) => ({
  topic: 't',
  partition,
  offset: String(offset),
});

beforeEach(() => {
  jest.useFakeTimers();
  committed = [];
  outcome = Promise.resolve();
  keeper = new OffsetKeeper(
    (offsets) => {
      committed.push(offsets.map(place));
      return outcome;
    },
    createLogger('test', { level: 'silent' }),
  );
});
afterEach(() => {
  jest.useRealTimers();
});

it('commits at once where nothing was for a while, and then at most ten times a second', async () => {
  keeper.handled([at(0, 1)]);
  await jest.advanceTimersByTimeAsync(0);
  expect(committed).toEqual([['0@1']]);
  for (let offset = 2; offset <= 9; offset += 1) {
    keeper.handled([at(0, offset), at(1, offset)]);
    await jest.advanceTimersByTimeAsync(10);
  }
  expect(committed).toEqual([['0@1']]);
  await jest.advanceTimersByTimeAsync(20);
  expect(committed).toEqual([['0@1'], ['0@9', '1@9']]);
});

it('commits what is left when it is asked to, once', async () => {
  keeper.handled([at(0, 1)]);
  await keeper.flush();
  await keeper.flush();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(committed).toEqual([['0@1']]);
});

it('goes on after a commit that failed, and repeats nothing of it', async () => {
  outcome = Promise.reject(new Error('rebalance in progress'));
  keeper.handled([at(0, 1)]);
  await jest.advanceTimersByTimeAsync(0);
  outcome = Promise.resolve();
  keeper.handled([at(1, 4)]);
  await jest.advanceTimersByTimeAsync(100);
  expect(committed).toEqual([['0@1'], ['1@4']]);
});

it('says nothing more of partitions that another member may have', async () => {
  keeper.handled([at(0, 1)]);
  await jest.advanceTimersByTimeAsync(0);
  keeper.handled([at(0, 2)]);
  keeper.forget();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(committed).toEqual([['0@1']]);
});
