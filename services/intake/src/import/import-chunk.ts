import { ComplaintHistoryRecorded, type DataOf } from '#contracts';
import { newId, type Tx } from '#platform';
import type { Definition } from '../domain/directory-bodies.js';
import type { DirectoryKind } from '../domain/filing-item.js';
import type { Coded, InterpretedRow } from '../domain/interpret-row.js';
import { freshProgress, planHistory, type CaseProgress } from '../domain/plan-history.js';
import { fileWorks, type FilingDependencies } from '../filing/file-requests.js';
import type { FilingWork, FollowingEvent } from '../filing/filing-work.js';
import { defineOrganisation } from '../organisation/define-organisation.js';
import { entryKey, findEntries } from '../organisation/directory.js';
import { readHeads } from '../stream-heads.js';
import {
  findCases,
  markImported,
  saveCases,
  saveRejections,
  unstage,
  type ImportedCase,
  type Rejection,
  type StagedRow,
} from './import-tables.js';

export const importHeaders = { origin: 'import', actor: 'import' };

export interface ChunkCounts {
  cases: number;
  events: number;
  refusedRows: Rejection[];
}

/** Writes some cases with all their staged rows, complaint and history together, in the caller's transaction. */
export async function importChunk(
  tx: Tx,
  dependencies: FilingDependencies,
  run: { id: string; mapping: string },
  staged: Map<string, StagedRow[]>,
  now: number,
): Promise<ChunkCounts> {
  const known = await findCases(tx, run.mapping, [...staged.keys()]);
  const fresh = [...staged].filter(([caseKey]) => !known.has(caseKey));
  await defineMissing(tx, dependencies, fresh, now);
  const begun = fresh.map(([caseKey, rows]) => beginCase(run.mapping, caseKey, rows, now));
  await fileWorks(
    tx,
    begun.map(({ work }) => work),
    dependencies,
    now,
  );
  const filed = begun.filter(({ work }) => !work.problem);
  const refused = begun.filter(({ work }) => work.problem);
  const continued = [...known.values()].map((imported) =>
    continueCase(imported, staged.get(imported.caseKey) ?? []),
  );
  await appendMore(tx, dependencies, continued, now);
  await saveCases(
    tx,
    run.mapping,
    [...filed, ...continued].map(({ imported }) => imported),
  );
  const refusedRows = refused.flatMap(({ work, rows }) => reject(work, rows));
  await saveRejections(tx, run.id, refusedRows);
  await unstage(
    tx,
    run.mapping,
    refused.map(({ imported }) => imported.caseKey),
  );
  await markImported(tx, run.mapping, [...staged.keys()]);
  return {
    cases: filed.length,
    events:
      filed.reduce((sum, { work }) => sum + 1 + (work.following?.length ?? 0), 0) +
      continued.reduce((sum, { following }) => sum + following.length, 0),
    refusedRows,
  };
}

function beginCase(mapping: string, caseKey: string, rows: StagedRow[], now: number) {
  const first = rows[0]!.interpreted;
  const id = newId(now);
  const { progress, following } = replay(id, freshProgress, rows);
  const { complaint } = first;
  const work: FilingWork = {
    id,
    actor: { kind: 'system', name: 'import' },
    headers: importHeaders,
    now,
    following,
    customerReference: complaint.customer && `${mapping}:${complaint.customer}`,
    item: {
      kind: 'complaint',
      body: {
        channel: complaint.channel,
        customer: { anonymous: true },
        category: complaint.category.code,
        statement: complaint.statement,
        severity: complaint.severity,
        product: complaint.product?.code,
        organisation: complaint.organisation?.code,
        receivedAt: new Date(first.at).toISOString(),
        dueAt: complaint.dueAt === undefined ? undefined : new Date(complaint.dueAt).toISOString(),
        externalId: `${mapping}:${first.externalId}`,
      },
    },
  };
  return { work, rows, imported: { caseKey, caseId: id, receivedAt: first.at, progress } };
}

function continueCase(imported: ImportedCase, rows: StagedRow[]) {
  const { progress, following } = replay(imported.caseId, imported.progress, rows);
  return { imported: { ...imported, progress }, following };
}

function replay(complaintId: string, before: CaseProgress, rows: StagedRow[]) {
  let progress = before;
  const following: FollowingEvent[] = [];
  for (const { interpreted } of rows) {
    if (!interpreted.history) continue;
    const planned = planHistory(progress, interpreted.history, interpreted.at);
    progress = planned.progress;
    if (planned.step) following.push(historyEvent(complaintId, planned.step.at, planned.step));
  }
  return { progress, following };
}

/** `complaint.history-recorded` of a case, at its own time. */
export function historyEvent(
  complaintId: string,
  at: number,
  said: Pick<
    DataOf<typeof ComplaintHistoryRecorded>,
    'step' | 'outcome' | 'pause' | 'pauseReason' | 'asOf' | 'goLive'
  >,
): FollowingEvent {
  const { type, topic } = ComplaintHistoryRecorded;
  const data: DataOf<typeof ComplaintHistoryRecorded> = {
    ...said,
    complaintId,
    at: new Date(at).toISOString(),
  };
  return { type, topic, data, occurredAt: at };
}

/** Appends to complaints that exist already; the caller holds the locks of their import rows. */
export async function appendMore(
  tx: Tx,
  { events }: Pick<FilingDependencies, 'events'>,
  cases: { imported: { caseId: string }; following: FollowingEvent[] }[],
  now: number,
): Promise<void> {
  const growing = cases.filter(({ following }) => following.length > 0);
  if (growing.length === 0) return;
  const heads = await readHeads(
    tx,
    growing.map(({ imported }) => `complaint-${imported.caseId}`),
  );
  events.append(
    tx,
    growing.map(({ imported, following }, index) => ({
      head: heads[index]!,
      events: following.map((event) => ({
        ...event,
        id: newId(now),
        key: imported.caseId,
        headers: importHeaders,
      })),
    })),
  );
}

/** Units, categories and products that the file names and nobody defined yet. */
async function defineMissing(
  tx: Tx,
  { events }: FilingDependencies,
  fresh: [string, StagedRow[]][],
  now: number,
): Promise<void> {
  const named = new Map<string, Definition>();
  const add = (kind: DirectoryKind, coded: Coded | undefined) => {
    if (!coded) return;
    const { code, name } = coded;
    const names = { zh: name, en: name };
    const definition = { kind, code, name: names, parent: null, unit: null, roles: null };
    named.set(entryKey(kind, code), { ...definition, active: true });
  };
  for (const [, rows] of fresh) {
    const { category, product, organisation }: InterpretedRow['complaint'] =
      rows[0]!.interpreted.complaint;
    add('category', category);
    add('product', product);
    add('unit', organisation);
  }
  const existing = await findEntries(tx, [...named.values()]);
  const absent = [...named].filter(([key]) => !existing.has(key));
  if (absent.length === 0) return;
  await defineOrganisation(
    tx,
    events,
    absent.map(([path, definition]) => ({ path, definition })),
    importHeaders,
    now,
  );
}

function reject(work: FilingWork, rows: StagedRow[]): Rejection[] {
  const error = work.problem?.errors?.[0];
  const field = error?.path ?? '';
  const reason = error?.message ?? work.problem?.message ?? 'refused';
  return rows.map(({ line }) => ({ line, field, reason }));
}
