import type { Queries } from '#platform';
import { chainHash } from '../store/hash-chain.js';
import type { Findings } from './findings.js';

interface ChainedRow {
  id: string;
  stream: string;
  sequence: number;
  source: string;
  type: string;
  topic: string;
  key: string;
  headersText: string;
  dataText: string;
  occurredAt: number;
  recordedAt: number;
  hash: string;
}

export interface StreamCheck {
  events: number;
  streams: number;
}

const pageSize = 1_000;

/**
 * Walks every stream: sequences contiguous from 1, each hash recomputed from the content and the hash
 * before. `sealedHashes` stands in for a stored hash known to be forged, so only the forged event is named.
 */
export async function checkStreams(
  database: Queries,
  schema: string,
  sealedHashes: ReadonlyMap<string, string>,
  missing: Map<string, number[]>,
  findings: Findings,
): Promise<StreamCheck> {
  const result: StreamCheck = { events: 0, streams: 0 };
  let stream = '';
  let last = 0;
  let previousHash = '';
  const finish = () => {
    if (stream !== '') nameMissing(stream, last, missing, findings);
  };
  for (;;) {
    const rows = await database.query<ChainedRow>(
      `select id, stream, sequence, source, type, topic, key, headers as "headersText", data as "dataText",
              occurred_at::float8 as "occurredAt", recorded_at::float8 as "recordedAt", hash
         from ${schema}.events where (stream, sequence) > ($1, $2::int) order by stream, sequence limit ${pageSize}`,
      [stream, last],
    );
    for (const row of rows) {
      if (row.stream !== stream) {
        finish();
        stream = row.stream;
        last = 0;
        previousHash = '';
        result.streams += 1;
      }
      const { sequence } = row;
      const where = { stream, sequence, eventId: row.id };
      if (sequence !== last + 1) {
        for (let gone = last + 1; gone < sequence; gone += 1) {
          findings.add({
            kind: 'deleted',
            stream,
            sequence: gone,
            detail: 'its sequence is missing',
          });
        }
      } else if (chainHash(previousHash, row) !== row.hash) {
        findings.add({ ...where, kind: 'altered', detail: 'its content does not match its hash' });
      }
      last = sequence;
      previousHash = sealedHashes.get(`${stream}#${sequence}`) ?? row.hash;
      result.events += 1;
    }
    if (rows.length < pageSize) break;
  }
  finish();
  for (const [name, sequences] of missing) {
    findings.add({
      kind: 'stream-removed',
      stream: name,
      detail: `all of it is gone; ${sequences.length} of its events were sealed`,
    });
  }
  return result;
}

/** Tells a hole inside a stream from a tail cut off, and takes the stream off the list. */
function nameMissing(
  stream: string,
  last: number,
  missing: Map<string, number[]>,
  findings: Findings,
): void {
  for (const sequence of missing.get(stream) ?? []) {
    const kind = sequence > last ? 'truncated' : 'deleted';
    const detail =
      kind === 'truncated' ? `the stream ends at ${last}` : 'it was sealed and is gone';
    findings.add({ kind, stream, sequence, detail });
  }
  missing.delete(stream);
}
