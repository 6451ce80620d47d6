import { describe, expect, it } from '@jest/globals';
import { lateAt } from './late-questions.js';

describe('promised questions', () => {
  it('are late a millisecond after their promise, and not at its instant', () => {
    const due = Date.parse('2026-11-29T09:00:00.000Z');
    const questions = [due, due + 1, due + 60_000].map((at) => ({
      dueAt: new Date(at).toISOString(),
    }));
    expect([due, due + 1, due + 2, due + 60_001].map((now) => lateAt(questions, now))).toEqual([
      ...[0, 1, 2, 3],
    ]);
    expect(lateAt([{ dueAt: null }], due)).toBe(0);
  });
});
