import type { KeyObject } from 'node:crypto';
import type { Queries } from '#platform';
import type { Findings } from './findings.js';
import { isSealGenuine, merkleRoot, type Seal, type SealedRun } from './seal.js';

interface LeafRow {
  id: string;
  stream: string;
  sequence: number;
  hash: string;
}

export interface SealCheck {
  seals: number;
  last?: Seal;
  /** Sealed events that the log no longer has: stream -> sequences. */
  missing: Map<string, number[]>;
  /** Hashes as sealed of events whose stored hash differs: `stream#sequence` -> hash. */
  sealedHashes: Map<string, string>;
}

/** Checks every seal in order: its own signature, its link to the seal before, and the events it covers. */
export async function checkSeals(
  database: Queries,
  schema: string,
  service: string,
  key: KeyObject,
  findings: Findings,
): Promise<SealCheck> {
  const result: SealCheck = { seals: 0, missing: new Map(), sealedHashes: new Map() };
  for (;;) {
    const [seal] = await database.query<Seal>(
      `select number::int as number, epoch, tx::text as tx, position::text as position, count, streams, root, previous,
              sealed_at::float8 as "sealedAt", hash, signature
         from ${schema}.seals where seals.number > $1 order by seals.number limit 1`,
      [result.last?.number ?? 0],
    );
    if (!seal) return result;
    checkLink(seal, result.last, service, key, findings);
    await checkCoveredEvents(database, schema, seal, result, findings);
    result.seals += 1;
    result.last = seal;
  }
}

function checkLink(
  seal: Seal,
  previous: Seal | undefined,
  service: string,
  key: KeyObject,
  findings: Findings,
): void {
  const expected = (previous?.number ?? 0) + 1;
  if (seal.number !== expected) {
    const detail = `seals ${expected} to ${seal.number - 1} are gone`;
    findings.add({ kind: 'seal-missing', seal: expected, detail });
  } else if (seal.previous !== (previous?.hash ?? '')) {
    findings.add({ kind: 'seal-broken', seal: seal.number, detail: 'it follows another seal' });
  }
  if (!isSealGenuine(service, seal, key)) {
    const detail = 'its content does not match its signature';
    findings.add({ kind: 'seal-broken', seal: seal.number, detail });
  }
}

async function checkCoveredEvents(
  database: Queries,
  schema: string,
  seal: Seal,
  result: SealCheck,
  findings: Findings,
): Promise<void> {
  const from = result.last;
  const rows = await database.query<LeafRow>(
    `select id, stream, sequence, hash from ${schema}.events
      where (epoch, tx, position) > ($1::int, $2::text::xid8, $3::text::bigint)
        and (epoch, tx, position) <= ($4::int, $5::text::xid8, $6::text::bigint)
      order by epoch, tx, position`,
    [from?.epoch ?? 0, from?.tx ?? '0', from?.position ?? '0', seal.epoch, seal.tx, seal.position],
  );
  const isIntact =
    rows.length === seal.count && merkleRoot(rows.map(({ hash }) => hash)) === seal.root;
  if (isIntact) return;
  const sealed = sealedHashes(seal);
  let isNamed = false;
  for (const { id, stream, sequence, hash } of rows) {
    const name = `${stream}#${sequence}`;
    const expected = sealed.get(name);
    sealed.delete(name);
    if (expected === hash) continue;
    isNamed = true;
    const where = { stream, sequence, eventId: id, seal: seal.number };
    if (expected === undefined) {
      findings.add({ ...where, kind: 'inserted', detail: 'it is not among the sealed events' });
    } else {
      findings.add({ ...where, kind: 'altered', detail: 'its hash is not the sealed one' });
      result.sealedHashes.set(name, expected);
    }
  }
  for (const name of sealed.keys()) {
    const [, stream, sequence] = /^(.*)#(\d+)$/s.exec(name)!;
    const sequences = result.missing.get(stream!) ?? [];
    sequences.push(Number(sequence));
    result.missing.set(stream!, sequences);
    isNamed = true;
  }
  if (!isNamed) {
    const detail = 'its events are there, but not in the sealed order or number';
    findings.add({ kind: 'seal-broken', seal: seal.number, detail });
  }
}

function sealedHashes(seal: Seal): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const [stream, first, ...run] of parseRuns(seal.streams)) {
    run.forEach((hash, index) => hashes.set(`${stream}#${first + index}`, hash));
  }
  return hashes;
}

function parseRuns(text: string): SealedRun[] {
  try {
    return JSON.parse(text) as SealedRun[];
  } catch {
    return []; // The broken signature of such a seal is reported already.
  }
}
