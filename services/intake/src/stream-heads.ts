import type { StreamHead } from '#eventing';
import type { Tx } from '#platform';

/**
 * The heads of streams that change rarely, read from the log's own (stream, sequence) index instead
 * of being kept twice; the caller holds the lock of the aggregate's row. Absent streams are at 0.
 */
export async function readHeads(tx: Tx, streams: string[]): Promise<StreamHead[]> {
  const rows = await tx.query<{ stream: string; version: number; hash: string }>(
    `SELECT s.stream, tail.sequence::int AS version, tail.hash
     FROM json_array_elements_text($1::json) AS s(stream)
     CROSS JOIN LATERAL (SELECT sequence, hash FROM events WHERE events.stream = s.stream
       ORDER BY sequence DESC LIMIT 1) AS tail`,
    [JSON.stringify(streams)],
  );
  const found = new Map(rows.map((row) => [row.stream, row]));
  return streams.map((stream) => found.get(stream) ?? { stream, version: 0, hash: '' });
}
