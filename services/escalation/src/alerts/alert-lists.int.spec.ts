import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceRuntime } from '#eventing';
import type { Principal } from '#platform';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { AlertsController } from './alerts.controller.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
const agent = (agentId: string): Principal => ({
  ...{ sub: agentId, username: agentId, agentId, roles: ['agent'], kind: 'user' },
});

let escalation: TestEscalation;
/** What was asked of the list of alerts. */
let asked: { sql: string; values: unknown[] }[];
let list: (principal: Principal) => Promise<{ items: unknown[]; next: string | null }>;
beforeAll(async () => {
  escalation = await openTestEscalation(clock);
  const { database, parts, duty } = escalation;
  await database.query(
    `insert into directory (kind, code, parent, active) values ('unit', 'north', null, true)`,
  );
  await database.query(
    `insert into agents (id, unit, active) values ('a-1', 'north', true), ('a-2', null, true)`,
  );
  await escalation.openCases(200, clock.now(), { priority: 'critical' });
  const query = (sql: string, values: unknown[]) => {
    if (sql.includes('from alerts')) asked.push({ sql, values });
    return database.query(sql, values);
  };
  const runtime = { database: { ...database, query } } as unknown as ServiceRuntime;
  const controller = new AlertsController(runtime, parts, duty);
  list = (principal) => {
    asked = [];
    return controller.list({ limit: 50, sort: 'newest' }, principal);
  };
}, 180_000);
afterAll(() => escalation?.close());

describe('the alerts of an agent', () => {
  it('are none, and none is looked for, of who is of no desk', async () => {
    expect(await list(agent('a-2'))).toEqual({ items: [], next: null });
    expect(asked).toEqual([]);
  });

  it('are found among those of desks alone, however many others there are', async () => {
    const { database } = escalation;
    expect(await list(agent('a-1'))).toEqual({ items: [], next: null });
    await database.query(`update alerts set desk = 'north'
      where id in (select id from alerts order by id limit 2)`);
    await database.query('analyze alerts');
    expect((await list(agent('a-1'))).items).toHaveLength(2);
    const { sql, values } = asked[0]!;
    const plan = await database.query(`explain ${sql}`, values);
    expect(JSON.stringify(plan)).toContain('alerts_of_desks');
  });
});
