import { describe, expect, it } from '@jest/globals';
import { byNextDue, nextContact, nextDue, owedClocks, withOrders } from './queue-order.js';

interface Clock {
  clockId: string;
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  dueAt: string;
  stoppedAt?: string;
}
const clock = (
  clockId: string,
  state: Clock['state'],
  dueAt: string,
  change: Partial<Clock> = {},
): Clock => ({
  ...{ clockId, state, dueAt },
  ...change,
});
const at = (hour: number) => `2026-11-28T${String(hour).padStart(2, '0')}:00:00.000Z`;
const ids = (clocks: readonly Clock[]) => clocks.map(({ clockId }) => clockId);
const caseOf = (receivedAt: string, ...clocks: Clock[]) => ({ id: receivedAt, receivedAt, clocks });

describe('the clocks of a case in the queue', () => {
  it('stand in the order in which they are due, those that stand still last', () => {
    const clocks = [
      clock('paused', 'paused', at(1)),
      clock('late', 'running', at(9)),
      clock('soon', 'running', at(3)),
    ];
    expect(ids(owedClocks({ clocks }))).toEqual(['soon', 'late', 'paused']);
  });

  it('stay while they are late and nothing was done, and go when it was', () => {
    const clocks = [
      clock('late', 'breached', at(1)),
      clock('done-late', 'breached', at(1), { stoppedAt: at(2) }),
      clock('met', 'met', at(3), { stoppedAt: at(2) }),
      clock('gone', 'cancelled', at(3), { stoppedAt: at(2) }),
    ];
    expect(ids(owedClocks({ clocks }))).toEqual(['late']);
  });

  it('are due at no time at all while all of them stand still', () => {
    expect(nextDue({ clocks: [clock('paused', 'paused', at(1))] })).toBe(Infinity);
    expect(nextDue({ clocks: [] })).toBe(Infinity);
  });
});

describe('the queue', () => {
  it('begins with what is due next, then what waits, the older complaint first', () => {
    const soon = caseOf('2026-11-27T09:00:00.000Z', clock('a', 'running', at(2)));
    const later = caseOf('2026-11-27T01:00:00.000Z', clock('b', 'running', at(8)));
    const paused = caseOf('2026-11-27T03:00:00.000Z', clock('c', 'paused', at(1)));
    const idle = caseOf('2026-11-27T02:00:00.000Z');
    expect([paused, later, idle, soon].sort(byNextDue)).toEqual([soon, later, idle, paused]);
  });

  it('ranks a case by an order that falls due before its clocks, and one whose clocks stand still as well', () => {
    const clocked = caseOf('2026-11-27T09:00:00.000Z', clock('a', 'running', at(5)));
    const ordered = caseOf('2026-11-27T10:00:00.000Z', clock('b', 'running', at(8)));
    const idle = caseOf('2026-11-27T11:00:00.000Z');
    const orders = [
      { caseId: ordered.id, dueAt: at(6) },
      { caseId: ordered.id, dueAt: at(2) },
      { caseId: idle.id, dueAt: at(4) },
    ];
    const queue = withOrders([clocked, idle, ordered], orders).sort(byNextDue);
    expect(queue.map(({ id }) => id)).toEqual([ordered.id, idle.id, clocked.id]);
    expect(queue[0]?.orders?.map(({ dueAt }) => dueAt)).toEqual([at(2), at(6)]);
    expect(queue[2]).toBe(clocked);
  });

  it('offers a callback or a survey to the cases that wait for one', () => {
    expect(nextContact({ stage: 'callback' })).toBe('callback');
    expect(nextContact({ stage: 'survey' })).toBe('survey');
    expect(nextContact({ stage: 'listen' })).toBeUndefined();
  });
});
