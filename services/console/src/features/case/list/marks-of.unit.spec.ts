import { describe, expect, it } from '@jest/globals';
import { marksOf } from './marks-of.js';

const now = Date.parse('2026-01-05T09:00:00.000Z');
const later = '2026-01-05T12:00:00.000Z';
const usual = { priority: 'normal', status: 'open', triage: null } as const;

describe('the marks in the row of a case', () => {
  it('say that nobody is reminded of it, for as long as that is so', () => {
    const snoozed = { ...usual, snoozedUntil: later };
    expect(marksOf(snoozed, now)).toEqual(['snoozed']);
    expect(marksOf(snoozed, Date.parse(later))).toEqual([]);
    expect(marksOf(snoozed, undefined)).toEqual([]);
    expect(marksOf({ ...snoozed, priority: 'critical' }, now)).toEqual([]);
    expect(marksOf({ ...snoozed, status: 'closed' }, now)).toEqual([]);
  });

  it('say what else its columns do not show', () => {
    const triage = { emotionLevel: null, customerType: null, complaintTier: 'major' } as const;
    const overrides = [
      { stage: 'contact', by: 's-001', note: 'n', missing: [], at: later },
    ] as unknown as NonNullable<Parameters<typeof marksOf>[0]['overrides']>;
    expect(marksOf({ ...usual, triage, overrides }, now)).toEqual(['major', 'passedOver']);
    expect(marksOf(usual, now)).toEqual([]);
  });
});
