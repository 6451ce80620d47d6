import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Queries } from '#platform';
import { z } from 'zod';
import { CommandFailure } from '../command-failure.js';
import type { Violations } from './violation.js';

/**
 * A line of a client's ledger. `send` is written before the request leaves, `answer` after it came;
 * the complaint carries the key as its `callId`, so that a second one of the same key shows.
 */
const ledgerLine = z.discriminatedUnion('what', [
  z.object({ what: z.literal('send'), key: z.string().min(1) }),
  z.object({
    what: z.literal('answer'),
    key: z.string().min(1),
    status: z.number().int(),
    complaintId: z.string().optional(),
  }),
]);

/** Each page reads the whole log of complaints. */
const pageSize = 100_000;

export interface LedgerCount {
  keys: number;
  /** Keys with an answer 2xx. */
  accepted: number;
  /** Keys that never got one: they may exist or not, but never twice. */
  unanswered: number;
}

/**
 * Compares a client's ledger with the log: every complaint answered with 2xx exists with exactly one
 * registered event, and no key has two, whatever its first answer was.
 */
export async function verifyLedger(
  tx: Queries,
  file: string,
  violations: Violations,
): Promise<LedgerCount> {
  const { keys, accepted } = await readLedger(file, violations);
  const names = [...keys];
  for (let start = 0; start < names.length; start += pageSize) {
    const page = names.slice(start, start + pageSize);
    const registered = await registeredOf(tx, page);
    for (const key of page) {
      const found = registered.get(key) ?? [];
      const id = accepted.get(key);
      const wrong = (detail: string) => violations.add('accepted-once', 'intake', key, detail);
      if (found.length > 1) wrong(`it exists ${found.length} times: ${found.join(', ')}`);
      if (id === undefined) continue;
      if (found.length === 0) wrong(`it was accepted as ${id} and does not exist`);
      else if (!found.includes(id)) wrong(`it was accepted as ${id} and exists as ${found[0]}`);
    }
  }
  return {
    keys: keys.size,
    accepted: accepted.size,
    unanswered: keys.size - accepted.size,
  };
}

async function readLedger(file: string, violations: Violations) {
  const keys = new Set<string>();
  const accepted = new Map<string, string>();
  let number = 0;
  let torn: string | undefined;
  try {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      number += 1;
      if (torn !== undefined) throw new CommandFailure(`${file}:${number - 1}: ${torn}`, 2);
      if (line === '') continue;
      const parsed = ledgerLine.safeParse(parseJson(line));
      // The client may have been killed while it wrote its last line.
      if (!parsed.success) {
        torn = 'no line of a ledger';
        continue;
      }
      const { data } = parsed;
      keys.add(data.key);
      if (data.what === 'send' || data.status < 200 || data.status > 299) continue;
      const before = accepted.get(data.key);
      if (data.complaintId === undefined) {
        violations.add('accepted-once', 'intake', data.key, 'accepted without a complaintId');
      } else if (before !== undefined && before !== data.complaintId) {
        const detail = `two answers: ${before} and ${data.complaintId}`;
        violations.add('accepted-once', 'intake', data.key, detail);
      } else accepted.set(data.key, data.complaintId);
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(
      `${file}: ${error instanceof Error ? error.message : 'unreadable'}`,
      2,
    );
  }
  if (keys.size === 0) throw new CommandFailure(`${file}: the ledger is empty`, 2);
  return { keys, accepted };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The complaints registered under these keys. */
async function registeredOf(tx: Queries, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ key: string; id: string }>(
    `select data::json ->> 'callId' as key, data::json ->> 'complaintId' as id from intake.events
      where type like 'clearline.complaint.registered.v%' and data::json ->> 'callId' = any($1)`,
    [keys],
  );
  const found = new Map<string, string[]>();
  for (const { key, id } of rows) found.set(key, [...(found.get(key) ?? []), id]);
  return found;
}
