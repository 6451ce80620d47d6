import { createHash } from 'node:crypto';
import { StandardAnswerPublished } from '#contracts';
import type { StandardAnswerBody, Tier } from '#contracts';
import type { EventStore } from '#eventing';
import { newId, Problem } from '#platform';
import type { Tx } from '#platform';
import { findTextErrors } from '../domain/filing-item.js';
import { entryKey, findEntries } from '../organisation/directory.js';
import { readHeads } from '../stream-heads.js';
import { insertStandard, readStandards } from './standard-rows.js';

export interface Publisher {
  by: string;
  headers: Record<string, string>;
  now: number;
}

/**
 * Puts a standard answer in force as the next version of its code; the versions before are kept.
 * @throws Problem `validation` for a unit or category that is not there; `stale-version` when another version
 *   is in force than the author saw, or somebody publishes at the same time
 */
export async function publishStandard(
  tx: Tx,
  { events }: { events: EventStore },
  {
    code,
    body,
    expectedVersion,
  }: {
    code: string;
    body: StandardAnswerBody;
    expectedVersion?: number;
  },
  { by, headers, now }: Publisher,
): Promise<void> {
  await refuseUnknown(tx, body);
  const [current] = await readStandards(tx, code);
  const before = current?.version ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== before) throw stale(before);
  const version = before + 1;
  const text = JSON.stringify(body);
  const at = new Date(now);
  if (!(await insertStandard(tx, { code, version, body: text, by, at }))) throw stale(version);
  // Whoever publishes the next version waits for this row, so nobody else appends to the stream meanwhile.
  const stream = `standard-answer-${code}`;
  const [head] = await readHeads(tx, [stream]);
  const { name, category, answerable, promisedMinutes, tiers, owner, isActive } = body;
  const data = {
    ...{ code, version, name, answerable, owner, isActive },
    ...(category !== undefined && { category }),
    ...(promisedMinutes !== undefined && { promisedMinutes }),
    tiers: Object.keys(tiers) as Tier[],
    hash: createHash('sha256').update(text).digest('hex'),
    ...{ at: at.toISOString(), by },
  };
  const { type, topic } = StandardAnswerPublished;
  const event = { id: newId(now), type, topic, key: stream, data, occurredAt: now, headers };
  events.append(tx, [{ head: head!, events: [event] }]);
}

async function refuseUnknown(tx: Tx, body: StandardAnswerBody): Promise<void> {
  const { owner, category } = body;
  const wanted = [
    { kind: 'unit', code: owner, path: 'owner' } as const,
    ...(category === undefined
      ? []
      : [{ kind: 'category', code: category, path: 'category' } as const]),
  ];
  const entries = await findEntries(
    tx,
    wanted.map(({ kind, code }) => ({ kind, code })),
  );
  const errors = [
    ...findTextErrors(body),
    ...wanted
      .filter(({ kind, code }) => !entries.get(entryKey(kind, code))?.active)
      .map(({ kind, path }) => ({
        ...{ path, rule: 'unknown-code', message: `no active ${kind} has this code` },
      })),
  ];
  if (errors.length > 0) throw new Problem('validation', { errors });
}

const stale = (version: number) =>
  new Problem('stale-version', { detail: `version ${version} is in force`, extra: { version } });
