import { describe, expect, it } from '@jest/globals';
import { actsForUnit, answersTransfer, asksTransfer } from './acts-for-unit.js';

const organisation = {
  units: [{ code: 'all' }, { code: 'north', parent: 'all' }, { code: 'yard', parent: 'north' }],
  agents: [
    { agentId: 'a-001', unit: 'yard' },
    { agentId: 'a-002', unit: 'all' },
  ],
};
const agent = (agentId: string | null) => ({ roles: ['agent'], agentId });

describe('whoever answers a transfer', () => {
  const answers = (agentId: string, transferFrom: string | undefined, transferTo: string) =>
    answersTransfer(agent(agentId), { transferFrom, transferTo }, organisation);

  it('belongs to the unit that was asked, not to the one that asked', () => {
    expect(answers('a-001', 'north', 'all')).toBe(false);
    expect(answers('a-002', 'north', 'all')).toBe(true);
    expect(answers('a-001', 'all', 'north')).toBe(true);
    expect(answers('a-002', 'all', 'north')).toBe(false);
    expect(answers('a-001', undefined, 'all')).toBe(true);
  });

  it('is who supervises the unit that was asked, and nobody where no transfer waits', () => {
    const supervisor = (agentId: string | null) => ({ roles: ['supervisor'], agentId });
    const asked = (transferTo: string) => ({ transferFrom: 'yard', transferTo });
    const answersAs = (agentId: string | null, transferTo: string) =>
      answersTransfer(supervisor(agentId), asked(transferTo), organisation);
    // From above: also what their own unit, or one beneath it, asked for.
    expect(answersAs('a-002', 'north')).toBe(true);
    expect(answersAs('a-001', 'north')).toBe(false);
    expect(answersAs('a-001', 'all')).toBe(false);
    expect(answersAs(null, 'all')).toBe(true);
    expect(answersAs('a-999', 'all')).toBe(true);
    const manager = { roles: ['manager'], agentId: 'a-001' };
    expect(answersTransfer(manager, asked('all'), organisation)).toBe(true);
    expect(answersTransfer(supervisor(null), {}, organisation)).toBe(false);
  });
});

describe('whoever takes a transfer back', () => {
  const asks = (agentId: string, transferFrom: string | undefined, transferTo: string) =>
    asksTransfer(agent(agentId), { owner: 'a-009', transferFrom, transferTo }, organisation);

  it('belongs to the unit that asked, or owns the case, and answers nothing', () => {
    expect(asks('a-001', 'north', 'all')).toBe(true);
    expect(asks('a-002', 'north', 'all')).toBe(false);
    expect(asks('a-001', 'all', 'north')).toBe(false);
    expect(asks('a-009', 'all', 'north')).toBe(true);
    const supervises = (agentId: string | null, transferTo: string) =>
      asksTransfer(
        { roles: ['supervisor'], agentId },
        { owner: 'a-009', transferFrom: 'yard', transferTo },
        organisation,
      );
    expect(supervises('a-002', 'all')).toBe(false);
    expect(supervises('a-002', 'north')).toBe(true);
    expect(supervises(null, 'all')).toBe(true);
    const none = { owner: 'a-001' };
    expect(asksTransfer(agent('a-001'), none, organisation)).toBe(false);
  });
});

describe('whoever acts for a unit', () => {
  it('belongs to it or to a unit beneath it', () => {
    expect(actsForUnit(agent('a-001'), 'north', organisation)).toBe(true);
    expect(actsForUnit(agent('a-002'), 'north', organisation)).toBe(false);
    expect(actsForUnit(agent(null), 'north', organisation)).toBe(false);
  });

  it('is who supervises it, and everybody where no unit has the case', () => {
    const supervisor = (agentId: string | null) => ({ roles: ['supervisor'], agentId });
    expect(actsForUnit(supervisor(null), 'north', undefined)).toBe(true);
    expect(actsForUnit(supervisor('a-002'), 'yard', organisation)).toBe(true);
    const other = [...organisation.units, { code: 'south', parent: 'all' }];
    expect(actsForUnit(supervisor('a-001'), 'south', { ...organisation, units: other })).toBe(
      false,
    );
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
