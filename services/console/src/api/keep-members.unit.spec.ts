import { describe, expect, it } from '@jest/globals';
import { keepMembers } from './keep-members.js';

const member = (id: string, version = 1) => ({ id, clocks: [{ version }] });

describe('an answer that is read anew', () => {
  it('is the one before where nothing changed', () => {
    const read = () => ({ items: [member('a'), member('b')], next: null });
    const before = read();
    expect(keepMembers(before, read())).toBe(before);
  });

  it('keeps the members of a list when others come in front of them', () => {
    const before = { pages: [{ items: [member('a'), member('b')] }] };
    const now = { pages: [{ items: [member('new'), member('a'), member('b', 2)] }] };
    const kept = keepMembers(before, now) as typeof now;
    expect(kept).toEqual(now);
    expect(kept.pages[0]?.items[1]).toBe(before.pages[0]?.items[0]);
    expect(kept.pages[0]?.items[2]).not.toBe(before.pages[0]?.items[1]);
  });

  it('says that a member has left, and that a field has', () => {
    const before = { items: [member('a'), member('b')], more: undefined };
    expect(keepMembers(before, { items: [member('a')] })).toEqual({ items: [member('a')] });
    expect(keepMembers(before, { items: before.items })).not.toHaveProperty('more');
  });

  it('leaves alone what is no plain answer', () => {
    const store = new Map([['a', 1]]);
    expect(keepMembers(new Map([['a', 1]]), store)).toBe(store);
  });
});
