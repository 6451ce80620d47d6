import { describe, expect, it } from '@jest/globals';
import { settledFields, whyNot } from './why-not.js';

const one = { priority: 'high', owner: 'a-001', missing: ['listen.place'] } as const;
const of = { ...one, missing: [...one.missing] };

describe('what a command would be refused for', () => {
  it('is said before it is filled in', () => {
    expect(whyNot('snooze-reminders', of)).toBeUndefined();
    expect(whyNot('snooze-reminders', { ...of, priority: 'critical' })).toBe('criticalReminds');
    expect(whyNot('override-stage', of)).toBeUndefined();
    expect(whyNot('override-stage', { ...of, owner: null })).toBe('ownerFirst');
    expect(whyNot('override-stage', { ...of, missing: [] })).toBe('nothingMissing');
    expect(whyNot('resolve', { ...of, owner: null, missing: [] })).toBeUndefined();
  });

  it('is not asked: the severity of a case that is past control', () => {
    expect(settledFields('triage', { stage: 'control' })).toEqual([]);
    expect(settledFields('triage', { stage: 'listen' })).toEqual(['severity']);
    expect(settledFields('change-severity', { stage: 'listen' })).toEqual([]);
  });
});
