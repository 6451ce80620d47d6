import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Migration } from './database.js';

/**
 * Creates the schema and runs what it has not run, all in one transaction under an advisory lock, so
 * that replicas may start together. A recorded migration whose text changed is refused: forward only.
 */
export async function runMigrations(
  client: ClientBase,
  schema: string,
  migrations: Migration[],
): Promise<void> {
  const name = quoteIdentifier(schema);
  // Before BEGIN: building an index on a full table may take longer than a service's transaction may.
  await client.query('set transaction_timeout = 0');
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('clearline-migrations', 0))`);
    await client.query(`create schema if not exists ${name}`);
    await client.query(`set local search_path to ${name}, public`);
    await client.query(
      `create table if not exists migrations (
         name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migrations',
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    for (const migration of inOrder(migrations)) {
      const checksum = createHash('sha256').update(migration.sql).digest('hex');
      const known = applied.get(migration.name);
      if (known === checksum) continue;
      if (known !== undefined) {
        throw new Error(
          `Migration ${schema}.${migration.name} changed after it ran; add a new one`,
        );
      }
      await client.query(migration.sql);
      await client.query('insert into migrations (name, checksum) values ($1, $2)', [
        migration.name,
        checksum,
      ]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.query('reset transaction_timeout').catch(() => undefined);
  }
}

function inOrder(migrations: Migration[]): Migration[] {
  const sorted = [...migrations].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const twice = sorted.find((migration, index) => sorted[index + 1]?.name === migration.name);
  if (twice) throw new Error(`Two migrations are named ${twice.name}`);
  return sorted;
}

/** Schema names come from our own code; anything unusual is a mistake there. */
export function quoteIdentifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name)) throw new Error(`Not a plain schema name: ${name}`);
  return `"${name}"`;
}
