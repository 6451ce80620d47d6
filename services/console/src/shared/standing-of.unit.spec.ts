import { describe, expect, it } from '@jest/globals';
import { isChange, standingOf } from './standing-of.js';

const of = {
  ...{ category: 'billing', priority: 'high', severity: 'normal' },
  ...{ tier: 'vip', unit: 'north' },
};

describe('what a command that waits would change', () => {
  it.each([
    ['amend-codes', 'category', 'billing'],
    ['amend-codes', 'product', 'none'],
    ['change-priority', 'priority', 'high'],
    ['change-severity', 'severity', 'normal'],
    ['change-tier', 'tier', 'vip'],
    ['transfer', 'to', 'north'],
  ])('is told by %s of %s', (command, name, standing) => {
    expect(isChange(command)).toBe(true);
    expect(standingOf(command, name, of)).toBe(standing);
  });

  it('is nothing where a field puts nothing in the place of something else', () => {
    expect(standingOf('amend-codes', 'reason', of)).toBeUndefined();
    expect(standingOf('transfer', 'to', { ...of, unit: null })).toBeUndefined();
    expect(standingOf('close', 'category', of)).toBeUndefined();
    expect(isChange('close')).toBe(false);
  });
});
