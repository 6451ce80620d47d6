import { describe, expect, it } from '@jest/globals';
import { openOrders } from './open-orders.js';

describe('the orders among the clocks of a case', () => {
  it('are those that nobody has answered, late or not, what is due first in front', () => {
    const order = (status: 'open' | 'overdue' | 'answered', dueAt: string) => ({ status, dueAt });
    const open = order('open', '2026-11-28T09:00:00.000Z');
    const late = order('overdue', '2026-11-28T08:00:00.000Z');
    const answered = order('answered', '2026-11-28T07:00:00.000Z');
    expect(openOrders([open, answered, late])).toEqual([late, open]);
  });
});
