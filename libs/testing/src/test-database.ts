import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/**
 * A fresh database on the server that jest started for this run.
 * @throws when called outside the projects whose global setup starts one
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['CLEARLINE_TEST_DATABASE_URL'];
  if (!server) throw new Error('no test server: run through jest, in a project that has servers');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administrate(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: () => administrate(server, `drop database if exists ${name} with (force)`),
  };
}

async function administrate(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
