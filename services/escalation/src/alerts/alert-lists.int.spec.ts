import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertListQuery } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Principal } from '#platform';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { alertMigrations } from './alert-migrations.js';
import { AlertsController } from './alerts.controller.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
const agent = (agentId: string): Principal => ({
  ...{ sub: agentId, username: agentId, agentId, roles: ['agent'], kind: 'user' },
});

const nobody: Principal = { sub: 'x', username: 'x', roles: ['agent'], kind: 'user' };

let escalation: TestEscalation;
/** What was asked of the list of alerts. */
let asked: { sql: string; values: unknown[] }[];
let list: (
  principal: Principal,
  query?: Partial<AlertListQuery>,
) => Promise<{ items: unknown[]; next: string | null }>;
beforeAll(async () => {
  escalation = await openTestEscalation(clock);
  const { database, parts, duty } = escalation;
  await database.query(
    `insert into directory (kind, code, parent, active) values ('unit', 'hq', null, true), ('unit', 'north', 'hq', true)`,
  );
  await database.query(
    `insert into agents (id, unit, active) values ('a-1', 'north', true), ('a-2', null, true), ('s-1', 'north', true)`,
  );
  await escalation.openCases(200, clock.now(), { priority: 'critical' });
  const query = (sql: string, values: unknown[]) => {
    if (sql.includes('from alerts')) asked.push({ sql, values });
    return database.query(sql, values);
  };
  const runtime = { database: { ...database, query } } as unknown as ServiceRuntime;
  const controller = new AlertsController(runtime, parts, duty);
  list = (principal, query = {}) => {
    asked = [];
    return controller.list({ limit: 50, sort: 'newest', ...query }, principal);
  };
}, 180_000);
afterAll(() => escalation?.close());

describe('the alerts of an agent', () => {
  it('are none, and none is looked for, of who is no agent of the house', async () => {
    expect(await list(nobody)).toEqual({ items: [], next: null });
    expect(asked).toEqual([]);
  });

  it('are found by whom they name, however many others there are', async () => {
    const { database } = escalation;
    expect(await list(agent('a-1'))).toEqual({ items: [], next: null });
    await database.query(`update alerts set named = array['desk:north', 'unit:agent:south']
      where id in (select id from alerts order by id limit 2)`);
    await database.query(`insert into alerts (id, case_id, number, cause, level, audience, raised_at, named)
      select gen_random_uuid(), case_id, number, cause, level, audience, raised_at + place, array['agent:a-9']
        from alerts, generate_series(1, 50) place`);
    await database.query('analyze alerts');
    expect((await list(agent('a-1'))).items).toHaveLength(2);
    const { sql, values } = asked[0]!;
    const plan = await database.query(`explain ${sql}`, values);
    expect(JSON.stringify(plan)).toContain('alerts_named');
    expect(await list(agent('a-2'))).toEqual({ items: [], next: null });
  });

  it('are found where a supervisor asks for theirs, by the units above them for their role', async () => {
    const { database } = escalation;
    const supervisor: Principal = { ...agent('s-1'), roles: ['supervisor'] };
    const mine = () => list(supervisor, { mine: 'true', sort: 'urgency' });
    // The desk is told as a whole, those who lead it too.
    expect(await mine()).toMatchObject({ total: 2 });
    await database.query(`update alerts set named = array['unit:supervisor:hq']
      where id = (select id from alerts where named is null order by id limit 1)`);
    expect(await mine()).toMatchObject({ items: { length: 3 }, total: 3 });
    expect((await list(supervisor, { limit: 9 })).items).toHaveLength(9);
  });

  it('name whom their events name once a migration has looked at those that wait', async () => {
    const { database } = escalation;
    await database.query('delete from alerts where named is not null');
    const [id] = (await escalation.openCases(1, clock.now())) as [string];
    await escalation.decide(id, {
      ...{ type: 'mark-problem', accused: 'a-9', conflicted: [], desk: 'south', followUpDays: 7 },
      ...{ dueAt: clock.now() + 86_400_000, text: { keyId: id, ciphertext: 'AAAA' }, by: 's-1' },
    });
    const named = () =>
      database.query(
        `select (select array_agg(key order by key) from unnest(named) key) as names from alerts
          where named is not null`,
      );
    const before = await named();
    expect(before).toEqual([{ names: ['desk:south', 'unit:supervisor:south'] }]);
    await database.query('drop index alerts_named');
    await database.query('alter table alerts drop column named');
    await database.query('create index alerts_of_desks on alerts (raised_at)');
    await database.query(alertMigrations.find(({ name }) => name === '0430-named')!.sql);
    expect(await named()).toEqual(before);
  });
});
