import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('goes as fast as the lines of a file say, from the instant that each names', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'clearline-clock-')), 'clock');
    const start = Date.UTC(2026, 10, 23, 10);
    const line = (virtual: number, real: number, factor: number) =>
      `${new Date(virtual).toISOString()}@${new Date(real).toISOString()}x${factor}\n`;
    let real = start;
    writeFileSync(file, line(0, start, 1));
    const clock = createClock(`file:${file}x60`, () => real);
    expect(clock.factor).toBe(60);
    real += 1_000;
    expect(clock.now()).toBe(1_000);
    // From 2 s on a minute a second, up to 2 min 2 s, then as before.
    appendFileSync(file, line(2_000, start + 2_000, 60) + line(122_000, start + 4_000, 1));
    const shown = [1_500, 2_000, 3_000, 4_000, 5_000].map((passed) => {
      real = start + passed;
      return clock.now();
    });
    expect(shown).toEqual([1_500, 2_000, 62_000, 122_000, 123_000]);
    // What is not written to its end, or gone, changes nothing.
    appendFileSync(file, line(500_000, start + 6_000, 1).trimEnd());
    real = start + 6_000;
    expect(clock.now()).toBe(124_000);
    rmSync(file);
    real = start + 7_000;
    expect(clock.now()).toBe(125_000);
  });

  it.each([
    'file:/nowhere/clockx60',
    'fixed:',
    'fixed:soon',
    '2026@x2',
    '2026-01-01T00:00:00Z@2026-01-01T00:00:00Zx0',
    'now',
  ])('refuses %s', (spec) => {
    expect(() => createClock(spec)).toThrow(RangeError);
  });
});
