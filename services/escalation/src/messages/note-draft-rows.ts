import { envelope } from '#contracts';
import type { NoteDraftBody, NoteDraftView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Queries, Tx } from '#platform';
import { begins, dropKept, refuseStale, replaces } from './draft-versions.js';

/**
 * Everybody has one draft of a note a case; what is kept replaces it.
 * @throws Problem `stale-version` where another version is kept than the one that is named
 */
export async function saveNoteDraft(
  { keys, clock }: ServiceRuntime,
  tx: Tx,
  { id, customerId }: { id: string; customerId: string },
  username: string,
  { text, expectedVersion }: NoteDraftBody,
): Promise<void> {
  const [sealed] = await keys.seal(tx, customerId, [text]);
  const kept = await tx.query(
    `insert into note_drafts as kept (case_id, username, text, saved_at, version)
     select $1::uuid, $2, $3, $4::bigint, $4::bigint where ${begins('note_drafts', '$5')}
     on conflict (case_id, username) do update set text = excluded.text, saved_at = excluded.saved_at,
       version = greatest(kept.version + 1, excluded.version)
      where ${replaces('$5')}
     returning 1 as one`,
    [id, username, JSON.stringify(sealed), clock.now(), expectedVersion ?? null],
  );
  if (kept.length === 0) await refuseStale(tx, 'note_drafts', id, username);
}

export async function readNoteDraft(
  { keys }: ServiceRuntime,
  database: Queries,
  caseId: string,
  username: string,
): Promise<NoteDraftView | undefined> {
  const [row] = await database.query<{ text: string; version: number; savedAt: number }>(
    `select text, version::float8 as version, saved_at::float8 as "savedAt" from note_drafts where case_id = $1 and username = $2`,
    [caseId, username],
  );
  if (!row) return undefined;
  const [text] = await keys.open(database, [envelope.parse(JSON.parse(row.text))]);
  const { version, savedAt } = row;
  return { text: text ?? null, version, savedAt: new Date(savedAt).toISOString() };
}

/** @throws Problem `stale-version` where another version is kept than the one that is named */
export async function dropNoteDraft(
  database: Queries,
  caseId: string,
  username: string,
  expectedVersion?: number,
): Promise<void> {
  await dropKept(database, 'note_drafts', caseId, username, expectedVersion);
}
