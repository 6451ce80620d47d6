import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { personalDataMigrations } from '#platform';
import type { Migration } from '#platform';
import { services } from '../services.js';

/** Everything that Clearline keeps: a schema for each service, and the customers' keys. */
export const schemas = [...services.map(({ name }) => name), 'keys'];

export function migrationsOf(schema: string): Migration[] {
  if (schema === 'keys') return personalDataMigrations;
  return services.find(({ name }) => name === schema)?.migrations ?? [];
}

/** The migrations that this version knows: schema -> name -> checksum, as they are recorded when they run. */
export const migrationsBySchema = new Map(
  schemas.map((schema) => [
    schema,
    new Map(
      migrationsOf(schema).map(({ name, sql }) => [
        name,
        createHash('sha256').update(sql).digest('hex'),
      ]),
    ),
  ]),
);

/** What the target makes itself: its own migrations, and who holds which lease there. */
const notCopied = ['migrations', 'leases'];

export interface StoredTable {
  schema: string;
  table: string;
  columns: string[];
  /** Identity columns, which draw from a sequence. */
  numbered: string[];
  bytes: number;
}

export const nameOf = ({ schema, table }: { schema: string; table: string }) =>
  `"${schema}"."${table}"`;

/** The tables to copy, each after those that it refers to. */
export async function listTables(client: ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { refersTo: string[] }>(
    `select n.nspname as schema, c.relname as table, pg_table_size(c.oid)::float8 as bytes,
            array(select attname::text from pg_attribute
                   where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
            array(select attname::text from pg_attribute
                   where attrelid = c.oid and attnum > 0 and not attisdropped and attidentity <> '') as numbered,
            array(select format('"%s"."%s"', fn.nspname, f.relname)
                    from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
                   where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as "refersTo"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any($1) and c.relname <> all($2)
      order by n.nspname, c.relname`,
    [schemas, notCopied],
  );
  const ordered: StoredTable[] = [];
  const done = new Set<string>();
  while (ordered.length < rows.length) {
    const next = rows.filter(
      (row) => !done.has(nameOf(row)) && row.refersTo.every((name) => done.has(name)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    for (const row of next) {
      done.add(nameOf(row));
      ordered.push(row);
    }
  }
  return ordered;
}

/** Tables with rows in them, as a person reads it; nothing where Clearline never ran. */
export async function describeContent(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; table: string }>(
    `select n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any($1) and c.relname not in ('migrations', 'epochs') order by 1, 2`,
    [schemas],
  );
  const found: string[] = [];
  for (const row of rows) {
    const counted = await client.query<{ n: string }>(`select count(*) as n from ${nameOf(row)}`);
    const count = Number(counted.rows[0]?.n ?? 0);
    if (count > 0) found.push(`${row.schema}.${row.table} (${count} rows)`);
  }
  return found;
}
