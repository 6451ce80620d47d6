import { describe, expect, it } from '@jest/globals';
import { scoreSurvey } from './score-survey.js';

const survey = (fields: object) =>
  scoreSurvey({
    surveyId: '019aafe0-0000-7000-8000-000000000004',
    answeredAt: '2026-11-23T08:15:00.000Z',
    kind: 'csat',
    ...fields,
  });

describe('scoreSurvey', () => {
  it.each([
    ['csat', 4, true],
    ['csat', 3, false],
    ['nps', 9, true],
    ['nps', 8, false],
    ['ces', 5, true],
    ['ces', 4, false],
  ])('%s %i is satisfied: %s', (kind, score, satisfied) => {
    expect(survey({ kind, score })).toEqual({ score, satisfied });
  });

  it('takes SERVQUAL as the mean gap of perceived over expected', () => {
    const answers = {
      reliability: { expected: 6, perceived: 4 },
      empathy: { expected: 5, perceived: 6 },
    };
    expect(survey({ kind: 'servqual', answers })).toEqual({ score: -0.5, satisfied: false });
  });

  it('takes CSI as 0..100 over its ten steps', () => {
    expect(survey({ kind: 'csi', answers: { quality: 10, value: 10 } })).toEqual({
      score: 100,
      satisfied: true,
    });
    expect(survey({ kind: 'csi', answers: { quality: 1 } })?.score).toBe(0);
  });

  it('rounds what it says, not what it judges by', () => {
    const answers = { speed: 8, politeness: 7, result: 8 };
    expect(survey({ kind: 'csi', answers })).toEqual({ score: 74.07, satisfied: false });
    const nearly = Object.fromEntries(
      Array.from({ length: 301 }, (_, i) => [`q${i}`, { expected: i === 0 ? 2 : 1, perceived: 1 }]),
    );
    expect(survey({ kind: 'servqual', answers: nearly })?.satisfied).toBe(false);
  });

  it('scores nothing where nothing was answered', () => {
    expect(survey({ kind: 'csi', answers: {} })).toBeUndefined();
  });
});
