import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseCommand } from '../domain/case-command.js';
import { accessOf } from './access-of.js';
import { accessMigrations } from './access-migrations.js';
import { hiddenCases } from './seen-cases.js';

const by = 'a-001';
const sealed = { keyId: '019aafe0-0000-7000-8000-000000000900', ciphertext: 'AAAA' };
const clock = fakeClock('2026-01-05T01:00:00.000Z');
const dueAt = clock.now() + 86_400_000;
const transfer = (to: string): CaseCommand => ({ type: 'transfer', to, reason: 'expertise', by });
const accept = (owner: string): CaseCommand => ({ type: 'accept-transfer', owner, by });
const accuse: CaseCommand = {
  type: 'name-accused',
  accused: ['a-001'],
  conflicted: ['a-001', 's-001'],
  by,
};
const plan: CaseCommand = { type: 'plan-action', owner: 'a-009', dueAt, text: sealed, by };
const asks: CaseCommand = { type: 'co-handle', units: ['south'], dueAt, text: sealed, by };
const marks: CaseCommand = {
  ...{ type: 'mark-problem', accused: 'a-003', desk: 'harbour', followUpDays: 7 },
  ...{ dueAt, text: sealed, by },
};
const histories: CaseCommand[][] = [
  [],
  [{ type: 'assign', owner: 'a-003', by }],
  [transfer('south')],
  [transfer('south'), accept('a-003'), transfer('harbour')],
  [transfer('south'), { type: 'refuse-transfer', reason: 'no-authority', by }],
  [transfer('south'), accept('a-003'), { type: 'hand-back', result: sealed, by }],
  [plan],
  [plan, transfer('south')],
  [accuse],
  [accuse, transfer('south')],
  [accuse, { ...accuse, accused: [], conflicted: [] }],
];
/** What the migration has not to know of: these came after it. */
const laterHistories: CaseCommand[][] = [[asks], [marks]];

let escalation: TestEscalation;
let ids: string[];
beforeAll(async () => {
  escalation = await openTestEscalation(clock);
  const { database } = escalation;
  await database.query(`insert into directory (kind, code, parent, active) values ('unit', 'hq', null, true),
    ('unit', 'north', 'hq', true), ('unit', 'south', 'hq', true), ('unit', 'harbour', 'south', true),
    ('category', 'north', 'harbour', true)`);
  await database.query(`insert into agents (id, unit, active) values ('a-001', 'north', true), ('a-003', 'south', true),
    ('a-005', 'harbour', true), ('s-001', 'hq', true), ('a-009', null, true), ('a-010', 'north', false)`);
  ids = await escalation.openCases(histories.length + laterHistories.length, clock.now());
  for (const [index, commands] of [...histories, ...laterHistories].entries()) {
    clock.advance(1_000);
    await escalation.decide(ids[index]!, ...commands);
  }
}, 180_000);
afterAll(() => escalation?.close());

const accessFor = (agentId: string | undefined, role: 'agent' | 'manager' = 'agent') =>
  accessOf(escalation.database, {
    ...{ sub: 'x', username: 'x', roles: [role], kind: 'user' },
    ...(agentId !== undefined && { agentId }),
  });
const unitsOf = (access: CaseAccess) => (access.sees === 'all' ? 'all' : [...access.units].sort());

describe('who sees which cases', () => {
  it('reaches from the unit of an agent to all beneath it, and is none of who has left', async () => {
    expect(unitsOf(await accessFor('s-001'))).toEqual(['harbour', 'hq', 'north', 'south']);
    expect(unitsOf(await accessFor('a-003'))).toEqual(['harbour', 'south']);
    for (const nobodys of ['a-009', 'a-010', 'a-999']) {
      expect(unitsOf(await accessFor(nobodys))).toEqual([]);
    }
    expect(unitsOf(await accessFor(undefined))).toBe('all');
    expect(unitsOf(await accessFor('a-003', 'manager'))).toBe('all');
  });

  it('is the same for one case as in the database, for every agent and history', async () => {
    const agents = ['a-001', 'a-003', 'a-005', 's-001', 'a-009', 'a-010', undefined];
    const asked = agents.map((agent) => [agent, 'agent'] as const);
    for (const [agent, role] of [...asked, ['s-001', 'manager'] as const]) {
      const access = await accessFor(agent, role);
      const hidden = await hiddenCases(escalation.database, ids, access);
      const states = await Promise.all(ids.map((id) => escalation.state(id)));
      const expected = states.filter((state) => !maySee(access, state)).map(({ id }) => id);
      expect([...hidden].sort()).toEqual(expected.sort());
    }
  });

  it('is found by the migration in the cases that are there', async () => {
    const { database } = escalation;
    const shown = () =>
      database.query(
        `select id, (select array_agg(key order by key) from unnest(shown_to) key) as keys from cases
          where id = any($1::uuid[]) order by id`,
        [ids.slice(0, histories.length)],
      );
    const before = await shown();
    await database.query('alter table cases drop column shown_to');
    for (const { sql } of accessMigrations) await database.query(sql);
    expect(await shown()).toEqual(before);
  });
});
