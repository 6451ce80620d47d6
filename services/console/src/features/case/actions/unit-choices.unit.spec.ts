import { describe, expect, it } from '@jest/globals';
import { unitsFor } from './unit-choices.js';

const units = [
  { code: 'north', active: true },
  { code: 'south', active: true },
  { code: 'dissolved', active: false },
];
const codes = (...[command, at]: [Parameters<typeof unitsFor>[0], string | null]) =>
  unitsFor(command, units, at).map(({ code }) => code);

describe('the units that can be chosen', () => {
  it('leave out those that are no more', () => {
    expect(codes('co-handle', 'north')).toEqual(['north', 'south']);
    expect(codes('transfer', null)).toEqual(['north', 'south']);
  });

  it('leave out the unit that has the case where it is transferred', () => {
    expect(codes('transfer', 'north')).toEqual(['south']);
  });
});
