import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withCodes } from './churn-customer.js';
import { fallsAt, isRise, levelOf, scoreChurn, withSign } from './churn-score.js';
import type { ChurnLevel, ChurnSign } from './churn-score.js';

const day = 86_400_000;
const now = Date.parse('2026-06-01T00:00:00Z');
const kinds = [
  'complaint',
  'satisfied',
  'threat-leave',
  'sla-breached',
  'reopened',
  'remedy-refused',
  'low-score',
  'callback-unreachable',
] as const;
const sign = fc.record({
  kind: fc.constantFrom(...kinds),
  eventId: fc.uuid(),
  at: fc.integer({ min: now - 200 * day, max: now }),
  category: fc.constantFrom('billing', 'leak'),
});
const signs = fc.uniqueArray(sign, { selector: ({ eventId }) => eventId, maxLength: 12 });
const fold = (list: readonly ChurnSign[]) =>
  list.reduce<ChurnSign[]>((known, one) => withSign(known, one), []);
const levels: ChurnLevel[] = ['none', 'watch', 'warning', 'critical'];

describe('the churn score', () => {
  it('does not depend on the order in which signs arrive, nor on their repetition', () => {
    fc.assert(
      fc.property(signs, fc.integer(), (list, seed) => {
        const turned = [...list, ...list].sort(
          (a, b) => ((a.at ^ seed) % 97) - ((b.at ^ seed) % 97),
        );
        expect(scoreChurn(fold(turned), 'vip', now)).toEqual(scoreChurn(fold(list), 'vip', now));
      }),
    );
  });

  it('stays between 0 and 1 and names known events as evidence', () => {
    fc.assert(
      fc.property(signs, (list) => {
        const { value, factors } = scoreChurn(fold(list), 'standard', now);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        const ids = new Set(list.map(({ eventId }) => eventId));
        for (const { evidence, weight } of factors) {
          expect(weight).toBeGreaterThan(0);
          expect(evidence.length).toBeGreaterThan(0);
          expect(evidence.every((id) => ids.has(id))).toBe(true);
        }
      }),
    );
  });

  it('forgets a breach once its verdict is corrected, whichever is heard first', () => {
    const about = 'case-1 resolution';
    const breach = { kind: 'sla-breached', eventId: 'a', at: now - 3 * day, about } as const;
    const other = { ...breach, eventId: 'b', about: 'case-1 statutory' };
    const corrected = { kind: 'breach-corrected', eventId: 'c', at: now - 4 * day, about } as const;
    for (const list of [
      [breach, other, corrected],
      [corrected, other, breach],
    ]) {
      const { factors } = scoreChurn(fold(list), 'standard', now);
      expect(factors).toMatchObject([{ name: 'sla-breached', evidence: ['b'] }]);
    }
  });

  it('wears down with time and falls to nothing', () => {
    fc.assert(
      fc.property(signs, fc.nat(700), (list, days) => {
        const known = fold(list);
        const later = scoreChurn(known, 'standard', now + days * day).value;
        expect(later).toBeLessThanOrEqual(scoreChurn(known, 'standard', now).value + 1e-9);
        expect(scoreChurn(known, 'standard', now + 5_000 * day).value).toBe(0);
      }),
    );
  });

  it('counts complaints of one category within 90 days as repeats, others not', () => {
    const first: ChurnSign = {
      kind: 'complaint',
      eventId: 'a',
      at: now - 80 * day,
      category: 'leak',
    };
    const again: ChurnSign = { kind: 'complaint', eventId: 'b', at: now, category: 'leak' };
    const other: ChurnSign = { kind: 'complaint', eventId: 'c', at: now, category: 'billing' };
    expect(scoreChurn([first, other], 'standard', now).factors).toEqual([]);
    expect(scoreChurn([first, again], 'standard', now).factors).toEqual([
      { name: 'repeat-complaint', weight: 0.3, evidence: ['b'] },
    ]);
  });

  it('judges repeats anew once a case turned out to be about something else', () => {
    const complaint = (about: string, at: number, category: string): ChurnSign => ({
      ...{ kind: 'complaint', eventId: `event-${about}`, at, category, about },
    });
    const signs = [complaint('one', now - day, 'leak'), complaint('two', now, 'billing')];
    const dimensions = {
      ...({ category: 'billing', channel: 'phone', severity: 'normal', tier: 'vip' } as const),
      product: 'meter',
    };
    const base = { customerId: 'c', tier: 'standard', level: 'none', score: 0 } as const;
    const known = { ...base, signs, latestAt: now, caseId: 'two', dimensions };
    expect(scoreChurn(known.signs, 'standard', now).value).toBe(0);
    const amended = withCodes(known, 'two', { category: 'leak' });
    expect(scoreChurn(amended.signs, 'standard', now).factors).toMatchObject([
      { name: 'repeat-complaint', evidence: ['event-two'] },
    ]);
    const { product: _, ...others } = dimensions;
    expect(amended.dimensions).toEqual({ ...others, category: 'leak' });
    expect(withCodes(known, 'one', { category: 'repair' }).dimensions).toBe(dimensions);
  });

  it('is halved by a satisfied answer', () => {
    const threat: ChurnSign = { kind: 'threat-leave', eventId: 'a', at: now };
    const relief: ChurnSign = { kind: 'satisfied', eventId: 'b', at: now + 1 };
    expect(scoreChurn([threat], 'standard', now).value).toBe(0.5);
    expect(scoreChurn([threat, relief], 'standard', now + 1).value).toBe(0.25);
  });
});

describe('the churn level', () => {
  it('rises at its threshold and falls only clearly below it', () => {
    expect(levelOf(0.5, 'none')).toBe('warning');
    expect(levelOf(0.45, 'warning')).toBe('warning');
    expect(levelOf(0.39, 'warning')).toBe('watch');
    expect(levelOf(0.1, 'critical')).toBe('none');
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...levels),
        (score, previous) => {
          const level = levelOf(score, previous);
          expect(levelOf(score, level)).toBe(level);
          if (isRise(level, previous)) expect(score).toBeGreaterThanOrEqual(0.3);
        },
      ),
    );
  });

  it('falls at the instant foretold, and not an hour before', () => {
    const threat: ChurnSign = { kind: 'threat-leave', eventId: 'a', at: now };
    const at = fallsAt([threat], 'standard', 'warning', now)!;
    expect(levelOf(scoreChurn([threat], 'standard', at).value, 'warning')).not.toBe('warning');
    const before = scoreChurn([threat], 'standard', at - 3_600_000).value;
    expect(levelOf(before, 'warning')).toBe('warning');
  });
});
