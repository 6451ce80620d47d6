import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '#testing';
import type { Database } from './database.js';
import { openDatabase } from './open-database.js';

let url: string;
let drop: () => Promise<void>;
let database: Database;

const migrations = [
  { name: '002-fill', sql: 'insert into counters values (1, 9007199254740991)' },
  { name: '001-table', sql: 'create table counters (id int primary key, n bigint not null)' },
];
const open = (list = migrations, schema = 'probe') =>
  openDatabase({ url, schema, migrations: list, applicationName: 'probe', poolSize: 3 });

beforeAll(async () => {
  ({ url, drop } = await createTestDatabase());
  database = await open();
});

afterAll(async () => {
  await database.close();
  await drop();
});

describe('openDatabase', () => {
  it('runs migrations by name, once, also when replicas start together', async () => {
    const again = await Promise.all([open(), open(), open()]);
    await Promise.all(again.map((one) => one.close()));
    expect(await database.query('select name from migrations order by name')).toEqual([
      { name: '001-table' },
      { name: '002-fill' },
    ]);
    expect(await database.query('select n from counters')).toEqual([{ n: 9007199254740991 }]);
  });

  it('refuses a migration that changed after it ran', async () => {
    const changed = [{ name: '001-table', sql: 'create table other ()' }];
    await expect(open(changed)).rejects.toThrow('changed after it ran');
  });

  it('leaves nothing of migrations that fail', async () => {
    const broken = [
      { name: '001', sql: 'create table half ()' },
      { name: '002', sql: 'select nonsense' },
    ];
    await expect(open(broken, 'broken')).rejects.toThrow('nonsense');
    expect(await database.query(`select to_regclass('broken.half') as found`)).toEqual([
      { found: null },
    ]);
  });

  it('commits what a transaction did and undoes it when the work throws', async () => {
    await database.transaction((tx) => tx.query('insert into counters values (2, 2)'));
    const failing = database.transaction(async (tx) => {
      await tx.query('insert into counters values (3, 3)');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.query('select id from counters order by id')).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
  });

  it('runs what waits for the commit after it, and never after a roll-back', async () => {
    const seen: string[] = [];
    await database.transaction(async (tx) => {
      tx.afterCommit(() => seen.push('committed'));
      await tx.query('select 1');
      expect(seen).toEqual([]);
    });
    const failing = database.transaction((tx) => {
      tx.afterCommit(() => seen.push('rolled back'));
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(seen).toEqual(['committed']);
  });

  it('rejects when a failed statement was swallowed, instead of losing the rest silently', async () => {
    const swallowing = database.transaction(async (tx) => {
      await tx.query('insert into counters values (4, 4)');
      await tx.query('select nonsense').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('rolled back');
  });

  it('ends transactions that take too long and heals from lost connections', async () => {
    const settings = await database.query<{ t: string; i: string }>(
      `select current_setting('transaction_timeout') t,
              current_setting('idle_in_transaction_session_timeout') i`,
    );
    expect(settings).toEqual([{ t: '5s', i: '5s' }]);
    const killed = database.transaction((tx) =>
      tx.query('select pg_terminate_backend(pg_backend_pid())'),
    );
    await expect(killed).rejects.toThrow();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
