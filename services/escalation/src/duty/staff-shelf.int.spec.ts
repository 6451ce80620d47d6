import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, openDatabase } from '#platform';
import type { Database, Tx } from '#platform';
import { defaultPolicy } from '#sla';
import type { LadderLevel } from '#sla';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { schema } from '../../test/test-runtime.js';
import { saveAgent } from '../agents/agents.js';
import { CaseBatch } from '../cases/case-batch.js';
import type { LadderStaff } from '../domain/ladder/ladder-staff.js';
import { escalationService } from '../escalation.service.js';
import { StaffShelf } from './staff-shelf.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
const supervisor = (agentId: string) => ({
  ...{ agentId, unit: 'north', roles: ['supervisor'], active: true },
});
const night = {
  ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-01-05', handover: '09:00', days: 7 },
  ...{ people: ['s-001'], overrides: [] },
};

let escalation: TestEscalation;
/** Connections of another process. */
let replica: Database;

beforeAll(async () => {
  escalation = await openTestEscalation(clock);
  const { migrations } = escalationService;
  replica = await openDatabase({
    url: escalation.url,
    schema,
    migrations,
    applicationName: 'replica',
  });
  await replica.query(
    `insert into directory (kind, code, parent, active) values ('unit', 'hq', null, true), ('unit', 'north', 'hq', true)`,
  );
  await replica.transaction((tx) => saveAgent(tx, supervisor('s-001')));
}, 180_000);
afterAll(async () => {
  await replica?.close();
  await escalation?.close();
});

const ids = ({ agents }: LadderStaff) => agents.map(({ id }) => id).sort();

describe('the organisation that ladders are resolved by', () => {
  it('is kept until another process has changed something of it, and read anew at once then', async () => {
    const { database, duty } = escalation;
    const shelf = new StaffShelf();
    let last = await shelf.current(database);
    expect(last).toEqual({
      agents: [{ id: 's-001', unit: 'north', roles: ['supervisor'] }],
      units: new Map([
        ['hq', null],
        ['north', 'hq'],
      ]),
      duty: { rosters: [], absences: [] },
    });
    const away = {
      agentId: 's-001',
      from: '2026-01-06T00:00:00.000Z',
      to: '2026-01-07T00:00:00.000Z',
    };
    const changes = [
      () => replica.transaction((tx) => saveAgent(tx, supervisor('s-002'))),
      () => replica.query(`update agents set active = false where id = 's-002'`),
      () => replica.query(`delete from agents where id = 's-002'`),
      () =>
        replica.query(
          `insert into directory (kind, code, parent, active) values ('unit', 'yard', 'north', true)`,
        ),
      () => replica.query(`update directory set parent = 'hq' where code = 'yard'`),
      () => duty.publish({ rosters: [night], absences: [] }, 'manager'),
      () => duty.publish({ rosters: [night], absences: [away] }, 'manager'),
    ];
    for (const change of changes) {
      expect(await shelf.current(database)).toBe(last);
      await change();
      const now = await shelf.current(database);
      expect(now).not.toBe(last);
      expect(now).toEqual(await new StaffShelf().current(replica));
      last = now;
    }
    expect(last.units.get('yard')).toBe('hq');
    expect(last.duty).toEqual({ rosters: [night], absences: [away] });
  });

  it('holds nothing that is not committed yet, and nothing that never was', async () => {
    const { database } = escalation;
    const [shelf, own] = [new StaffShelf(), new StaffShelf()];
    const before = await shelf.current(database);
    const givenUp = replica.transaction(async (tx) => {
      await saveAgent(tx, supervisor('s-003'));
      expect(ids(await own.current(tx))).toEqual(['s-001', 's-003']);
      expect(await shelf.current(database)).toBe(before);
      throw new Error('given up');
    });
    await expect(givenUp).rejects.toThrow('given up');
    expect(await shelf.current(database)).toBe(before);
    await replica.transaction((tx) => saveAgent(tx, supervisor('s-004')));
    expect(ids(await own.current(replica))).toEqual(['s-001', 's-004']);
    expect(ids(await shelf.current(database))).toEqual(['s-001', 's-004']);
    await replica.query(`delete from agents where id = 's-004'`);
  });

  it('waits for nobody who changes it, and those who do wait for each other', async () => {
    const changing = ['s-005', 's-006'].map((agentId) =>
      replica.transaction(async (tx) => {
        await saveAgent(tx, supervisor(agentId));
        await tx.query(`delete from agents where id = $1`, [agentId]);
      }),
    );
    await Promise.all([...changing, new StaffShelf().current(escalation.database)]);
    expect(ids(await new StaffShelf().current(replica))).toEqual(['s-001']);
  });
});

/** What a batch of cases reads of the organisation. */
async function readOf(cases: readonly string[]): Promise<string> {
  const read: string[] = [];
  await escalation.database.transaction(async (tx) => {
    const watched: Tx = {
      opening: tx.opening,
      settle: (statements) => tx.settle(statements),
      afterCommit: (task) => tx.afterCommit(task),
      query: async <T>(sql: string, values?: unknown[]) => {
        const rows = await tx.query<T & { read?: unknown }>(sql, values);
        if (sql.includes('staff_version')) read.push(rows[0]?.read ? 'everybody' : 'the version');
        return rows;
      },
    };
    await CaseBatch.load(watched, cases, escalation.parts);
  });
  return read.join() || 'nothing';
}

describe('a batch of cases', () => {
  const someCase = newId(clock.now());
  const watch: LadderLevel = {
    ...{ id: 'watch', level: 1, audience: 'supervisor', people: ['s-001'] },
    ...{ after: { trigger: 0 }, next: 'head' },
  };
  const head: LadderLevel = {
    ...{ id: 'head', level: 2, audience: 'manager', after: { unacknowledged: 30 } },
  };
  const publishLadder = () => {
    const input = {
      ...defaultPolicy,
      ladders: [{ id: 'grave', levels: [watch, head] }],
      triggers: [{ id: 'grave', on: { severity: ['critical'] }, ladder: 'grave' }],
    };
    return escalation.parts.policies.publish({ input, lineOf: () => undefined, by: 'manager' });
  };
  const stepTold = async () => {
    const opened = await escalation.openCases(1, clock.now(), { priority: 'critical' });
    const alerts = await escalation.database.query<{ step: string | null }>(
      'select step from alerts where case_id = $1',
      [opened[0]],
    );
    return alerts.map(({ step }) => step);
  };

  it('reads nobody where no policy has a ladder, none of it is a case, or nobody has changed', async () => {
    expect(await readOf([someCase])).toBe('nothing');
    await publishLadder();
    expect(await readOf([])).toBe('nothing');
    expect(await readOf([someCase])).toBe('everybody');
    expect(await readOf([someCase])).toBe('the version');
    await replica.transaction((tx) => saveAgent(tx, supervisor('s-007')));
    expect(await readOf([someCase])).toBe('everybody');
    expect(await readOf([someCase])).toBe('the version');
  });

  it('tells by who is there when it is decided, whoever changed that a moment ago', async () => {
    expect(await stepTold()).toEqual(['watch']);
    await replica.transaction((tx) => saveAgent(tx, { ...supervisor('s-001'), active: false }));
    expect(await stepTold()).toEqual(['head']);
    await replica.transaction((tx) => saveAgent(tx, supervisor('s-001')));
    expect(await stepTold()).toEqual(['watch']);
  });
});
