import { describe, expect, it } from '@jest/globals';
import {
  hasBegun,
  takeoverOf,
  withAbsence,
  withRoster,
  withTakeover,
  withoutAbsence,
  withoutRoster,
  withoutTakeover,
} from './duty-changes.js';
import type { DutyBody } from './duty-changes.js';

const at = (hour: number) => `2026-11-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const night = {
  ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-11-02', handover: '18:00', days: 1 },
  people: ['s-001', 's-002'],
  overrides: [],
};
const body: DutyBody = { rosters: [night, { ...night, id: 'day' }], absences: [] };
const takeover = { agentId: 's-003', from: at(8), to: at(16) };

describe('changes of who is on call', () => {
  it('let somebody take over one roster, and forget what has ended', () => {
    const past = withTakeover(body, 'night', { agentId: 's-002', from: at(1), to: at(2) }, at(1));
    const taken = withTakeover(past, 'night', takeover, at(8));
    expect(taken.rosters[0]).toMatchObject({ overrides: [takeover] });
    expect(taken.rosters[1]).toBe(past.rosters[1]);
  });

  it('keep who took over for now when somebody takes a turn to come', () => {
    const taken = withTakeover(body, 'night', takeover, at(8));
    const later = { agentId: 's-002', from: at(18), to: at(20) };
    expect(withTakeover(taken, 'night', later, at(9)).rosters[0]).toMatchObject({
      overrides: [takeover, later],
    });
  });

  it('end a takeover at the instant, and drop one that has not begun', () => {
    const taken = withTakeover(body, 'night', takeover, at(8));
    expect(withoutTakeover(taken, 'night', 0, at(10)).rosters[0]).toMatchObject({
      overrides: [{ ...takeover, to: at(10) }],
    });
    expect(withoutTakeover(taken, 'night', 0, at(8)).rosters[0]).toMatchObject({ overrides: [] });
  });

  it('record an absence, and keep what has passed of it when somebody is back', () => {
    const absence = { agentId: 's-002', from: at(8), to: at(20), standIn: 's-003' };
    const away = withAbsence(body, absence);
    expect(away.absences).toEqual([absence]);
    expect(withoutAbsence(away, 0, at(9)).absences).toEqual([{ ...absence, to: at(9) }]);
    expect(withoutAbsence(away, 0, at(7)).absences).toEqual([]);
  });

  it('put a roster in its place or at the end, and take it out', () => {
    const changed = withRoster(body, { ...night, days: 7 });
    expect(changed.rosters.map(({ id, days }) => [id, days])).toEqual([
      ['night', 7],
      ['day', 1],
    ]);
    const taken = withTakeover(body, 'night', takeover, at(8));
    expect(withRoster(taken, { ...night, days: 7 }).rosters[0]).toMatchObject({
      days: 7,
      overrides: [takeover],
    });
    const added = withRoster(body, { ...night, id: 'weekend' });
    expect(added.rosters.map(({ id }) => id)).toEqual(['night', 'day', 'weekend']);
    expect(withoutRoster(added, 'day').rosters.map(({ id }) => id)).toEqual(['night', 'weekend']);
  });
});

describe('a turn that was taken over', () => {
  it('is found again by whose it is now and when, so that it can be given back', () => {
    const turn = { from: '2026-11-29T01:00:00.000Z', to: '2026-11-30T01:00:00.000Z' };
    const later = { from: turn.to, to: '2026-12-01T01:00:00.000Z' };
    const overrides = [
      { ...later, agentId: 's-001' },
      { ...turn, agentId: 's-001' },
    ];
    expect(takeoverOf({ overrides }, turn, 's-001')).toBe(1);
    expect(takeoverOf({ overrides }, turn, 'a-001')).toBe(-1);
    expect(takeoverOf({ overrides: [] }, turn, 's-001')).toBe(-1);
  });
});

describe('a roster', () => {
  it('has begun at its first handover, by its own zone', () => {
    const roster = { tz: 'Asia/Shanghai', firstDay: '2026-11-28', handover: '18:00' };
    expect(hasBegun(roster, Date.parse('2026-11-28T17:59:00+08:00'))).toBe(false);
    expect(hasBegun(roster, Date.parse('2026-11-28T18:00:00+08:00'))).toBe(true);
  });
});
