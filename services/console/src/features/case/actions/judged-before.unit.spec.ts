import { describe, expect, it } from '@jest/globals';
import { judgedAnew, judgedBefore } from './judged-before.js';

const triage = { emotionLevel: 2, customerType: null, complaintTier: 'major' } as const;

describe('the form of a triage', () => {
  it('begins with what the case has, its severity only where that is still graded', () => {
    const of = { triage, severity: 'normal' as const };
    expect(judgedBefore({ ...of, stage: 'listen' })).toEqual({
      ...{ emotionLevel: 2, complaintTier: 'major' },
    });
    expect(judgedBefore({ ...of, stage: 'control', triage: null })).toEqual({ severity: 'normal' });
  });

  it('sends what was judged anew and leaves the tier alone that nobody touched', () => {
    const before = judgedBefore({ triage, severity: 'normal', stage: 'listen' });
    expect(judgedAnew({ ...before, emotionLevel: 5, note: '来电' }, before)).toEqual({
      ...{ emotionLevel: 5, note: '来电' },
    });
    expect(judgedAnew({ ...before, note: '来电' }, before)).toEqual({ ...before, note: '来电' });
  });
});
