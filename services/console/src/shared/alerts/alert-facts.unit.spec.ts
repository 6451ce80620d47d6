import { describe, expect, it } from '@jest/globals';
import { isWarnedPast } from './alert-facts.js';

const dueAt = '2026-01-05T09:00:00.000Z';
const due = Date.parse(dueAt);
const warning = { cause: 'warning', dueAt, stoppedAt: null, caseStatus: 'open' } as const;

describe('a warning whose clock has passed', () => {
  it('is of what is overdue now, from then on and no earlier', () => {
    expect(isWarnedPast(warning, due - 1)).toBe(false);
    expect(isWarnedPast(warning, due + 1)).toBe(true);
    expect(isWarnedPast(warning, undefined)).toBe(false);
  });

  it('is no more so where it was done or its case ended, and a breach says so itself', () => {
    expect(isWarnedPast({ ...warning, stoppedAt: dueAt }, due + 1)).toBe(false);
    expect(isWarnedPast({ ...warning, caseStatus: 'closed' }, due + 1)).toBe(false);
    expect(isWarnedPast({ ...warning, cause: 'breach' }, due + 1)).toBe(false);
    expect(isWarnedPast({ ...warning, dueAt: null }, due + 1)).toBe(false);
  });
});
