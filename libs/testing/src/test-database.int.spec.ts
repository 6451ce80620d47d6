import { expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from './test-database.js';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives every caller an empty database of its own on PostgreSQL 18', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  try {
    await ask(one.url, 'create table mine (id int)');
    const tables = `select count(*)::int as n from pg_tables where schemaname = 'public'`;
    expect(await ask(one.url, tables)).toEqual([{ n: 1 }]);
    expect(await ask(two.url, tables)).toEqual([{ n: 0 }]);
    const [server] = await ask(one.url, `select current_setting('server_version_num')::int as v`);
    expect(server?.['v']).toBeGreaterThanOrEqual(180_000);
  } finally {
    await Promise.all([one.drop(), two.drop()]);
  }
  await expect(ask(one.url, 'select 1')).rejects.toThrow('does not exist');
});
