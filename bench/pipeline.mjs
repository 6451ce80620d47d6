// Kafka -> case -> Kafka, counted in complaints: escalation as shipped against the stock NestJS way
// (repository.save and ClientKafka.emit) and against the floor (rows moved without deciding anything).
import { createTopics } from '../infra/kafka/topics.mjs';
import kafkajs from 'kafkajs';
import { countOutput, fillTopic } from './harness/pipeline-load.mjs';
import { answersAt, cpuSeconds, saysReady, startProcess } from './harness/processes.mjs';
import { median, progress, report, round } from './harness/results.mjs';
import * as servers from './harness/servers.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const only = process.env.BENCH_ONLY?.split(',');
const secrets = servers.makeSecrets();

/** Complaints per round: some seconds of work for each. */
const counts = { clearline: 40_000, stock: 6_000, floor: 120_000 };

const peers = {
  stock: 'dist/bench/peers/pipeline-stock.js',
  floor: 'dist/bench/peers/pipeline-floor.js',
};

async function measure(who, databaseUrl, brokers) {
  const isOurs = who === 'clearline';
  const count = Number(process.env.BENCH_COUNT ?? counts[who]);
  const topics = isOurs
    ? { in: 'clearline.complaints', out: 'clearline.cases' }
    : { in: 'bench.in', out: 'bench.out' };
  await freshTopics(brokers, Object.values(topics), { isOurs });
  await fillTopic(brokers, topics.in, count, { asEvents: isOurs });
  const output = await countOutput(brokers, topics.out, count);
  const env = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers.join(','), ...secrets };
  const flags = ['--max-semi-space-size=64'];
  const profile = process.env.BENCH_PROFILE;
  if (profile) flags.push('--cpu-prof', `--cpu-prof-dir=${profile}`);
  const port = await servers.freePort();
  const running = isOurs
    ? await startProcess('infra/run-service.mjs', {
        args: ['escalation'],
        env: { ...env, PORT: String(port) },
        ready: answersAt(`http://127.0.0.1:${port}/health/live`),
        flags,
      })
    : await startProcess(peers[who], { env, flags, ready: saysReady });
  const startedWith = cpuSeconds(running.pid) ?? 0;
  const result = await output.finished;
  const cpuMs = ((cpuSeconds(running.pid) ?? NaN) - startedWith) * 1_000;
  await output.stop();
  await running.stop();
  return {
    who,
    complaints: count,
    perSecond: round(result.perSecond),
    cpuMs: round(cpuMs / count, 3),
  };
}

async function hasLeaders(admin, names) {
  const { topics } = await admin
    .fetchTopicMetadata({ topics: names })
    .catch(() => ({ topics: [] }));
  const isLed = ({ partitions }) => partitions.every(({ leader }) => leader >= 0);
  return topics.length === names.length && topics.every(isLed);
}

/** Empty topics for each round: nobody reads what another left. */
async function freshTopics(brokers, names, { isOurs }) {
  const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  const existing = (await admin.listTopics()).filter((name) => /^(bench|clearline)\./.test(name));
  if (existing.length > 0) await admin.deleteTopics({ topics: existing, timeout: 30_000 });
  for (;;) {
    const left = (await admin.listTopics()).filter((name) => /^(bench|clearline)\./.test(name));
    if (left.length === 0) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  const groups = (await admin.listGroups()).groups.map(({ groupId }) => groupId);
  await admin.deleteGroups(groups).catch(() => undefined);
  if (isOurs) await createTopics(brokers);
  else {
    const topics = names.map((topic) => ({ topic, numPartitions: 12 }));
    await admin.createTopics({ waitForLeaders: false, topics });
  }
  // kafkajs' own waiting fails on a broker that has not told everyone yet.
  while (!(await hasLeaders(admin, names))) await new Promise((done) => setTimeout(done, 100));
  await admin.disconnect();
}

try {
  const server = await servers.startPostgres();
  const brokers = await servers.startKafka();
  const results = [];
  for (let i = 1; i <= rounds; i += 1) {
    for (const who of only ?? ['clearline', 'stock', 'floor']) {
      progress(`round ${i}: ${who}`);
      const database = await servers.freshDatabase(server, `bench_${who}_${i}`);
      results.push({ round: i, ...(await measure(who, database, brokers)) });
      progress(JSON.stringify(results.at(-1)));
    }
  }
  const rate = (who) => median(results.filter((r) => r.who === who).map((r) => r.perSecond));
  if (!only) {
    report('pipeline', {
      rounds: results,
      summary: {
        clearlinePerSecond: rate('clearline'),
        stockPerSecond: rate('stock'),
        floorPerSecond: rate('floor'),
        timesStock: round(rate('clearline') / rate('stock'), 2),
        shareOfFloor: round(rate('clearline') / rate('floor'), 3),
      },
      limits: { timesStock: { atLeast: 6 }, shareOfFloor: { atLeast: 0.22 } },
    });
  }
} finally {
  await servers.stopServers();
}
