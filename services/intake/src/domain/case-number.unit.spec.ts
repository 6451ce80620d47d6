import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCaseNumber, isCaseNumber } from './case-number.js';

const year = fc.integer({ min: 1970, max: 9999 });
const running = fc.integer({ min: 1, max: 9_999_999 });

describe('case numbers', () => {
  it('accept exactly one check digit', () => {
    fc.assert(
      fc.property(year, running, (y, r) => {
        const stem = formatCaseNumber(y, r).slice(0, -1);
        const right = [...'0123456789'].filter((digit) => isCaseNumber(stem + digit));
        expect(right).toHaveLength(1);
      }),
    );
  });

  it('notice every single wrong digit', () => {
    fc.assert(
      fc.property(year, running, fc.nat(11), fc.integer({ min: 1, max: 9 }), (y, r, place, by) => {
        const number = formatCaseNumber(y, r);
        const at = [...number].map((c, i) => (c === '-' ? -1 : i)).filter((i) => i >= 0)[place]!;
        const wrong = (Number(number[at]) + by) % 10;
        expect(isCaseNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('refuse a running number that does not fit', () => {
    expect(() => formatCaseNumber(2026, 10_000_000)).toThrow(RangeError);
    expect(() => formatCaseNumber(2026, 0)).toThrow(RangeError);
  });
});
