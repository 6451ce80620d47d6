import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DutyBody } from '#contracts';
import { onDuty } from './on-duty.js';

const at = (text: string) => Date.parse(`${text}+08:00`);
const roster: DutyBody['rosters'][number] = {
  id: 'night',
  tz: 'Asia/Shanghai',
  firstDay: '2026-11-23',
  handover: '18:00',
  days: 1,
  people: ['a', 'b', 'c'],
  overrides: [],
};
const duty = (changes: Partial<typeof roster> = {}, absences: DutyBody['absences'] = []) => ({
  rosters: [{ ...roster, ...changes }],
  absences,
});
const away = (agentId: string, standIn?: string): DutyBody['absences'][number] => ({
  agentId,
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-12-01T00:00:00.000Z',
  ...(standIn && { standIn }),
});
const evening = at('2026-11-23T20:00');

describe('who is on duty', () => {
  it('changes at each handover and begins anew after the last', () => {
    const turns = [
      '2026-11-23T17:59',
      '2026-11-23T18:00',
      '2026-11-24T17:59',
      '2026-11-24T18:00',
      '2026-11-25T18:00',
      '2026-11-26T18:00',
    ].map((time) => onDuty(duty(), 'night', at(time)).agentId);
    expect(turns).toEqual(['c', 'a', 'a', 'b', 'c', 'a']);
    expect(onDuty(duty({ days: 7 }), 'night', at('2026-11-30T18:00')).agentId).toBe('b');
  });

  it('is who was put in the place of another, for as long as that holds', () => {
    const overrides = [
      { agentId: 'x', from: '2026-11-23T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' },
      { agentId: 'y', from: '2026-11-23T11:00:00.000Z', to: '2026-11-23T13:00:00.000Z' },
    ];
    const of = (time: string) => onDuty(duty({ overrides }), 'night', at(time));
    expect(of('2026-11-23T20:00')).toMatchObject({ agentId: 'y', because: 'override' });
    expect(of('2026-11-23T21:00')).toMatchObject({ agentId: 'x', because: 'override' });
    expect(of('2026-11-24T08:00')).toMatchObject({ agentId: 'a', because: 'turn' });
  });

  it('is the stand-in of who is away, and else the next in turn', () => {
    const of = (...absences: DutyBody['absences']) => onDuty(duty({}, absences), 'night', evening);
    expect(of(away('a', 'x'))).toEqual({
      ...{ agentId: 'x', because: 'stand-in' },
      passedOver: [{ agentId: 'a', why: 'absent' }],
    });
    expect(of(away('a'))).toMatchObject({ agentId: 'b', because: 'next-in-turn' });
    expect(of(away('a', 'x'), away('x', 'y'))).toMatchObject({ agentId: 'y' });
    expect(of(away('a', 'x'), away('x', 'a'))).toMatchObject({ agentId: 'b' });
    expect(of(away('a'), away('b'), away('c'))).toMatchObject({ agentId: null });
  });

  it('is nobody whom the case is kept from, nor whom they chose', () => {
    const called = onDuty(duty(), 'night', evening, ['a']);
    expect(called).toEqual({
      ...{ agentId: 'b', because: 'next-in-turn' },
      passedOver: [{ agentId: 'a', why: 'conflict' }],
    });
    expect(onDuty(duty(), 'night', evening, ['a', 'b', 'c']).agentId).toBeNull();
  });

  it('never is somebody who is away or kept away, whoever stands in for whom', () => {
    const person = fc.constantFrom<string>('a', 'b', 'c', 'x', 'y');
    const absence = fc.tuple(person, fc.option(person, { nil: undefined }));
    fc.assert(
      fc.property(
        fc.array(absence, { maxLength: 5 }),
        fc.array(person, { maxLength: 3 }),
        fc.integer({ min: 0, max: 90 }),
        (absences, kept, hours) => {
          const given = duty(
            {},
            absences.map(([agentId, standIn]) => away(agentId, standIn)),
          );
          const { agentId, passedOver } = onDuty(given, 'night', evening + hours * 3_600_000, kept);
          const isGone = (one: string) =>
            kept.includes(one) || absences.some(([who]) => who === one);
          if (agentId !== null) expect(isGone(agentId)).toBe(false);
          else expect(['a', 'b', 'c'].every(isGone)).toBe(true);
          const names = passedOver.map((one) => one.agentId);
          expect(new Set(names).size).toBe(names.length);
          expect(names.every(isGone)).toBe(true);
        },
      ),
    );
  });
});
