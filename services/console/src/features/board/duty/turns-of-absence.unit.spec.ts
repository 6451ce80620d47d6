import { describe, expect, it } from '@jest/globals';
import type { OnCall } from '../board-types.js';
import { turnsOfAbsence } from './turns-of-absence.js';

const turn = (day: number, agentId: string | null, away?: string): OnCall['next'][number] => ({
  ...{ from: `2026-11-${day}T10:00:00.000Z`, to: `2026-11-${day + 1}T10:00:00.000Z` },
  ...{ agentId, because: away ? 'stand-in' : 'turn' },
  passedOver: away ? [{ agentId: away, why: 'absent' }] : [],
});
const roster = (id: string, ...next: OnCall['next']): OnCall => ({
  ...{ roster: id, agentId: 'z', because: 'turn', passedOver: [] },
  next,
});
const absence = {
  ...{ agentId: 'a', from: '2026-11-24T00:00:00.000Z', to: '2026-11-27T10:00:00.000Z' },
};

describe('the turns of somebody who is away', () => {
  it('are told with who takes each, over all rosters in order', () => {
    const night = roster('night', turn(24, 'x', 'a'), turn(25, 'b'), turn(26, null, 'a'));
    const day = roster('day', turn(25, 'y', 'a'), turn(26, 'x', 'b'));
    expect(turnsOfAbsence(absence, [night, day])).toEqual([
      { roster: 'night', from: '2026-11-24T10:00:00.000Z', agentId: 'x' },
      { roster: 'day', from: '2026-11-25T10:00:00.000Z', agentId: 'y' },
      { roster: 'night', from: '2026-11-26T10:00:00.000Z', agentId: null },
    ]);
  });

  it('are none of another absence of theirs: from its beginning on, and before its end', () => {
    const night = roster('night', turn(23, 'x', 'a'), turn(27, 'x', 'a'));
    expect(turnsOfAbsence(absence, [night])).toEqual([]);
  });
});
