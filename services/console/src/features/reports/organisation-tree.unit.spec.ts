import { describe, expect, it } from '@jest/globals';
import { branchesOf, pathTo, subtreeOf } from './organisation-tree.js';

const node = (code: string, parent?: string) => ({
  code,
  name: { zh: code, en: code },
  active: true,
  ...(parent && { parent }),
});
const units = [
  node('hq'),
  node('north', 'hq'),
  node('south', 'hq'),
  node('harbour', 'south'),
  node('lost', 'closed-long-ago'),
];

describe('the organisation', () => {
  it('has everything below a unit, with the unit', () => {
    expect(subtreeOf(units, 'hq')).toEqual(['hq', 'north', 'south', 'harbour']);
    expect(subtreeOf(units, 'nowhere')).toEqual(['nowhere']);
  });

  it('leads from the top to a unit', () => {
    expect(pathTo(units, 'harbour')).toEqual(['hq', 'south', 'harbour']);
  });

  it('ends where parents go round in a circle', () => {
    const circle = [node('a', 'b'), node('b', 'a')];
    expect(subtreeOf(circle, 'a')).toEqual(['a', 'b']);
    expect(pathTo(circle, 'a')).toEqual(['b', 'a']);
  });

  it('shows at the top what no unit has, and what is in no unit that it knows', () => {
    expect(branchesOf(units, undefined, ['', 'hq', 'lost', 'other'])).toEqual([
      { code: 'hq', own: false },
      { code: 'lost', own: false },
      { code: '', own: true },
      { code: 'other', own: true },
    ]);
  });

  it('begins below one that stands alone at the top', () => {
    const one = units.filter(({ code }) => code !== 'lost');
    expect(branchesOf(one, undefined, ['', 'hq', 'north', 'south'])).toEqual([
      { code: 'north', own: false },
      { code: 'south', own: false },
      { code: '', own: true },
      { code: 'hq', own: true },
    ]);
  });

  it('shows below a unit its children, and what is its own', () => {
    expect(branchesOf(units, 'south', ['harbour', 'south'])).toEqual([
      { code: 'harbour', own: false },
      { code: 'south', own: true },
    ]);
  });
});
