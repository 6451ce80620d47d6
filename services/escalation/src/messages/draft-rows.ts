import { envelope } from '#contracts';
import type { DraftBody, DraftView, Envelope } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Queries, Tx } from '#platform';

interface Row {
  kind: DraftView['kind'];
  channel: DraftView['channel'];
  template: string | null;
  text: string;
  recipient: string | null;
  partyId: string | null;
  savedAt: number;
}

/** Everybody has one draft a case; what is kept last replaces it. */
export async function saveDraft(
  { keys, clock }: ServiceRuntime,
  tx: Tx,
  { id, customerId }: { id: string; customerId: string },
  username: string,
  { kind, channel, template, text, to, partyId }: DraftBody,
): Promise<void> {
  const texts = to === undefined ? [text] : [text, to];
  const [sealed, recipient] = await keys.seal(tx, customerId, texts);
  await tx.query(
    `insert into message_drafts (case_id, username, kind, channel, template, text, recipient, party_id, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (case_id, username) do update
        set kind = excluded.kind, channel = excluded.channel, template = excluded.template,
            text = excluded.text, recipient = excluded.recipient, party_id = excluded.party_id,
            saved_at = excluded.saved_at`,
    [
      ...[id, username, kind, channel, template ?? null, JSON.stringify(sealed)],
      ...[recipient ? JSON.stringify(recipient) : null, partyId ?? null, clock.now()],
    ],
  );
}

export async function readDraft(
  { database, keys }: ServiceRuntime,
  caseId: string,
  username: string,
): Promise<DraftView | undefined> {
  const [row] = await database.query<Row>(
    `select kind, channel, template, text, recipient, party_id as "partyId", saved_at::float8 as "savedAt"
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
    savedAt: new Date(row.savedAt).toISOString(),
  };
}

const toEnvelope = (text: string): Envelope => envelope.parse(JSON.parse(text));

export async function dropDraft(
  database: Queries,
  caseId: string,
  username: string,
): Promise<void> {
  await database.query('delete from message_drafts where case_id = $1 and username = $2', [
    caseId,
    username,
  ]);
}
