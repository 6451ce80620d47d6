import { describe, expect, it } from '@jest/globals';
import { byPromise } from './by-promise.js';

const asked = (id: string, askedAt: string, dueAt: string | null = null) => ({
  ...{ id, askedAt: `2026-11-29T${askedAt}:00.000Z` },
  dueAt: dueAt && `2026-11-29T${dueAt}:00.000Z`,
});

describe('questions that are owed an answer', () => {
  it('go by when their promise runs out, then those without one by when they were asked', () => {
    const questions = [
      asked('young', '09:30'),
      asked('later', '08:00', '12:00'),
      asked('old', '08:30'),
      asked('soon', '09:45', '10:00'),
    ];
    expect(byPromise(questions).map(({ id }) => id)).toEqual(['soon', 'later', 'old', 'young']);
  });
});
