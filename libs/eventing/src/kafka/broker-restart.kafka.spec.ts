import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { Load } from '../../test-support/crash-rig.js';
import { createKafkaCrashRig } from '../../test-support/kafka-crash-rig.js';
import { waitUntilCaughtUp } from '../transport/wait-until-caught-up.js';

interface Broker {
  brokers: string[];
  pid: number;
  gone: Promise<unknown>;
  stop(): Promise<void>;
}
interface Launcher {
  startKafka(options: { dataDir: string; port?: number; heap: string }): Promise<Broker>;
}
interface Topics {
  createTopics(brokers: string[]): Promise<string[]>;
}

it('publishes and handles everything after the broker was killed and started again', async () => {
  // Plain JavaScript without types; a literal import would ask for them.
  const launcher = '../../../../infra/kafka/launch.mjs';
  const topics = '../../../../infra/kafka/topics.mjs';
  const { startKafka } = (await import(launcher)) as Launcher;
  const { createTopics } = (await import(topics)) as Topics;
  const dataDir = mkdtempSync(join(tmpdir(), 'clearline-broker-'));
  let broker = await startKafka({ dataDir, heap: '256m' });
  const { brokers } = broker;
  const port = Number(brokers[0]!.split(':')[1]);
  await createTopics(brokers);
  const rig = await createKafkaCrashRig(brokers);
  try {
    const load = new Load(rig);
    const relay = await rig.startRelay();
    const transport = await rig.startConsumer();
    await load.until(waitFor(async () => (await load.seenCount()) > 100, { timeoutMs: 30_000 }));
    process.kill(broker.pid, 'SIGKILL');
    await load.until(broker.gone);
    for (let round = 0; round < 5; round += 1) await load.round();
    expect(await relay.lag()).toBeGreaterThan(0);
    broker = await startKafka({ dataDir, port, heap: '256m' });
    await load.expectHandledOnce();
    await waitFor(async () => (await relay.lag()) === 0);
    await waitUntilCaughtUp([transport]);
    expect(transport.readiness().name).toBe('events-escalation');
    await waitFor(async () => (await transport.readiness().check()) === undefined);
  } finally {
    await rig.dispose();
    await broker.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 360_000);
