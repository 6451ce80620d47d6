import type { Queries } from '#platform';

/** The services whose schema has a table of this name; a service that never started has none yet. */
async function schemasWith(database: Queries, table: string): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `select n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relname = $1 and c.relkind = 'r' and n.nspname ~ '^[a-z_]+$' order by 1`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Services that consume events and so may have dead letters. */
export const consumersOf = (database: Queries): Promise<string[]> =>
  schemasWith(database, 'dead_letters');

/** Services that write an event log. */
export const writersOf = (database: Queries): Promise<string[]> => schemasWith(database, 'seals');
