import type { Queries, Tx } from '#platform';
import type { Definition } from '../domain/directory-bodies.js';
import type { DirectoryKind } from '../domain/filing-item.js';

/** A row of the directory has exactly what a definition says. */
export type DirectoryEntry = Definition;

const columns = `kind, code, CASE WHEN name_zh IS NULL THEN NULL ELSE
  json_build_object('zh', name_zh, 'en', name_en) END AS name, parent, unit, roles, active`;

export async function listDirectory(tx: Queries): Promise<DirectoryEntry[]> {
  return tx.query<DirectoryEntry>(`SELECT ${columns} FROM directory ORDER BY kind, code`);
}

/** The entries of these codes that exist, by `entryKey`. */
export async function findEntries(
  tx: Tx,
  wanted: { kind: DirectoryKind; code: string }[],
): Promise<Map<string, DirectoryEntry>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<DirectoryEntry>(
    `SELECT ${columns} FROM directory
     JOIN json_to_recordset($1::json) AS w(kind text, code text) USING (kind, code)`,
    [JSON.stringify(wanted)],
  );
  return new Map(rows.map((row) => [entryKey(row.kind, row.code), row]));
}

/** Serialises definitions: they are rare, and a parent must not vanish while a child is defined. */
export async function lockDirectory(tx: Tx): Promise<void> {
  await tx.query('LOCK TABLE directory IN SHARE ROW EXCLUSIVE MODE');
}

export async function saveEntries(tx: Tx, entries: DirectoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `INSERT INTO directory (kind, code, name_zh, name_en, parent, unit, roles, active)
     SELECT kind, code, name ->> 'zh', name ->> 'en', parent, unit, roles, active
     FROM json_to_recordset($1::json)
       AS e(kind text, code text, name json, parent text, unit text, roles json, active boolean)
     ON CONFLICT (kind, code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
       parent = excluded.parent, unit = excluded.unit, roles = excluded.roles, active = excluded.active`,
    [JSON.stringify(entries)],
  );
}

export function entryKey(kind: DirectoryKind, code: string): string {
  return `${kind}/${code}`;
}
