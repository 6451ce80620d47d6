import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { startEndingProxy } from '../../test/ending-proxy.js';
import type { Database, Tx } from './database.js';
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

/** Once a connection has ended while nothing is asked of it, so that no statement hears of that. */
async function endOf(pid: number): Promise<void> {
  await waitFor(async () => {
    const asked = 'select 1 from pg_stat_activity where pid = $1';
    return (await database.query(asked, [pid])).length === 0;
  });
  await new Promise(setImmediate);
}

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

  it('commits behind statements that nobody waited for, in their order', async () => {
    await database.transaction(async (tx) => {
      for (const id of [5, 6]) tx.settle(tx.query('insert into counters values ($1, 0)', [id]));
      tx.settle(tx.query('update counters set n = n + id where id in (5, 6)'));
    });
    const rows = await database.query('select id, n from counters where id in (5, 6) order by id');
    expect(rows).toEqual([
      { id: 5, n: 5 },
      { id: 6, n: 6 },
    ]);
  });

  it('rolls back and names the first failure when one of them fails, awaited or not', async () => {
    const failing = database.transaction(async (tx) => {
      tx.settle(tx.query('insert into counters values (7, 0)'));
      tx.settle(tx.query('insert into counters values (7, 1)'));
      tx.settle(tx.query('insert into counters values (8, 0)'));
      await tx.query('select 1');
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    const said = database.transaction(async (tx) => {
      const explained = tx.query('select 1 / 0').catch((cause: unknown) => {
        throw new Error('explained', { cause });
      });
      tx.settle(explained);
      tx.settle(tx.query('insert into counters values (9, 0)'));
      await Promise.resolve();
    });
    await expect(said).rejects.toThrow('explained');
    expect(await database.query('select id from counters where id > 6')).toEqual([]);
  });

  it('sends nothing for work that a failure beside it has left behind', async () => {
    let late: Promise<unknown> | undefined;
    const failing = database.transaction(async (tx) => {
      const slow = tx
        .query('select pg_sleep(0.05)')
        .then(() => tx.query('insert into counters values (10, 0)'));
      late = slow.catch((error: unknown) => String(error));
      await Promise.all([slow, Promise.reject(new Error('no'))]);
    });
    await expect(failing).rejects.toThrow('no');
    expect(await late).toContain('The transaction has ended');
    expect(await database.query('select id from counters where id = 10')).toEqual([]);
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

  it('tells a connection that was lost between two statements by its code', async () => {
    const left = database.transaction(async (tx) => {
      const [own] = await tx.query<{ pid: number }>('select pg_backend_pid() pid');
      await database.query('select pg_terminate_backend($1)', [own!.pid]);
      await endOf(own!.pid);
      await tx.query('select 1');
    });
    await expect(left).rejects.toMatchObject({ code: '08006' });
  });

  it.each([
    ['idles', `set local idle_in_transaction_session_timeout = '50ms'`, '25P03'],
    ['lasts', `set local transaction_timeout = 0; set local transaction_timeout = '50ms'`, '25P04'],
  ])('tells a transaction that %s too long by its code', async (_what, limit, code) => {
    const outlast = async (tx: Tx) => {
      const [own] = await tx.query<{ pid: number }>('select pg_backend_pid() pid');
      await tx.query(limit);
      await endOf(own!.pid);
    };
    const asking = database.transaction(async (tx) => {
      await outlast(tx);
      await tx.query('select 1');
    });
    await expect(asking).rejects.toMatchObject({ code });
    await expect(database.transaction(outlast)).rejects.toMatchObject({ code });
    const refusing = database.transaction(async (tx) => {
      await outlast(tx);
      throw new Error('no');
    });
    await expect(refusing).rejects.toThrow('no');
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('survives a connection that ends in one packet with the answer to its start', async () => {
    const proxy = await startEndingProxy(url);
    const behind = await openDatabase({
      ...{ url: proxy.url, schema: 'probe', migrations, applicationName: 'probe', poolSize: 1 },
    });
    try {
      expect(await behind.query('select 1 as one')).toEqual([{ one: 1 }]);
      proxy.endNext();
      await waitFor(async () => {
        await behind.query('select 1').catch(() => undefined);
        return proxy.ended() === 1;
      });
      expect(await behind.query('select 2 as two')).toEqual([{ two: 2 }]);
    } finally {
      await behind.close();
      await proxy.close();
    }
  });
});
