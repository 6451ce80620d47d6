import { describe, expect, it } from '@jest/globals';
import { nextInTurn } from './next-in-turn.js';

const day = (date: number) => new Date(Date.UTC(2026, 10, date)).toISOString();
const seen = {
  rosters: [{ people: ['a', 'b', 'c'] }, { people: ['c', 'a'] }, { people: ['d'] }],
  absences: [{ agentId: 'b', from: day(2), to: day(4) }],
};

describe('the next in turn', () => {
  it('is the one after whoever is away, of each roster of theirs', () => {
    expect(nextInTurn(seen, 'a')).toEqual(['b', 'c']);
    expect(nextInTurn(seen, 'd')).toEqual([]);
  });

  it('is nobody who is away all the time, and the one after whoever is away for a part of it too', () => {
    expect(nextInTurn(seen, 'a', day(2), day(3))).toEqual(['c']);
    expect(nextInTurn(seen, 'a', day(3), day(5))).toEqual(['b', 'c']);
    expect(nextInTurn(seen, 'a', day(5), day(6))).toEqual(['b', 'c']);
  });
});
