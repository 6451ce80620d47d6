import { envelope } from '#contracts';
import type { NoteDraftView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Queries, Tx } from '#platform';

/** Everybody has one draft of a note a case; what is kept last replaces it. */
export async function saveNoteDraft(
  { keys, clock }: ServiceRuntime,
  tx: Tx,
  { id, customerId }: { id: string; customerId: string },
  username: string,
  text: string,
): Promise<void> {
  const [sealed] = await keys.seal(tx, customerId, [text]);
  await tx.query(
    `insert into note_drafts (case_id, username, text, saved_at) values ($1, $2, $3, $4)
     on conflict (case_id, username) do update set text = excluded.text, saved_at = excluded.saved_at`,
    [id, username, JSON.stringify(sealed), clock.now()],
  );
}

export async function readNoteDraft(
  { database, keys }: ServiceRuntime,
  caseId: string,
  username: string,
): Promise<NoteDraftView | undefined> {
  const [row] = await database.query<{ text: string; savedAt: number }>(
    `select text, saved_at::float8 as "savedAt" from note_drafts where case_id = $1 and username = $2`,
    [caseId, username],
  );
  if (!row) return undefined;
  const [text] = await keys.open(database, [envelope.parse(JSON.parse(row.text))]);
  return { text: text ?? null, savedAt: new Date(row.savedAt).toISOString() };
}

export async function dropNoteDraft(
  database: Queries,
  caseId: string,
  username: string,
): Promise<void> {
  await database.query('delete from note_drafts where case_id = $1 and username = $2', [
    caseId,
    username,
  ]);
}
