import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { createTestDatabase, testKafkaBrokers, waitFor } from '#testing';
import { createLogger, openDatabase, type Database } from '#platform';
import { emptyStream, unitEvent } from '../../test-support/transport-rig.js';
import { LogSealer } from '../seal/log-sealer.js';
import { readAnchors } from '../seal/seal-anchor.js';
import { verifyLog } from '../seal/verify-log.js';
import { EventStore } from '../store/event-store.js';
import { eventStoreMigrations } from '../store/store-migrations.js';
import { TopicAnchorage } from './topic-anchorage.js';

describe('TopicAnchorage', () => {
  const logger = createLogger('test', { level: 'silent' });
  const { privateKey: sealKey } = generateKeyPairSync('ed25519');
  const now = Date.parse('2026-01-05T09:00:00.000Z');
  // The broker is shared, and so is its topic.
  const service = `anchored-${Date.now()}`;
  const store = new EventStore({ schema: 'intake', source: 'urn:test', clock: { now: () => now } });
  let anchorages: TopicAnchorage[] = [];
  let database: Database;
  let drop: () => Promise<void>;

  const anchorage = () => {
    const opened = new TopicAnchorage({ brokers: testKafkaBrokers(), clientId: 'test', logger });
    anchorages.push(opened);
    return opened;
  };

  beforeEach(async () => {
    const created = await createTestDatabase();
    drop = created.drop;
    database = await openDatabase({
      url: created.url,
      schema: 'intake',
      migrations: eventStoreMigrations(),
      applicationName: 'test',
    });
  });
  afterEach(async () => {
    for (const opened of anchorages) await opened.close();
    anchorages = [];
    await database.close();
    await drop();
  });

  async function sealOne(stream: string): Promise<void> {
    await database.transaction(async (tx) =>
      store.append(tx, [{ head: emptyStream(stream), events: [unitEvent(stream, now)] }]),
    );
    const sealer = new LogSealer({
      ...{ database, service, sealKey, logger },
      anchorages: [anchorage()],
    });
    await waitFor(async () => (await sealer.sealNow()) === 1, { describe: 'the seal' });
    await sealer.stop();
    await database.query(`update leases set expires_at = now()`);
  }

  it('keeps the latest of each log for whoever reads next', async () => {
    const [one, another] = [`${service}-one`, `${service}-another`];
    const writer = anchorage();
    await writer.write(one, { number: 1, hash: 'a' });
    await writer.write(another, { number: 7, hash: 'b' });
    await writer.write(one, { number: 2, hash: 'c' });
    const read = await anchorage().read();
    expect(read.get(one)).toEqual({ number: 2, hash: 'c' });
    expect(read.get(another)).toEqual({ number: 7, hash: 'b' });
  });

  it('names a removed tail to a verifier that never saw the data folder', async () => {
    await sealOne('unit-a');
    await sealOne('unit-b');
    await waitFor(async () => (await anchorage().read()).get(service)?.number === 2, {
      describe: 'the second anchor',
      timeoutMs: 60_000,
    });
    await database.query(`delete from events where stream = 'unit-b'`);
    await database.query(`delete from seals where number = 2`);
    await sealOne('unit-c');
    await sealOne('unit-d');
    const anchors = (await readAnchors([anchorage()])).get(service);
    const log = await verifyLog({ database, schema: 'intake', service, sealKey, anchors });
    expect(log).toMatchObject({ seals: 3, isAnchored: true });
    const detail = 'it is not the one that was anchored';
    expect(log.findings).toEqual([{ kind: 'seal-broken', seal: 2, detail }]);
  });
});
