import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createClock } from './clock.js';

describe('createClock', () => {
  it('shows real time without a specification, and never goes back', () => {
    const times = [5, 7, 6, 8];
    const clock = createClock(undefined, () => times.shift() ?? 0);
    expect([clock.now(), clock.now(), clock.now(), clock.now()]).toEqual([5, 7, 7, 8]);
  });

  it('stands still when fixed', () => {
    expect(createClock('fixed:2026-03-01T08:00:00Z').now()).toBe(Date.UTC(2026, 2, 1, 8));
  });

  it('runs faster from the agreed instant, alike in every process', () => {
    const spec = '2026-03-01T08:00:00Z@2026-11-23T10:00:00Zx60';
    const real = Date.UTC(2026, 10, 23, 10, 1);
    expect(createClock(spec, () => real).now()).toBe(Date.UTC(2026, 2, 1, 9));
    expect(createClock(spec).factor).toBe(60);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (passed) => {
        const at = Date.UTC(2026, 10, 23, 10) + passed;
        return createClock(spec, () => at).now() === Date.UTC(2026, 2, 1, 8) + passed * 60;
      }),
    );
  });

  it.each([
    'fixed:',
    'fixed:soon',
    '2026@x2',
    '2026-01-01T00:00:00Z@2026-01-01T00:00:00Zx0',
    'now',
  ])('refuses %s', (spec) => {
    expect(() => createClock(spec)).toThrow(RangeError);
  });
});
