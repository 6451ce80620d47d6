import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersTransfer, asksTransfer } from './transfer-steps.js';

const way = fc.uniqueArray(fc.constantFrom('yard', 'north', 'region', 'hq', 'south'));
const unit = fc.constantFrom('yard', 'north', 'region', 'hq', 'south');

describe('who answers a transfer', () => {
  it('is the unit that was asked and those beneath it', () => {
    expect(answersTransfer(['yard', 'south', 'hq'], { from: 'north', to: 'south' })).toBe(true);
    expect(answersTransfer(['yard', 'south', 'hq'], { to: 'hq' })).toBe(true);
    expect(answersTransfer(['north', 'hq'], { from: 'north', to: 'south' })).toBe(false);
    expect(answersTransfer([], { from: 'north', to: 'south' })).toBe(false);
  });

  it('is not who asks the unit above, and is the unit beneath that is asked', () => {
    expect(answersTransfer(['yard', 'north', 'hq'], { from: 'north', to: 'hq' })).toBe(false);
    expect(answersTransfer(['south', 'hq'], { from: 'north', to: 'hq' })).toBe(true);
    expect(answersTransfer(['yard', 'north', 'hq'], { from: 'hq', to: 'north' })).toBe(true);
    expect(answersTransfer(['hq'], { from: 'hq', to: 'north' })).toBe(false);
  });

  it('is never both who would answer a transfer and who would answer the one back', () => {
    fc.assert(
      fc.property(way, unit, unit, (units, from, to) => {
        fc.pre(from !== to);
        const there = answersTransfer(units, { from, to });
        const back = answersTransfer(units, { from: to, to: from });
        expect(there && back).toBe(false);
        // Taking it back is for those who would answer the way back, and never for who answers.
        expect(asksTransfer(units, { from, to })).toBe(back);
        expect(there || back).toBe(units.includes(to) || units.includes(from));
      }),
    );
  });
});
