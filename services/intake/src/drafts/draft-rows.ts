import { createHash } from 'node:crypto';
import { envelope } from '#contracts';
import type { IntakeDraftBody, IntakeDraftView, IntakeForm } from '#contracts';
import { Problem } from '#platform';
import type { Migration, PersonalDataKeys, Queries, Tx } from '#platform';
import { findCustomers } from '../customers/customer.repository.js';
import { findPhoneErrors, phoneSpellings } from '../domain/phone.js';

const dayMs = 86_400_000;
const keptForMs = 7 * dayMs;

export const draftMigrations: readonly Migration[] = [
  {
    // The form is one sealed envelope: whoever reads the table reads no word of it.
    name: '2026-11-28-120-complaint-drafts',
    sql: `CREATE TABLE complaint_drafts (
      writer text PRIMARY KEY,
      version bigint NOT NULL,
      filing_key text NOT NULL,
      form text NOT NULL,
      saved_at timestamptz NOT NULL
    )`,
  },
];

/**
 * Keeps what somebody takes down, and answers the version it has now. What is kept is replaced only by who
 * names its version: two devices of one person don't overwrite each other unseen. Where nothing is kept,
 * nothing is lost, and any version will do.
 * @throws Problem `stale-version` where another version is kept
 */
export async function saveDraft(
  tx: Tx,
  keys: PersonalDataKeys,
  writer: string,
  { expectedVersion, key, form }: IntakeDraftBody,
  now: number,
): Promise<number> {
  const [sealed] = await keys.seal(tx, await sealedFor(tx, keys, writer, form), [
    JSON.stringify(form),
  ]);
  // A version begins at its instant, so that a draft begun anew has none that the one before it had.
  const [kept] = await tx.query<{ version: number }>(
    `INSERT INTO complaint_drafts AS kept (writer, version, filing_key, form, saved_at)
     VALUES ($1, $2, $3, $4, $6)
     ON CONFLICT (writer) DO UPDATE
       SET version = greatest(kept.version + 1, excluded.version), filing_key = excluded.filing_key,
           form = excluded.form, saved_at = excluded.saved_at
       WHERE kept.version = $5
     RETURNING version::float8 AS version`,
    [writer, now, key, JSON.stringify(sealed), expectedVersion, new Date(now)],
  );
  if (!kept) throw stale(await keptVersion(tx, writer));
  return kept.version;
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
    await dropDraft(database, writer, version);
    return { version: 0, draft: null };
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

/**
 * Whose key seals the form: the customer's where it names one who is known, so that erasing them erases what was
 * being taken down of them; else the writer's, and the text stays no longer than its seven days.
 */
async function sealedFor(
  tx: Tx,
  keys: PersonalDataKeys,
  writer: string,
  { isAnonymous, customerId, phone }: IntakeForm,
): Promise<string> {
  if (isAnonymous) return idOf(writer);
  const isPhone = findPhoneErrors(phone, '').length === 0;
  const hashes = isPhone ? phoneSpellings(phone).map((one) => keys.lookupHash(one)) : [];
  const known = await findCustomers(tx, customerId ? [customerId] : [], hashes);
  const named = known.find(({ id }) => id === customerId?.toLowerCase()) ?? known[0];
  return named?.id ?? idOf(writer);
}

/** Keys belong to UUIDs; whom an identity provider names may be called anything. This is one of version 8. */
function idOf(writer: string): string {
  const hex = createHash('sha256').update(`writer:${writer}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(12, 15)}`,
    `8${hex.slice(15, 18)}`,
  ];
  return [...parts, hex.slice(18, 30)].join('-');
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
