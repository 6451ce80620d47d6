import { describe, expect, it } from '@jest/globals';
import { treeOf } from './tree-of.js';

const codesOf = (branches: ReturnType<typeof treeOf<{ code: string; parent?: string }>>): unknown =>
  branches.map(({ code, children }) => (children ? [code, codesOf(children)] : code));

describe('the tree of an organisation', () => {
  it('puts everything below what it belongs to, in the order it came', () => {
    const entries = [
      { code: 'b1', parent: 'b' },
      { code: 'a' },
      { code: 'b' },
      { code: 'b1x', parent: 'b1' },
      { code: 'b2', parent: 'b' },
    ];
    expect(codesOf(treeOf(entries))).toEqual(['a', ['b', [['b1', ['b1x']], 'b2']]]);
  });

  it('leaves nothing out: neither what belongs to something unknown nor a ring', () => {
    const entries = [
      { code: 'lost', parent: 'gone' },
      { code: 'x', parent: 'y' },
      { code: 'y', parent: 'x' },
      { code: 'z', parent: 'x' },
    ];
    expect(codesOf(treeOf(entries))).toEqual(['lost', ['x', ['z']], 'y']);
  });
});
