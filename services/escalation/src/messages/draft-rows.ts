import { envelope } from '#contracts';
import type { DraftBody, DraftView, Envelope } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Queries, Tx } from '#platform';
import { begins, dropKept, refuseStale, replaces } from './draft-versions.js';

interface Row {
  kind: DraftView['kind'];
  channel: DraftView['channel'];
  template: string | null;
  text: string;
  recipient: string | null;
  partyId: string | null;
  version: number;
  savedAt: number;
}

/**
 * Everybody has one draft a case; what is kept replaces it. A version begins at its instant, so that a draft begun anew
 * has none that the one before it had.
 * @throws Problem `stale-version` where another version is kept than the one that is named
 */
export async function saveDraft(
  { keys, clock }: ServiceRuntime,
  tx: Tx,
  { id, customerId }: { id: string; customerId: string },
  username: string,
  { kind, channel, template, text, to, partyId, expectedVersion }: DraftBody,
): Promise<void> {
  const texts = to === undefined ? [text] : [text, to];
  const [sealed, recipient] = await keys.seal(tx, customerId, texts);
  const kept = await tx.query(
    `insert into message_drafts as kept
       (case_id, username, kind, channel, template, text, recipient, party_id, saved_at, version)
     select $1::uuid, $2, $3, $4, $5, $6, $7, $8::uuid, $9::bigint, $9::bigint
      where ${begins('message_drafts', '$10')}
     on conflict (case_id, username) do update
        set kind = excluded.kind, channel = excluded.channel, template = excluded.template,
            text = excluded.text, recipient = excluded.recipient, party_id = excluded.party_id,
            saved_at = excluded.saved_at, version = greatest(kept.version + 1, excluded.version)
      where ${replaces('$10')}
     returning 1 as one`,
    [
      ...[id, username, kind, channel, template ?? null, JSON.stringify(sealed)],
      ...[recipient ? JSON.stringify(recipient) : null, partyId ?? null, clock.now()],
      expectedVersion ?? null,
    ],
  );
  if (kept.length === 0) await refuseStale(tx, 'message_drafts', id, username);
}

export async function readDraft(
  { keys }: ServiceRuntime,
  database: Queries,
  caseId: string,
  username: string,
): Promise<DraftView | undefined> {
  const [row] = await database.query<Row>(
    `select kind, channel, template, text, recipient, party_id as "partyId", version::float8 as version,
            saved_at::float8 as "savedAt"
       from message_drafts where case_id = $1 and username = $2`,
    [caseId, username],
  );
  if (!row) return undefined;
  const sealed = [row.text, row.recipient ?? []].flat().map(toEnvelope);
  const [text, to] = await keys.open(database, sealed);
  return {
    kind: row.kind,
    channel: row.channel,
    ...(row.template !== null && { template: row.template }),
    text: text ?? null,
    ...(row.recipient !== null && { to: to ?? null }),
    ...(row.partyId !== null && { partyId: row.partyId }),
    version: row.version,
    savedAt: new Date(row.savedAt).toISOString(),
  };
}

const toEnvelope = (text: string): Envelope => envelope.parse(JSON.parse(text));

/** @throws Problem `stale-version` where another version is kept than the one that is named */
export async function dropDraft(
  database: Queries,
  caseId: string,
  username: string,
  expectedVersion?: number,
): Promise<void> {
  await dropKept(database, 'message_drafts', caseId, username, expectedVersion);
}
