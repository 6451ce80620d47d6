import { describe, expect, it } from '@jest/globals';
import { casesIn, keyOf } from './list-count.js';

describe('a list', () => {
  it('of clocks says of how many cases they are', () => {
    const rows = [
      { caseId: 'a', clockId: 'resolution' },
      { caseId: 'a', clockId: 'callback' },
      { caseId: 'b', clockId: 'callback' },
    ];
    expect(casesIn(rows)).toEqual({ of: 'clocks', rows: 3, cases: 2 });
    expect(new Set(rows.map(keyOf)).size).toBe(3);
  });

  it('of orders and transfers does so too', () => {
    expect(casesIn([{ caseId: 'a', orderId: 'x' }])).toMatchObject({ of: 'orders', cases: 1 });
    expect(casesIn([{ caseId: 'a', transferId: 'x' }])).toMatchObject({ of: 'transfers' });
  });

  it('of cases has nothing to say', () => {
    expect(casesIn([{ caseId: 'a' }])).toBeUndefined();
    expect(casesIn([])).toBeUndefined();
  });
});
