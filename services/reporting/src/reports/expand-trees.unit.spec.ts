import { describe, expect, it } from '@jest/globals';
import { reportQuery } from '#contracts';
import { expandTrees, namesTrees } from './expand-trees.js';

const node = (code: string, parent?: string) => ({ code, ...(parent && { parent }) });
const unit = [
  node('hq'),
  node('north', 'hq'),
  node('south', 'hq'),
  node('harbour', 'south'),
  node('lost', 'closed-long-ago'),
];
const trees = { unit, category: [node('bill'), node('meter', 'bill')], product: [] };
const expanded = (parameters: Record<string, string>) => {
  const {
    unit: units,
    category,
    product,
    rollup,
  } = expandTrees(reportQuery.parse(parameters), trees);
  return { unit: units, category, product, rollup };
};

describe('the trees of a report', () => {
  it('stand for a code and all beneath it, each in its own organisation', () => {
    expect(expanded({ unitTree: 'hq', categoryTree: 'bill' })).toEqual({
      unit: 'hq,north,south,harbour',
      category: 'bill,meter',
    });
    expect(expanded({ unitTree: 'north', productTree: 'gone' })).toEqual({
      unit: 'north',
      product: 'gone',
    });
  });

  it('beside codes stand for those of both', () => {
    expect(expanded({ unitTree: 'south', unit: 'harbour,north' })).toEqual({ unit: 'harbour' });
    // No unit has this name: nothing is counted.
    expect(expanded({ unitTree: 'south', unit: 'north' })).toEqual({ unit: '' });
  });

  it('are counted by the children of their node, a child without any as it is', () => {
    expect(expanded({ by: 'unit', branches: 'true' })).toEqual({
      rollup: 'hq,north,south,harbour',
    });
    expect(expanded({ by: 'category', branches: 'true' })).toEqual({});
    expect(expanded({ by: 'unit', unitTree: 'hq', branches: 'true' })).toEqual({
      unit: 'hq,north,south,harbour',
      rollup: 'south,harbour',
    });
    expect(expanded({ by: 'unit', unitTree: 'south', branches: 'true' })).toEqual({
      unit: 'south,harbour',
    });
    expect(expanded({ by: 'category', unitTree: 'south', branches: 'true' })).toEqual({
      unit: 'south,harbour',
    });
  });

  it('begin beneath one that stands alone at the top', () => {
    const one = { ...trees, unit: unit.filter(({ code }) => code !== 'lost') };
    const query = reportQuery.parse({ by: 'unit', branches: 'true' });
    expect(expandTrees(query, one).rollup).toBe('south,harbour');
    expect(expandTrees(query, { ...one, unit: [node('hq')] }).rollup).toBeUndefined();
  });

  it('end where parents go round in a circle', () => {
    const circle = { ...trees, unit: [node('a', 'b'), node('b', 'a')] };
    const query = reportQuery.parse({ unitTree: 'a' });
    expect(expandTrees(query, circle).unit).toBe('a,b');
  });

  it('are asked for where a query names one', () => {
    const names = (parameters: Record<string, string>) => namesTrees(reportQuery.parse(parameters));
    expect(names({ by: 'unit', unit: 'north', rollup: 'north,south' })).toBe(false);
    expect(names({ by: 'unit', branches: 'false' })).toBe(false);
    expect(names({ by: 'unit', branches: 'true' })).toBe(true);
    expect(names({ productTree: 'meter' })).toBe(true);
  });

  it('are branches by a tree alone, and not beside groups that are named', () => {
    for (const by of ['channel', 'month', undefined]) {
      const asked = { branches: 'true', ...(by && { by }) };
      expect(reportQuery.safeParse(asked).success).toBe(false);
    }
    const named = { by: 'unit', branches: 'true', rollup: 'north,south' };
    expect(reportQuery.safeParse(named).success).toBe(false);
  });
});
