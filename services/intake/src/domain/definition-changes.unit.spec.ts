import { describe, expect, it } from '@jest/globals';
import { changesBetween } from './definition-changes.js';

const name = { zh: '东区', en: 'East' };

describe('changesBetween', () => {
  it('names what a first definition says, and not what it leaves out', () => {
    expect(changesBetween(undefined, { name, active: true })).toEqual([
      { field: 'nameZh', before: null, after: '东区' },
      { field: 'nameEn', before: null, after: 'East' },
      { field: 'active', before: null, after: true },
    ]);
    const agent = { unit: 'east', roles: ['agent'], active: false };
    expect(changesBetween(undefined, agent).map(({ field }) => field)).toEqual([
      ...['unit', 'roles', 'active'],
    ]);
  });

  it('names a parent that came and one that went', () => {
    const root = { name, active: true };
    const below = { ...root, parent: 'hq' };
    expect(changesBetween(root, below)).toEqual([{ field: 'parent', before: null, after: 'hq' }]);
    expect(changesBetween(below, root)).toEqual([{ field: 'parent', before: 'hq', after: null }]);
  });

  it('names one language of a name, roles, and what is not in use any more', () => {
    const agent = { unit: 'east', roles: ['agent'], active: true };
    const after = { unit: 'east', roles: ['agent', 'supervisor'], active: false };
    expect(changesBetween(agent, after)).toEqual([
      { field: 'roles', before: ['agent'], after: ['agent', 'supervisor'] },
      { field: 'active', before: true, after: false },
    ]);
    const renamed = { name: { ...name, en: 'Eastern' }, active: true };
    expect(changesBetween({ name, active: true }, renamed)).toEqual([
      { field: 'nameEn', before: 'East', after: 'Eastern' },
    ]);
  });

  it('finds nothing between equals', () => {
    expect(changesBetween({ name, active: true }, { name, active: true })).toEqual([]);
  });
});
