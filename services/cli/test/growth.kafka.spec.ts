import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import type { PlatformConfig } from '#platform';
import { testConfig, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import pg from 'pg';
import { startOwnKafka } from '../../standalone/test/start-own-kafka.js';
import { restoreBackup } from '../src/backup/restore-backup.js';
import { takeBackup } from '../src/backup/take-backup.js';
import {
  complaint,
  countOf,
  newFolder,
  openProduct,
  plainRestore,
  readReports,
  startFreshCluster,
  verifySealed,
} from './backup-rig.js';
import type { Call } from './backup-rig.js';

/** As many as a small house has in half a year; before a release ten thousand. */
const handledBefore = process.env['CLEARLINE_WHOLE'] ? 10_000 : 1_500;
/** Written to intake's log, not yet handled by anyone when the backup is made. */
const waiting = 200;
const all = handledBefore + waiting;

const folder = newFolder();
const embeddedBackup = join(folder.path, 'embedded.backup');
const kafkaBackup = join(folder.path, 'kafka.backup');
const clusters: TestDatabase[] = [];
let kafka: Awaited<ReturnType<typeof startOwnKafka>>;
let source: PlatformConfig;
/** The reports after the first 10 000. */
let reportsBefore: unknown;

async function fileMany(agent: Call, count: number): Promise<void> {
  const size = 100;
  let left = count / size;
  const lane = async () => {
    while (left-- > 0) {
      const bodies = Array.from({ length: size }, (_, i) => complaint(`重复扣费 ${left}-${i}`));
      await agent('POST', '/api/v1/complaints', bodies);
    }
  };
  await Promise.all([lane(), lane(), lane()]);
}

const casesIn = (url: string, count: number) =>
  waitFor(async () => (await countOf(url, 'reporting.case_facts')) === count, {
    timeoutMs: 240_000,
    everyMs: 200,
    describe: `${count} cases in the reports`,
  });

/** How many records the topics hold that the services write. */
async function recordsIn(topic: string): Promise<number> {
  const admin = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  } finally {
    await admin.disconnect();
  }
}

async function freshTarget(name: string): Promise<PlatformConfig & { databaseUrl: string }> {
  const cluster = await startFreshCluster();
  clusters.push(cluster);
  return {
    ...source,
    engine: 'distributed',
    kafkaBrokers: kafka.brokers,
    databaseUrl: cluster.url,
    dataDir: join(folder.path, name),
  };
}

beforeAll(async () => {
  kafka = await startOwnKafka();
  const cluster = await startFreshCluster();
  clusters.push(cluster);
  source = testConfig({
    dataDir: join(folder.path, 'embedded'),
    databaseUrl: cluster.url,
  });
  const { services, as } = await openProduct(source, { demo: true });
  const agent = await as('agent');
  await fileMany(agent, handledBefore);
  await casesIn(cluster.url, handledBefore);
  reportsBefore = await readReports(await as('bi'));
  const hold = new pg.Client(cluster.url);
  await hold.connect();
  await hold.query('begin');
  await hold.query('lock table escalation.checkpoints, signals.checkpoints in exclusive mode');
  await fileMany(agent, waiting);
  await takeBackup(source, embeddedBackup, () => undefined);
  await hold.query('rollback');
  await hold.end();
  await services.close();
}, 1200_000);

afterAll(async () => {
  for (const cluster of clusters) await cluster.drop();
  await kafka?.stop();
  folder.remove();
}, 180_000);

it('grows from the embedded engine to Kafka with nothing twice and nothing missing', async () => {
  const config = await freshTarget('grown');
  const url = config.databaseUrl;
  await restoreBackup(config, embeddedBackup, plainRestore);
  expect(await countOf(url, 'intake.complaints')).toBe(all);
  expect(await countOf(url, 'escalation.cases')).toBe(handledBefore);
  const { services, as } = await openProduct(config);
  try {
    await casesIn(url, all);
    const published = await recordsIn('clearline.complaints');
    expect(published).toBeGreaterThanOrEqual(waiting);
    expect(published).toBeLessThan(handledBefore);
    const [volume] = (await readReports(await as('bi'))) as { totals: object }[];
    const [before] = reportsBefore as { totals: object }[];
    expect(before!.totals).toMatchObject({ received: handledBefore });
    expect(volume!.totals).toEqual({ ...before!.totals, received: all });

    await fileMany(await as('agent'), 100);
    await casesIn(url, all + 100);
    const { violations, cases, deliveries } = await verifySealed(config, url);
    expect({ violations, cases }).toEqual({ violations: [], cases: all + 100 });
    const escalation = deliveries.find(({ service }) => service === 'escalation');
    expect(escalation).toMatchObject({ pending: 0, parked: 0, dead: 0 });
    await takeBackup(config, kafkaBackup, () => undefined);
  } finally {
    await services.close();
  }
}, 1200_000);

it('restores a distributed system into a new cluster and new topics, which get the whole history', async () => {
  const config = await freshTarget('again');
  const url = config.databaseUrl;
  await expect(restoreBackup(config, kafkaBackup, plainRestore)).rejects.toThrow(
    /^the topics are not empty: .*clearline\.complaints \(\d+ records\).*--recreate-topics/,
  );
  expect(await recordsIn('clearline.complaints')).toBeGreaterThan(0);
  await restoreBackup(config, kafkaBackup, { ...plainRestore, recreateTopics: true });
  expect(await recordsIn('clearline.complaints')).toBe(0);
  const { services, as } = await openProduct(config);
  try {
    await fileMany(await as('agent'), 100);
    await casesIn(url, all + 200);
    expect(await recordsIn('clearline.complaints')).toBe(all + 200);
    const { violations, cases } = await verifySealed(config, url);
    expect({ violations, cases }).toEqual({ violations: [], cases: all + 200 });
  } finally {
    await services.close();
  }
}, 1200_000);

it('publishes everything for outside readers when told to, and opens no case again', async () => {
  const config = await freshTarget('history');
  const url = config.databaseUrl;
  const options = { ...plainRestore, recreateTopics: true, publishHistory: true };
  await restoreBackup(config, embeddedBackup, options);
  const { services } = await openProduct(config);
  try {
    await casesIn(url, all);
    expect(await recordsIn('clearline.complaints')).toBe(all);
    const { violations, cases } = await verifySealed(config, url);
    expect({ violations, cases }).toEqual({ violations: [], cases: all });
  } finally {
    await services.close();
  }
}, 1200_000);
