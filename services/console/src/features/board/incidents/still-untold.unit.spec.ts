import { describe, expect, it } from '@jest/globals';
import { stillUntold } from './still-untold.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString();
const answer = (minute: number, also: object = {}) => ({
  ...{ kind: 'interim' as 'interim' | 'final', at: at(minute), held: 0, sent: 1 },
  ...also,
});
const one = (name: string, toldAt: string | null, stage: 'resolve' | 'closed' = 'resolve') => ({
  ...{ name, toldAt, stage },
});
const namesOf = ({ untold }: { untold: { name: string }[] }) => untold.map(({ name }) => name);

describe('who is still to be told after an answer to all', () => {
  it('is whoever has had neither it nor a call since, unless the case has ended', () => {
    const cases = [
      one('answered', at(10)),
      one('never', null),
      one('called before', at(9)),
      one('called since', at(25)),
      one('ended', null, 'closed'),
    ];
    const found = stillUntold(cases, [answer(10)]);
    expect(found.kind).toBe('interim');
    expect(namesOf(found)).toEqual(['never', 'called before']);
  });

  it('is nobody whom another way of the same answer reached, and anybody whom an earlier answer did', () => {
    const cases = [one('first way', at(10)), one('second way', at(12))];
    expect(namesOf(stillUntold(cases, [answer(12), answer(10)]))).toEqual([]);
    const final = answer(12, { kind: 'final' });
    expect(namesOf(stillUntold(cases, [final, answer(10)]))).toEqual(['first way']);
    expect(namesOf(stillUntold(cases, [answer(50), answer(10)]))).toEqual([
      'first way',
      'second way',
    ]);
  });

  it('is nobody where there was no answer, or all of it was taken back', () => {
    const undone = answer(10, { sent: 0 });
    expect(stillUntold([one('never', null)], [])).toEqual({ kind: undefined, untold: [] });
    expect(namesOf(stillUntold([one('never', null)], [undone]))).toEqual([]);
  });
});
