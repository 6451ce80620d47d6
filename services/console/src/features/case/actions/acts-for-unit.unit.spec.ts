import { describe, expect, it } from '@jest/globals';
import { actsForUnit } from './acts-for-unit.js';

const organisation = {
  units: [{ code: 'all' }, { code: 'north', parent: 'all' }, { code: 'yard', parent: 'north' }],
  agents: [
    { agentId: 'a-001', unit: 'yard' },
    { agentId: 'a-002', unit: 'all' },
  ],
};
const agent = (agentId: string | null) => ({ roles: ['agent'], agentId });

describe('whoever acts for a unit', () => {
  it('belongs to it or to a unit beneath it', () => {
    expect(actsForUnit(agent('a-001'), 'north', organisation)).toBe(true);
    expect(actsForUnit(agent('a-002'), 'north', organisation)).toBe(false);
    expect(actsForUnit(agent(null), 'north', organisation)).toBe(false);
  });

  it('is every supervisor, and everybody where no unit has the case', () => {
    expect(actsForUnit({ roles: ['supervisor'], agentId: null }, 'north', undefined)).toBe(true);
    expect(actsForUnit(agent('a-002'), null, organisation)).toBe(true);
  });

  it('is found among units that lie in a circle', () => {
    const circle = [
      { code: 'x', parent: 'y' },
      { code: 'y', parent: 'x' },
    ];
    const agents = [{ agentId: 'a-001', unit: 'x' }];
    expect(actsForUnit(agent('a-001'), 'north', { units: circle, agents })).toBe(false);
  });
});
