import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyUnitChange } from './unit-spans.js';
import type { UnitChange, UnitSpan } from './unit-spans.js';

/** All spans of a case after its changes, as rows by their ordinal would be. */
function spansOf(changes: readonly UnitChange[]): UnitSpan[] {
  const spans = new Map<number, UnitSpan>();
  for (const change of changes) {
    const latest = spans.get(spans.size);
    for (const one of applyUnitChange(latest, change)) spans.set(one.ordinal, one);
  }
  return [...spans.values()];
}
const passed = (unit: string | undefined, at: number): UnitChange => ({ type: 'passed', unit, at });
const ended = (at: number): UnitChange => ({ type: 'ended', at });
const begun = (at: number): UnitChange => ({ type: 'begun', at });

describe('the spans in which units have a case', () => {
  it('follow each other without a gap until the case ends', () => {
    expect(
      spansOf([passed('north', 0), passed('south', 5), passed('north', 9), ended(12)]),
    ).toEqual([
      { ordinal: 1, unit: 'north', from: 0, to: 5 },
      { ordinal: 2, unit: 'south', from: 5, to: 9 },
      { ordinal: 3, unit: 'north', from: 9, to: 12 },
    ]);
  });

  it('go on with the same unit when the case begins again', () => {
    expect(spansOf([passed('north', 0), ended(4), ended(5), begun(9), begun(10)])).toEqual([
      { ordinal: 1, unit: 'north', from: 0, to: 4 },
      { ordinal: 2, unit: 'north', from: 9 },
    ]);
  });

  it('go on with whoever had it last, though nobody worked on it then', () => {
    expect(spansOf([passed('north', 0), ended(4), passed('south', 6), begun(9)])).toEqual([
      { ordinal: 1, unit: 'north', from: 0, to: 4 },
      { ordinal: 2, unit: 'south', from: 6, to: 6 },
      { ordinal: 3, unit: 'south', from: 9 },
    ]);
  });

  it('are of no unit where nobody had it yet, or it went back to nobody', () => {
    expect(spansOf([passed(undefined, 0), passed('south', 3), passed(undefined, 7)])).toEqual([
      { ordinal: 1, from: 0, to: 3 },
      { ordinal: 2, unit: 'south', from: 3, to: 7 },
      { ordinal: 3, from: 7 },
    ]);
  });

  it('do not tell of a unit that had it for no time', () => {
    expect(spansOf([passed('north', 5), passed('south', 5), passed('south', 6)])).toEqual([
      { ordinal: 1, unit: 'south', from: 5 },
    ]);
  });

  it('never overlap, and all but the last are over', () => {
    const change = fc.oneof(
      fc.record({
        type: fc.constant('passed' as const),
        unit: fc.constantFrom('a', 'b', undefined),
      }),
      fc.record({ type: fc.constantFrom('ended' as const, 'begun' as const) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(change, fc.nat({ max: 3 }))), (steps) => {
        let at = 0;
        const changes = steps.map(([one, after]) => ({ ...one, at: (at += after) }) as UnitChange);
        const spans = spansOf([passed('a', 0), ...changes]);
        for (const [index, { from, to }] of spans.entries()) {
          const next = spans[index + 1];
          if (next) expect(to).toBeLessThanOrEqual(next.from);
          if (to !== undefined) expect(to).toBeGreaterThanOrEqual(from);
        }
      }),
    );
  });
});
