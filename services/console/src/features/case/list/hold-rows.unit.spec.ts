import { describe, expect, it } from '@jest/globals';
import { holdRows } from './hold-rows.js';

const row = (id: string, version = 1) => ({ id, version });
const hold = (held: ReturnType<typeof row>[], now: ReturnType<typeof row>[]) =>
  holdRows(held, now, ({ id }) => id);

describe('rows that are held while some are chosen', () => {
  it('keep their places when others come above them, and say how many wait', () => {
    const { rows, waiting } = hold([row('b'), row('a')], [row('d'), row('c'), row('b'), row('a')]);
    expect(rows).toEqual([row('b'), row('a')]);
    expect(waiting).toBe(2);
  });

  it('are shown as they are now, and stay where they no longer match', () => {
    const { rows } = hold([row('b'), row('a')], [row('b', 2)]);
    expect(rows).toEqual([row('b', 2), row('a')]);
  });

  it('go on with those that were read on below them', () => {
    const { rows, waiting } = hold([row('c'), row('b')], [row('d'), row('c'), row('b'), row('a')]);
    expect(rows.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(waiting).toBe(1);
  });
});
