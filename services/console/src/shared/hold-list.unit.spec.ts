import { describe, expect, it } from '@jest/globals';
import { holdList } from './hold-list.js';
import type { Hold } from './hold-list.js';

const row = (id: string, version = 1) => ({ id, version });
type Row = ReturnType<typeof row>;
const rows = (...ids: string[]) => ids.map((id) => row(id));
const hold = (listed: readonly Row[], held: Hold<Row> | undefined) => {
  const { shown, waiting } = holdList(listed, ({ id }) => id, held);
  return { ids: shown.map(({ id }) => id), shown, waiting };
};

describe('a list that somebody reaches into', () => {
  it('follows its order while nobody does', () => {
    const listed = rows('b', 'a');
    expect(holdList(listed, ({ id }) => id, undefined)).toEqual({ shown: listed, waiting: 0 });
  });

  it('keeps every member in its place, as it is now', () => {
    const { shown } = hold([row('b', 2), row('a')], { keys: ['a', 'b'], newcomers: 'wait' });
    expect(shown).toEqual([row('a'), row('b', 2)]);
  });

  it('lets newcomers wait and says how many, or follow below', () => {
    const listed = rows('new', 'b', 'a');
    const keys = ['a', 'b'];
    expect(hold(listed, { keys, newcomers: 'wait' })).toMatchObject({
      ids: ['a', 'b'],
      waiting: 1,
    });
    expect(hold(listed, { keys, newcomers: 'follow' })).toMatchObject({
      ids: ['a', 'b', 'new'],
      waiting: 0,
    });
  });

  it('goes on with those that were read on below, while those above wait', () => {
    const held = { keys: ['c', 'b'], newcomers: 'wait-above' } as const;
    expect(hold(rows('e', 'd', 'c', 'b', 'a'), held)).toMatchObject({
      ids: ['c', 'b', 'a'],
      waiting: 2,
    });
  });

  it('drops what is listed no more, unless it is to stay as it was seen', () => {
    const held = { keys: ['b', 'a'], newcomers: 'wait-above' } as const;
    expect(hold([row('b', 2)], held).ids).toEqual(['b']);
    expect(hold([row('b', 2)], { ...held, seen: rows('b', 'a') }).shown).toEqual([
      row('b', 2),
      row('a'),
    ]);
  });
});
