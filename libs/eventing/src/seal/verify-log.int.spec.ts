import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, waitFor } from '#testing';
import { createLogger, openDatabase, type Database } from '#platform';
import { emptyStream, unitEvent } from '../../test-support/transport-rig.js';
import { EventStore } from '../store/event-store.js';
import { eventStoreMigrations } from '../store/store-migrations.js';
import { LogSealer } from './log-sealer.js';
import { FileAnchorage, readAnchors } from './seal-anchor.js';
import { verifyLog } from './verify-log.js';

describe('verifyLog', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const now = Date.parse('2026-01-05T09:00:00.000Z');
  const store = new EventStore({ schema: 'intake', source: 'urn:test', clock: { now: () => now } });
  let database: Database;
  let dataDir: string;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    const created = await createTestDatabase();
    drop = created.drop;
    database = await openDatabase({
      url: created.url,
      schema: 'intake',
      migrations: eventStoreMigrations(),
      applicationName: 'test',
    });
    dataDir = await mkdtemp(join(tmpdir(), 'seals-'));
    for (let i = 0; i < 3; i += 1) await appendRound(i);
  });
  afterEach(async () => {
    await database.close();
    await drop();
    await rm(dataDir, { recursive: true });
  });

  const heads = new Map<string, ReturnType<typeof emptyStream>>();
  const sealer = () =>
    new LogSealer({
      database,
      service: 'intake',
      sealKey: privateKey,
      anchorages: [new FileAnchorage(dataDir)],
      logger: createLogger('test', { level: 'silent' }),
    });
  const verify = async () => {
    const anchors = (await readAnchors([new FileAnchorage(dataDir)])).get('intake');
    const service = 'intake';
    return verifyLog({ database, schema: service, service, sealKey: privateKey, anchors });
  };

  /** Two events more in each of three streams, sealed. */
  async function appendRound(round: number): Promise<void> {
    const batches = ['unit-a', 'unit-b', 'unit-c'].map((stream) => ({
      head: round === 0 ? emptyStream(stream) : heads.get(stream)!,
      events: [unitEvent(stream, now), unitEvent(stream, now)],
    }));
    const appended = await database.transaction(async (tx) => store.append(tx, batches));
    for (const head of appended.heads) heads.set(head.stream, head);
    if (round > 0) {
      expect(await sealer().sealNow()).toBe(0);
      await database.query(`update leases set expires_at = now()`);
    }
    // Transactions of other tests in the cluster hold the sealer back, as they would any reader.
    const one = sealer();
    await waitFor(async () => (await one.sealNow()) === 6, { describe: 'six sealed events' });
  }

  it('finds nothing in an untouched log', async () => {
    expect(await verify()).toMatchObject({
      events: 18,
      streams: 3,
      seals: 3,
      unsealed: 0,
      isAnchored: true,
      findings: [],
    });
  });

  const where = `stream = 'unit-b' and sequence`;
  const tamperings: [string, string, object[]][] = [
    [
      'altered',
      `update events set data = replace(data, 'North', 'Nord') where ${where} = 3`,
      [{ kind: 'altered', stream: 'unit-b', sequence: 3 }],
    ],
    [
      'altered together with its hash',
      `update events set data = '{}', hash = repeat('0', 64) where ${where} = 3`,
      [{ kind: 'altered', stream: 'unit-b', sequence: 3 }],
    ],
    [
      'deleted inside a stream',
      `delete from events where ${where} = 4`,
      [{ kind: 'deleted', stream: 'unit-b', sequence: 4 }],
    ],
    [
      'cut off at the end of a stream',
      `delete from events where ${where} > 4`,
      [
        { kind: 'truncated', stream: 'unit-b', sequence: 5 },
        { kind: 'truncated', stream: 'unit-b', sequence: 6 },
      ],
    ],
    [
      'gone with its whole stream',
      `delete from events where stream = 'unit-b'`,
      [{ kind: 'stream-removed', stream: 'unit-b' }],
    ],
    [
      'inserted',
      `insert into events (epoch, position, tx, stream, sequence, id, source, type, topic, key, partition, headers, data, hash, occurred_at, recorded_at)
       overriding system value
       select epoch, position, tx, 'unit-x', 1, id, source, type, topic, key, partition, headers, data, hash, occurred_at, recorded_at
         from events where ${where} = 3`,
      [{ kind: 'inserted', stream: 'unit-x', sequence: 1 }],
    ],
    [
      'without its last seal',
      `delete from seals where number = 3`,
      [{ kind: 'seal-missing', seal: 3 }],
    ],
    [
      'under a forged seal',
      `update seals set count = 5 where number = 2`,
      [{ kind: 'seal-broken', seal: 2 }],
    ],
  ];
  it.each(tamperings)('names an event %s', async (_how, sql, expected) => {
    await database.query(sql);
    const { findings } = await verify();
    expect(findings).toMatchObject(expected);
    expect(findings).toHaveLength(expected.length);
  });

  it('still names a tail that was cut off after the log has grown past it', async () => {
    await database.query(`delete from events where sequence > 4`);
    await database.query(`delete from seals where number = 3`);
    for (const stream of heads.keys()) {
      const sql = `select hash from events where stream = $1 and sequence = 4`;
      const [row] = await database.query<{ hash: string }>(sql, [stream]);
      heads.set(stream, { stream, version: 4, hash: row!.hash });
    }
    for (const round of [3, 4, 5]) await appendRound(round);
    const { seals, findings } = await verify();
    expect(seals).toBe(5);
    expect(findings).toEqual([
      { kind: 'seal-broken', seal: 3, detail: 'it is not the one that was anchored' },
    ]);
  });
});
