import type { Readable } from 'node:stream';
import type { AttachmentView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { newId, Problem } from '#platform';
import type { Principal } from '#platform';
import { requireSeen } from '../access/access-of.js';
import { CaseBatch } from '../cases/case-batch.js';
import type { CaseParts } from '../cases/case-parts.js';
import { runCommand, sealTexts } from '../cases/execute-command.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import {
  dropArriving,
  findSameContent,
  getAttachment,
  insertArriving,
  recordContent,
  toViews,
} from './attachment-rows.js';
import { newFileKey } from './file-cipher.js';
import { storeContent } from './file-content.js';
import type { StoredContent } from './file-content.js';
import type { Upload } from './file-headers.js';

/** A recording over a slow line takes minutes; whoever takes longer has gone. */
const longestMs = 10 * 60_000;

/**
 * Takes a file as it arrives and, once all of it is stored, has the case say so: before that nobody sees
 * it, and what a crash leaves behind is swept away. The same content again is the file that is there, so
 * a sender who heard no answer may repeat.
 * @throws Problem `too-large`, `unsupported-media-type`, `validation`, `illegal-transition`, `forbidden`
 */
export async function attachFile(
  runtime: ServiceRuntime,
  parts: CaseParts,
  { state, access }: { state: OpenedCase; access: CaseAccess },
  upload: Upload,
  principal: Principal,
): Promise<{ attachment: AttachmentView; isNew: boolean }> {
  const { database } = runtime;
  const id = newId(runtime.clock.now());
  const key = newFileKey();
  const sealedKey = await database.transaction(async (tx) => {
    const texts = { key: key.toString('base64') };
    const sealed = (await sealTexts(runtime, tx, state.customerId, texts))['key']!;
    await insertArriving(tx, { id, caseId: state.id, key: sealed, mediaType: upload.mediaType });
    return sealed;
  });
  try {
    const stored = await withinTime(upload.body, () => storeContent(database, id, key, upload));
    const file = { id, keyId: sealedKey.keyId, stored, upload };
    const kept = await keep(runtime, parts, { state, access }, file, principal);
    if (kept !== id) await dropArriving(database, id);
    const row = await getAttachment(runtime, state, kept, access);
    const [attachment] = await toViews(runtime, [row]);
    return { attachment: attachment!, isNew: kept === id };
  } catch (error) {
    await dropArriving(database, id).catch((failure: unknown) =>
      runtime.logger.warn({ err: failure, attachmentId: id }, 'refused file left to the sweep'),
    );
    throw error;
  }
}

interface Stored {
  id: string;
  keyId: string;
  stored: StoredContent;
  upload: Upload;
}

/** The id of the file that the case holds now. */
function keep(
  runtime: ServiceRuntime,
  parts: CaseParts,
  { state, access }: { state: OpenedCase; access: CaseAccess },
  { id, keyId, stored, upload }: Stored,
  principal: Principal,
): Promise<string> {
  return runtime.database.transaction(async (tx) => {
    const batch = await CaseBatch.load(tx, [state.id], parts);
    requireSeen(access, batch.get(state.id).state);
    const same = await findSameContent(tx, state.id, stored.checksum);
    if (same !== undefined) return same;
    const texts = { name: upload.name, checksum: stored.checksum };
    const sealed = await sealTexts(runtime, tx, state.customerId, texts);
    const { name, checksum } = sealed as Record<keyof typeof texts, (typeof sealed)[string]>;
    // An erasure while it arrived took the key of its key along.
    if (name.keyId !== keyId || !(await recordContent(tx, id, stored))) {
      throw new Problem('illegal-transition', { detail: 'what had arrived of the file is gone' });
    }
    const { mediaType } = upload;
    const { bytes, storedSha256 } = stored;
    const by = principal.agentId ?? principal.username;
    const file = { attachmentId: id, name, mediaType, bytes, checksum, storedSha256 };
    const now = runtime.clock.now();
    runCommand(batch, state.id, { type: 'attach-file', ...file, by }, now, principal);
    batch.flush(tx);
    return id;
  });
}

async function withinTime<T>(body: Readable, work: () => Promise<T>): Promise<T> {
  const late = () => body.destroy(new Error('the file took too long to arrive'));
  const timer = setTimeout(late, longestMs).unref();
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
