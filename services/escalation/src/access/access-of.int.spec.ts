import { expect, it } from '@jest/globals';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import { accessesOf } from './access-of.js';

const span = { from: '2026-01-05T00:00:00.000Z', to: '2026-01-06T00:00:00.000Z' };
const roster = { tz: 'UTC', firstDay: '2026-01-05', handover: '09:00', days: 7 };

it('knows the units of many, and where they take turns or take the place of who does', async () => {
  const { database, duty, close } = await openTestEscalation(fakeClock());
  try {
    await database.query(`insert into directory (kind, code, parent, active)
      values ('unit', 'hq', null, true), ('unit', 'north', 'hq', true)`);
    await database.query(`insert into agents (id, unit, active) values ('a-001', 'hq', true),
      ('a-002', 'north', true), ('a-003', null, true), ('a-004', 'north', true)`);
    const agents = ['a-001', 'a-002', 'a-003', 'a-004'];
    const people = agents.map((agentId) => ({ roles: ['agent' as const], agentId }));
    const all = { roles: ['manager' as const], agentId: 'a-002' };
    const rostersOf = async () =>
      (await accessesOf(database, people)).map((access) => 'rosters' in access && access.rosters);
    expect(await rostersOf()).toEqual([false, false, false, false]);
    await duty.publish(
      { rosters: [{ ...roster, id: 'old', people: agents, overrides: [] }], absences: [] },
      'm',
    );
    const rosters = [
      { ...roster, id: 'night', people: ['a-001'], overrides: [{ ...span, agentId: 'a-002' }] },
      { ...roster, id: 'flood', people: ['a-002'], overrides: [] },
    ];
    await duty.publish(
      { rosters, absences: [{ ...span, agentId: 'a-001', standIn: 'a-003' }] },
      'm',
    );
    expect(await accessesOf(database, [...people, all, { roles: ['bi'] }])).toEqual([
      { sees: 'own', agentId: 'a-001', units: ['hq', 'north'], rosters: ['night'] },
      { sees: 'own', agentId: 'a-002', units: ['north'], rosters: ['night', 'flood'] },
      { sees: 'own', agentId: 'a-003', units: [], rosters: ['night'] },
      { sees: 'own', agentId: 'a-004', units: ['north'] },
      { sees: 'all', agentId: 'a-002' },
      { sees: 'all' },
    ]);
  } finally {
    await close();
  }
});
