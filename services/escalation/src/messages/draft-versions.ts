import { Problem } from '#platform';
import type { Queries } from '#platform';

type DraftTable = 'message_drafts' | 'note_drafts';

/**
 * Whether what is kept, as `kept`, may be replaced by who names a version as a parameter. Who names none replaces
 * whatever is kept, who knows of none nothing.
 */
export const replaces = (expected: string) =>
  `(${expected}::bigint is null or kept.version = ${expected}::bigint)`;

/** Whether a draft may be begun: not by who names a version of one that is gone, which another device has ended. */
export const begins = (table: DraftTable, expected: string) =>
  `(coalesce(${expected}::bigint, 0) = 0
    or exists (select 1 from ${table} kept where kept.case_id = $1 and kept.username = $2))`;

/** @throws Problem `stale-version` with the version that is kept, 0 where none is */
export async function refuseStale(
  tx: Queries,
  table: DraftTable,
  caseId: string,
  username: string,
): Promise<never> {
  throw stale(await keptVersion(tx, table, caseId, username));
}

/**
 * Idempotent: what is gone already is gone.
 * @throws Problem `stale-version` where another version is kept than the one that is named
 */
export async function dropKept(
  tx: Queries,
  table: DraftTable,
  caseId: string,
  username: string,
  expectedVersion: number | undefined,
): Promise<void> {
  await tx.query(
    `delete from ${table} kept where kept.case_id = $1 and kept.username = $2 and ${replaces('$3')}`,
    [caseId, username, expectedVersion ?? null],
  );
  if (expectedVersion === undefined) return;
  const version = await keptVersion(tx, table, caseId, username);
  if (version !== 0) throw stale(version);
}

async function keptVersion(
  tx: Queries,
  table: DraftTable,
  caseId: string,
  username: string,
): Promise<number> {
  const [kept] = await tx.query<{ version: number }>(
    `select version::float8 as version from ${table} where case_id = $1 and username = $2`,
    [caseId, username],
  );
  return kept?.version ?? 0;
}

const stale = (version: number) =>
  new Problem('stale-version', {
    detail: 'another device has kept another version of this draft',
    extra: { version },
  });
