import { describe, expect, it } from '@jest/globals';
import { namedBy } from './named-by.js';

const me = { agentId: 'a-001', roles: ['agent'] };
const toRole = { audience: 'supervisor', unit: null, people: [], desk: null, called: null };
const called = (agentId: string) => ({ agentId, because: 'turn' as const, passedOver: [] });

describe('why an alert is among somebody’s own', () => {
  it('is their turn, their name, their unit or their desk: the closest of them', () => {
    const alert = { ...toRole, audience: 'agent', unit: 'north', desk: 'hq', told: [] };
    expect(namedBy(alert, me)).toEqual({ as: 'unit', unit: 'north', audience: 'agent' });
    expect(namedBy({ ...alert, unit: null }, me)).toEqual({ as: 'desk', unit: 'hq' });
    const named = { ...alert, people: ['a-001'] };
    expect(namedBy(named, me)).toEqual({ as: 'name' });
    expect(namedBy({ ...named, called: called('a-001') }, me)).toEqual({ as: 'turn' });
  });

  it('is not a unit whose level tells another role', () => {
    const alert = { ...toRole, unit: 'north', desk: 'north', told: [] };
    expect(namedBy(alert, me)).toEqual({ as: 'desk', unit: 'north' });
  });

  it('holds where the alert has climbed past them', () => {
    const told = [
      { audience: 'agent', unit: 'north' },
      { audience: 'supervisor', people: ['a-001'] },
      { audience: 'manager' },
    ];
    expect(namedBy({ ...toRole, audience: 'manager', told }, me)).toEqual({ as: 'name' });
    const other = { ...me, agentId: 'a-002' };
    expect(namedBy({ ...toRole, told }, other)).toMatchObject({ as: 'unit', unit: 'north' });
  });

  it('is a roster with another’s turn, or else their case', () => {
    expect(namedBy({ ...toRole, told: [], called: called('a-002') }, me)).toEqual({ as: 'roster' });
    expect(namedBy({ ...toRole, audience: 'agent', told: [] }, me)).toEqual({ as: 'owner' });
    const climbed = [{ audience: 'agent', roster: 'night' }, { audience: 'manager' }];
    expect(namedBy({ ...toRole, audience: 'manager', told: climbed }, me)).toEqual({
      as: 'roster',
    });
  });
});
