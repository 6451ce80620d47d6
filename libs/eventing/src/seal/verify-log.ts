import type { KeyObject } from 'node:crypto';
import type { Queries } from '#platform';
import { checkSeals } from './check-seals.js';
import { checkStreams } from './check-streams.js';
import { Findings, type Finding } from './findings.js';
import type { SealAnchor } from './seal-anchor.js';

export interface LogVerification {
  service: string;
  events: number;
  streams: number;
  seals: number;
  /** Appended since the last seal. */
  unsealed: number;
  /** Whether an anchor outside the database was found and compared. */
  isAnchored: boolean;
  findings: Finding[];
}

export interface VerifyLogOptions {
  database: Queries;
  schema: string;
  service: string;
  /** The private or the public seal key. */
  sealKey: KeyObject;
  /**
   * Its seals that are anchored outside the database (`readAnchors`). Read before this is called: the sealer
   * writes them after the seal, so every seal up to them must be there.
   */
  anchors?: readonly SealAnchor[];
}

/**
 * Proves a log untampered, or names each event or stream that was altered, deleted, inserted or cut off.
 * Reads it in pages; safe while the service runs.
 */
export async function verifyLog(options: VerifyLogOptions): Promise<LogVerification> {
  const { database, schema, service, sealKey, anchors = [] } = options;
  const findings = new Findings();
  const { seals, last, missing, sealedHashes } = await checkSeals(
    database,
    schema,
    service,
    sealKey,
    findings,
  );
  const { events, streams } = await checkStreams(database, schema, sealedHashes, missing, findings);
  for (const anchor of anchors) {
    const [anchored] = await database.query<{ hash: string }>(
      `select hash from ${schema}.seals where number = $1`,
      [anchor.number],
    );
    if (!anchored) {
      const detail = `the anchor knows seals up to ${anchor.number}, the log up to ${last?.number ?? 0}`;
      findings.add({ kind: 'seal-missing', seal: anchor.number, detail });
    } else if (anchored.hash !== anchor.hash) {
      const detail = 'it is not the one that was anchored';
      findings.add({ kind: 'seal-broken', seal: anchor.number, detail });
    }
  }
  const [tail] = await database.query<{ n: number }>(
    `select count(*) as n from ${schema}.events where (epoch, tx, position) > ($1::int, $2::text::xid8, $3::text::bigint)`,
    [last?.epoch ?? 0, last?.tx ?? '0', last?.position ?? '0'],
  );
  return {
    service,
    events,
    streams,
    seals,
    unsealed: Number(tail?.n ?? 0),
    isAnchored: anchors.length > 0,
    findings: findings.list,
  };
}
