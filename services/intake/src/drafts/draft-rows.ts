import { envelope } from '#contracts';
import type { IntakeDraftBody, IntakeDraftView, IntakeForm } from '#contracts';
import { Problem } from '#platform';
import type { PersonalDataKeys, Queries, Tx } from '#platform';
import { claimKeys, keepAnswers, scopeOf } from '../filing/idempotency-keys.js';
import { sealDraft } from './seal-draft.js';

const dayMs = 86_400_000;
const keptForMs = 7 * dayMs;

/**
 * Keeps what somebody takes down, and answers the version it has now. What is kept is replaced only by who
 * names its version, and begun only by who knows of none: two devices of one person neither overwrite each other
 * unseen nor bring back what the other has ended.
 * @throws Problem `stale-version` where another version is kept, or none of the one that is named
 * @throws Problem `idempotency-conflict` where a complaint was filed under its key
 */
export async function saveDraft(
  tx: Tx,
  keys: PersonalDataKeys,
  writer: string,
  { expectedVersion, key, form }: IntakeDraftBody,
  now: number,
): Promise<number> {
  await refuseFiled(tx, writer, key);
  const sealed = JSON.stringify(await sealDraft(tx, keys, writer, form));
  // A version begins at its instant, so that a draft begun anew has none that the one before it had.
  const values = [writer, now, key, sealed, new Date(now)];
  const [kept] =
    expectedVersion === 0
      ? await tx.query<{ version: number }>(
          `INSERT INTO complaint_drafts (writer, version, filing_key, form, saved_at)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT (writer) DO NOTHING
           RETURNING version::float8 AS version`,
          values,
        )
      : await tx.query<{ version: number }>(
          `UPDATE complaint_drafts
           SET version = greatest(version + 1, $2), filing_key = $3, form = $4, saved_at = $5
           WHERE writer = $1 AND version = $6
           RETURNING version::float8 AS version`,
          [...values, expectedVersion],
        );
  if (!kept) throw stale(await keptVersion(tx, writer));
  return kept.version;
}

/**
 * Claims the key as filing does, and lets go of it: whichever comes first, the other one waits for it. So an
 * autosave under way neither outlives the filing that ends its draft nor brings the draft back.
 */
async function refuseFiled(tx: Tx, writer: string, key: string): Promise<void> {
  const claimed = { scope: scopeOf(writer, 'complaint'), key, bodyHash: 'draft' };
  const [claim] = await claimKeys(tx, [claimed]);
  if (claim !== 'claimed') {
    throw new Problem('idempotency-conflict', {
      detail: 'a complaint was filed under the key of this draft',
    });
  }
  keepAnswers(tx, [{ key: claimed, answer: { status: 409, body: null } }]);
}

/** A draft whose customer was erased is gone, too. */
export async function readDraft(
  database: Queries,
  keys: PersonalDataKeys,
  writer: string,
): Promise<IntakeDraftView> {
  const [row] = await database.query<{ version: number; key: string; form: string; savedAt: Date }>(
    `SELECT version::float8 AS version, filing_key AS key, form, saved_at AS "savedAt"
     FROM complaint_drafts WHERE writer = $1`,
    [writer],
  );
  if (!row) return { version: 0, draft: null };
  const { version, key, savedAt } = row;
  const [form] = await keys.open(database, [envelope.parse(JSON.parse(row.form))]);
  if (form === undefined) {
    await database.query('DELETE FROM complaint_drafts WHERE writer = $1 AND version = $2', [
      writer,
      version,
    ]);
    // Another device may have kept something else meanwhile.
    return readDraft(database, keys, writer);
  }
  const draft = { key, form: JSON.parse(form) as IntakeForm, savedAt: savedAt.toISOString() };
  return { version, draft };
}

/**
 * Idempotent: what is gone already is gone.
 * @throws Problem `stale-version` where another version is kept
 */
export async function dropDraft(
  database: Queries,
  writer: string,
  expectedVersion: number,
): Promise<void> {
  const dropped = await database.query(
    'DELETE FROM complaint_drafts WHERE writer = $1 AND version = $2 RETURNING writer',
    [writer, expectedVersion],
  );
  const version = dropped.length > 0 ? 0 : await keptVersion(database, writer);
  if (version !== 0) throw stale(version);
}

/**
 * What was filed is no draft any more, whether or not the device hears of it: with the transaction that files,
 * since the key under which it could be filed again is known for a day only.
 */
export function endDrafts(tx: Tx, filed: { writer: string; key: string }[]): void {
  if (filed.length === 0) return;
  const ended = tx.query(
    `DELETE FROM complaint_drafts AS kept
     USING json_to_recordset($1::json) AS filed(writer text, key text)
     WHERE kept.writer = filed.writer AND kept.filing_key = filed.key`,
    [JSON.stringify(filed)],
  );
  tx.settle(ended);
}

/** Deletes drafts that nobody has changed for seven days. */
export async function forgetOldDrafts(database: Queries, now: number): Promise<void> {
  await database.query('DELETE FROM complaint_drafts WHERE saved_at < $1', [
    new Date(now - keptForMs),
  ]);
}

async function keptVersion(database: Queries, writer: string): Promise<number> {
  const [kept] = await database.query<{ version: number }>(
    'SELECT version::float8 AS version FROM complaint_drafts WHERE writer = $1',
    [writer],
  );
  return kept?.version ?? 0;
}

const stale = (version: number) =>
  new Problem('stale-version', {
    detail: 'another device has kept another version of this draft',
    extra: { version },
  });
