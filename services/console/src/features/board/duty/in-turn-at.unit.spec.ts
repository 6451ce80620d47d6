import { describe, expect, it } from '@jest/globals';
import { inTurnAt } from './in-turn-at.js';

const roster = {
  ...{ tz: 'Asia/Shanghai', firstDay: '2026-11-02', handover: '09:00', days: 2 },
  people: ['a', 'b', 'c'],
};
const turn = (at: string) => inTurnAt(roster, Date.parse(at));

describe('whose turn it is', () => {
  it('changes at the handover, by the clock of the roster', () => {
    expect(turn('2026-11-02T01:00:00Z')).toBe('a');
    expect(turn('2026-11-04T00:59:59Z')).toBe('a');
    expect(turn('2026-11-04T01:00:00Z')).toBe('b');
    expect(turn('2026-11-08T01:00:00Z')).toBe('a');
  });

  it('counts backwards before the first one', () => {
    expect(turn('2026-11-02T00:59:59Z')).toBe('c');
    expect(turn('2026-10-27T00:59:59Z')).toBe('c');
  });
});
