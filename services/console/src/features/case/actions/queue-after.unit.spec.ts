import { describe, expect, it } from '@jest/globals';
import { queueAfter } from './queue-after.js';

describe('the queue of a case whose codes are put right', () => {
  it('is told where it becomes another one, or none', () => {
    expect(queueAfter('billing', 'billing', null)).toBeNull();
    expect(queueAfter('billing', 'billing', 'repair')).toBe('repair');
    expect(queueAfter(null, null, 'repair')).toBe('repair');
  });

  it('is not told where it stays, or nobody knows', () => {
    expect(queueAfter('billing', 'billing', 'billing')).toBeUndefined();
    expect(queueAfter('moved', 'billing', 'repair')).toBeUndefined();
    expect(queueAfter('billing', 'billing', undefined)).toBeUndefined();
  });
});
