import { describe, expect, it } from '@jest/globals';
import type { DutyBody } from '#contracts';
import { comingTurns } from './coming-turns.js';

const roster: DutyBody['rosters'][number] = {
  ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-11-23', handover: '18:00', days: 1 },
  ...{ people: ['a', 'b', 'c'], overrides: [] },
};
const turns = (
  time: string,
  changes: Partial<typeof roster> = {},
  absences: DutyBody['absences'] = [],
) =>
  comingTurns({ rosters: [{ ...roster, ...changes }], absences }, 'night', Date.parse(time), 3).map(
    ({ agentId, because, from }) => [agentId, because, new Date(from).toISOString()],
  );

describe('the turns to come of a roster', () => {
  it('begin at the next handovers, that of today among them until it has been', () => {
    expect(turns('2026-11-24T17:59:00+08:00')).toEqual([
      ['b', 'turn', '2026-11-24T10:00:00.000Z'],
      ['c', 'turn', '2026-11-25T10:00:00.000Z'],
      ['a', 'turn', '2026-11-26T10:00:00.000Z'],
    ]);
    expect(turns('2026-11-24T18:00:00+08:00')[0]).toEqual([
      ...['c', 'turn', '2026-11-25T10:00:00.000Z'],
    ]);
  });

  it('name the stand-in of each turn that somebody is away for, and the next in turn without one', () => {
    const from = '2026-11-24T00:00:00.000Z';
    const absences = [
      { agentId: 'b', from, to: '2026-11-25T00:00:00.000Z', standIn: 'x' },
      { agentId: 'c', from, to: '2026-12-01T00:00:00.000Z' },
    ];
    expect(
      turns('2026-11-24T12:00:00+08:00', {}, absences).map((turn) => turn.slice(0, 2)),
    ).toEqual([
      ['x', 'stand-in'],
      ['a', 'next-in-turn'],
      ['a', 'turn'],
    ]);
  });

  it('reach to the handover after', () => {
    const after = Date.parse('2026-11-24T12:00:00+08:00');
    const [first, second] = comingTurns({ rosters: [roster], absences: [] }, 'night', after, 2);
    expect(first!.to).toBe(second!.from);
    expect(second!.to - second!.from).toBe(86_400_000);
  });

  it('last several days, before the first handover too', () => {
    expect(turns('2026-11-20T00:00:00+08:00', { days: 7 })).toEqual([
      ['a', 'turn', '2026-11-23T10:00:00.000Z'],
      ['b', 'turn', '2026-11-30T10:00:00.000Z'],
      ['c', 'turn', '2026-12-07T10:00:00.000Z'],
    ]);
  });

  it('keep to the hour on the wall when clocks are put back', () => {
    const berlin = { tz: 'Europe/Berlin', firstDay: '2026-10-23' };
    expect(turns('2026-10-24T12:00:00+02:00', berlin).map(([, , from]) => from)).toEqual([
      '2026-10-24T16:00:00.000Z',
      '2026-10-25T17:00:00.000Z',
      '2026-10-26T17:00:00.000Z',
    ]);
  });

  it('are none of a roster that is not there', () => {
    expect(comingTurns({ rosters: [], absences: [] }, 'night', 0, 3)).toEqual([]);
  });
});
