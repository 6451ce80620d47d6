import { describe, expect, it } from '@jest/globals';
import { commands } from '../../../api/commands.js';
import type { Party } from '../case-queries.js';
import { toldOf } from './told-of.js';

const party: Party = {
  ...{ id: 'p', role: 'tenant', unit: null, name: '租客小冯', phone: '15500001111' },
  ...{ email: null, address: null, note: '白天在家', mayBeTold: true, isContact: false },
  ...{ reachedBy: ['phone'], at: '2026-11-24T04:05:00.000Z', by: 'a-001' },
};

describe('the form of somebody who is told anew', () => {
  it('begins with what is known, and with nothing that is not', () => {
    expect(toldOf(party)).toEqual({
      ...{ role: 'tenant', name: '租客小冯', phone: '15500001111', note: '白天在家' },
      ...{ mayBeTold: true, isContact: false },
    });
  });

  it('forgets nothing that the command takes', () => {
    const whole = { ...party, unit: 'south', email: 'a@b.example', address: '枫林路 8 号' };
    const known = Object.keys(toldOf(whole)).toSorted();
    const fields = commands['name-party'].fields.map(({ name }) => name as string);
    expect(known).toEqual(fields.filter((name) => name !== 'partyId').toSorted());
  });
});
