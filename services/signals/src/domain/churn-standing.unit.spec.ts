import { describe, expect, it } from '@jest/globals';
import { churnModel } from './churn-model.js';
import { casesBehind, churnStanding } from './churn-standing.js';
import type { ChurnSign } from './churn-score.js';

const day = 86_400_000;
const now = Date.parse('2026-06-01T00:00:00Z');
const threat: ChurnSign = { kind: 'threat-leave', eventId: 'a', at: now, about: 'one' };
const breach: ChurnSign = { kind: 'sla-breached', eventId: 'b', at: now, about: 'two resolution' };
const standing = { tier: 'standard', latestAt: now } as const;

describe('how likely a customer leaves', () => {
  it('is the level last found, with its reasons, the heaviest first', () => {
    const known = { ...standing, level: 'warning', signs: [breach, threat] } as const;
    expect(churnStanding(known, now)).toEqual({
      level: 'warning',
      factors: ['threat-leave', 'sla-breached'],
    });
  });

  it('has no reasons at level none, and none that have worn down to nothing', () => {
    expect(churnStanding({ ...standing, level: 'none', signs: [breach] }, now).factors).toEqual([]);
    const later = now + 12 * churnModel.halfLifeDays * day;
    const known = { ...standing, level: 'watch', signs: [breach] } as const;
    expect(churnStanding(known, later).factors).toEqual([]);
  });

  it('is not judged at an instant before the last one', () => {
    const known = { ...standing, level: 'watch', signs: [threat] } as const;
    expect(churnStanding(known, 0)).toEqual(churnStanding(known, now));
  });
});

describe('the cases behind signs', () => {
  it('are each named once, whichever clock it was', () => {
    const again: ChurnSign = { ...breach, eventId: 'c', about: 'two statutory' };
    expect(casesBehind([threat, breach, again])).toEqual(['one', 'two']);
    expect(casesBehind([])).toEqual([]);
  });

  it('are not known where one sign does not say its case', () => {
    const { about: _, ...before } = threat;
    expect(casesBehind([breach, before])).toBeUndefined();
  });
});
