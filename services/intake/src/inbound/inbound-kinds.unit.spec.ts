import { describe, expect, it } from '@jest/globals';
import { ownFields } from './inbound-kinds.js';

const survey = { caseId: 'c', score: 8, answers: { speed: 4 } };

describe('what another system publishes of a survey', () => {
  it.each(['csat', 'nps', 'ces'])('is its score, of %s', (kind) => {
    expect(ownFields('survey', { ...survey, kind })).toEqual({ caseId: 'c', kind, score: 8 });
  });

  it.each(['csi', 'servqual'])('is its answers, of %s', (kind) => {
    const { answers } = survey;
    expect(ownFields('survey', { ...survey, kind })).toEqual({ caseId: 'c', kind, answers });
  });

  it('is all of it where it is no survey', () => {
    expect(ownFields('callback', survey)).toBe(survey);
  });
});
