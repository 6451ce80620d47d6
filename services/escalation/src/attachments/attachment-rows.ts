import { Problem } from '#platform';
import type { Queries, Tx } from '#platform';
import type { AttachmentType, AttachmentView, Envelope } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { isKeptFrom } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';
import type { OpenedCase } from '../domain/case-state.js';
import type { StoredContent } from './file-content.js';

/** A file that was begun to be sent: it is in no list, and is swept away unless its end comes. */
export function insertArriving(
  tx: Tx,
  file: { id: string; caseId: string; key: Envelope; mediaType: AttachmentType },
): Promise<unknown> {
  return tx.query(
    `insert into attachments (id, case_id, state, key_id, sealed_key, media_type) values ($1, $2, 'arriving', $3, $4, $5)`,
    [file.id, file.caseId, file.key.keyId, JSON.stringify(file.key), file.mediaType],
  );
}

/** What was stored of it; false where it was swept away meanwhile. */
export async function recordContent(
  tx: Tx,
  id: string,
  { parts, checksum }: StoredContent,
): Promise<boolean> {
  const rows = await tx.query(
    `update attachments set parts = $2, checksum = $3 where id = $1 and state = 'arriving' returning id`,
    [id, parts, checksum],
  );
  return rows.length > 0;
}

export function dropArriving(tx: Queries, id: string): Promise<unknown> {
  return tx.query(`delete from attachments where id = $1 and state = 'arriving'`, [id]);
}

/** Which file lies with a case follows from the events appended in the same transaction. */
export function writeAttachments(tx: Tx, events: readonly CaseEvent[]): void {
  for (const event of events) {
    if (event.name === 'fileAttached') {
      const { attachmentId, name, bytes, at, by } = event.data;
      const sql = `update attachments set state = 'kept', name = $2, bytes = $3, at = $4, added_by = $5 where id = $1`;
      const values = [attachmentId, JSON.stringify(name), bytes, Date.parse(at), by];
      tx.settle(tx.query(sql, values));
    } else if (event.name === 'fileRemoved') {
      const { attachmentId } = event.data;
      const sql = `update attachments set state = 'removed', sealed_key = null, checksum = null where id = $1`;
      tx.settle(tx.query(sql, [attachmentId]));
      tx.settle(tx.query(`delete from attachment_parts where attachment_id = $1`, [attachmentId]));
    }
  }
}

interface AttachmentRow {
  id: string;
  caseId: string;
  number: string;
  state: 'kept' | 'removed' | 'erased';
  sealedKey: string | null;
  name: string | null;
  mediaType: AttachmentType;
  bytes: number;
  parts: number;
  checksum: string | null;
  at: number;
  by: string;
}

const columns = `a.id, a.case_id as "caseId", c.number, a.state, a.sealed_key as "sealedKey", a.name,
  a.media_type as "mediaType", a.bytes::float8 as bytes, a.parts, a.checksum, a.at::float8 as at, a.added_by as by`;

/** Files of a case and of those merged into it: work goes on here, so whoever sees this one needs them. */
export async function listAttachments(
  runtime: ServiceRuntime,
  state: OpenedCase,
  access: CaseAccess,
): Promise<AttachmentView[]> {
  const rows = await runtime.database.query<AttachmentRow>(
    `select ${columns} from attachments a join cases c on c.id = a.case_id
      where a.case_id = any($1::uuid[]) and a.state <> 'arriving' order by a.at, a.id`,
    [await withDuplicates(runtime.database, state, access)],
  );
  return toViews(runtime, rows);
}

/** @throws Problem `not-found` */
export async function getAttachment(
  { database }: ServiceRuntime,
  state: OpenedCase,
  id: string,
  access: CaseAccess,
): Promise<AttachmentRow> {
  const [row] = await database.query<AttachmentRow>(
    `select ${columns} from attachments a join cases c on c.id = a.case_id
      where a.id = $1 and a.case_id = any($2::uuid[]) and a.state <> 'arriving'`,
    [id, await withDuplicates(database, state, access)],
  );
  if (!row) throw new Problem('not-found', { detail: 'the case has no such file' });
  return row;
}

/** The file of a case that has this very content, if one lies there. */
export async function findSameContent(
  tx: Queries,
  caseId: string,
  checksum: string,
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select id from attachments where case_id = $1 and state = 'kept' and checksum = $2 order by at limit 1`,
    [caseId, checksum],
  );
  return row?.id;
}

/** 回避 holds for each of them: what is kept from somebody is not shown through another case. */
async function withDuplicates(
  tx: Queries,
  { id, duplicates = [] }: OpenedCase,
  access: CaseAccess,
): Promise<string[]> {
  if (duplicates.length === 0) return [id];
  const rows = await tx.query<{ state: string }>(
    `select state from cases where id = any($1::uuid[])`,
    [duplicates.map(({ caseId }) => caseId)],
  );
  const states = rows.map(({ state }) => JSON.parse(state) as OpenedCase);
  const shown = states.filter((state) => !isKeptFrom(access, state));
  return [id, ...shown.map((state) => state.id)];
}

/** As the API shows them, their names readable. */
export async function toViews(
  { database, keys }: ServiceRuntime,
  rows: readonly AttachmentRow[],
): Promise<AttachmentView[]> {
  const sealed = rows.map(({ name }) => JSON.parse(name ?? 'null') as Envelope | null);
  const opened = await keys.open(
    database,
    sealed.flatMap((name) => name ?? []),
  );
  const names = opened.values();
  return rows.map((row, index) => {
    const { id, caseId, number, mediaType, bytes, checksum, at, by } = row;
    const name = (sealed[index] && names.next().value) ?? null;
    // The key may be gone a while before what it sealed is.
    const isErased = row.state === 'erased' || name === null;
    return {
      ...{ id, caseId, number, name, mediaType, bytes },
      sha256: isErased ? null : checksum,
      status: isErased && row.state === 'kept' ? 'erased' : row.state,
      at: new Date(at).toISOString(),
      by,
    };
  });
}
