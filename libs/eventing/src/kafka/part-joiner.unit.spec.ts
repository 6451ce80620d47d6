import { expect, it } from '@jest/globals';
import { PartJoiner } from './part-joiner.js';

interface Group {
  parts: readonly string[];
  end(isDone?: boolean): void;
  fail(error: Error): void;
}

/** One whose groups end when the test says so; a part counts as many events as it has letters. */
function joinerOf(mostEvents: number, mostAtOnce: number) {
  const begun: Group[] = [];
  const joiner = new PartJoiner<string>({
    mostEvents,
    mostAtOnce,
    countOf: (part) => part.length,
    handle: (parts) =>
      new Promise<boolean>((resolve, reject) => {
        begun.push({ parts, end: (isDone = true) => resolve(isDone), fail: reject });
      }),
  });
  return { joiner, begun };
}

const nextTurn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

it('joins what is given within one turn, in order', async () => {
  const { joiner, begun } = joinerOf(10, 3);
  const outcomes = ['a', 'bb', 'ccc'].map((part) => joiner.handle(part));
  await nextTurn();
  expect(begun.map(({ parts }) => parts)).toEqual([['a', 'bb', 'ccc']]);
  begun[0]!.end();
  await expect(Promise.all(outcomes)).resolves.toEqual([true, true, true]);
});

it('begins a group anew where the next part would not fit, and lets a large one go alone', async () => {
  const { joiner, begun } = joinerOf(4, 9);
  for (const part of ['aa', 'bb', 'c', 'dddddd', 'e']) void joiner.handle(part);
  await nextTurn();
  expect(begun.map(({ parts }) => parts)).toEqual([['aa', 'bb'], ['c'], ['dddddd'], ['e']]);
});

it('runs so many groups at once, and those that wait grow meanwhile', async () => {
  const { joiner, begun } = joinerOf(4, 1);
  void joiner.handle('aaaa');
  await nextTurn();
  void joiner.handle('b');
  await nextTurn();
  void joiner.handle('c');
  await nextTurn();
  expect(begun).toHaveLength(1);
  begun[0]!.end();
  await nextTurn();
  expect(begun.map(({ parts }) => parts)).toEqual([['aaaa'], ['b', 'c']]);
});

it('tells every part of a group how it ended, and goes on after a failure', async () => {
  const { joiner, begun } = joinerOf(4, 1);
  const outcomes = ['a', 'b'].map((part) => joiner.handle(part));
  await nextTurn();
  begun[0]!.fail(new Error('rebalanced'));
  const settled = await Promise.allSettled(outcomes);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);

  const later = joiner.handle('c');
  await nextTurn();
  begun[1]!.end(false);
  await expect(later).resolves.toBe(false);
});
