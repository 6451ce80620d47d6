// Apache Kafka without Docker: the broker from its official jars, fetched once through Maven.
// node infra/kafka/launch.mjs [--port 9092] [--data DIR] [--topics]   prints the brokers, runs until ^C
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { createTopics } from './topics.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const version = '4.3.0';
const execute = promisify(execFile);

/** Soon ready and small, for tests: such a broker stands still for up to 60 ms while it collects. */
const smallCollector = ['-XX:+UseSerialGC'];

/** Heap and collector as Kafka's own start scripts set them (`bin/kafka-*.sh`): pauses of some 20 ms. */
export const brokerCollector = [
  '-Xms1g',
  '-XX:+UseG1GC',
  '-XX:MaxGCPauseMillis=20',
  '-XX:InitiatingHeapOccupancyPercent=35',
  '-XX:+ExplicitGCInvokesConcurrent',
];

/**
 * Starts one broker that is its own controller and waits until it answers. Needs Java 17, and Maven
 * the first time. `port` 0 takes a free one. `stop()` resolves when the process is gone.
 */
export async function startKafka({ dataDir, port = 0, heap = '512m', collector = smallCollector }) {
  const jars = await fetchJars();
  mkdirSync(dataDir, { recursive: true });
  const brokerPort = port || (await freePort());
  const controllerPort = await freePort();
  const properties = join(dataDir, 'server.properties');
  writeFileSync(properties, serverProperties(dataDir, brokerPort, controllerPort));
  const classpath = join(jars, '*') + delimiter + here;
  if (!existsSync(join(dataDir, 'log', 'meta.properties'))) {
    const bytes = randomBytes(16);
    bytes[0] &= 0x7f; // an id that begins with "-" reads as an option
    const id = bytes.toString('base64url');
    const format = ['kafka.tools.StorageTool', 'format', '-t', id, '-c', properties];
    await execute('java', ['-XX:TieredStopAtLevel=1', '-cp', classpath, ...format]);
  }
  const logFile = join(dataDir, 'broker.log');
  const log = openSync(logFile, 'a');
  const flags = [`-Xmx${heap}`, ...collector, '-XX:TieredStopAtLevel=1', '-cp', classpath];
  const broker = spawn('java', [...flags, 'kafka.Kafka', properties], {
    stdio: ['ignore', log, log],
  });
  const gone = new Promise((done) => broker.once('exit', done));
  const killAtExit = () => broker.kill('SIGKILL');
  process.once('exit', killAtExit);
  const brokers = [`127.0.0.1:${brokerPort}`];
  try {
    await answering(brokers, broker, logFile);
  } catch (error) {
    broker.kill('SIGKILL');
    throw error;
  }
  return {
    brokers,
    pid: broker.pid,
    gone,
    async stop() {
      process.off('exit', killAtExit);
      broker.kill('SIGTERM');
      const overdue = setTimeout(() => broker.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(overdue);
    },
  };
}

async function answering(brokers, broker, logFile) {
  const admin = new Kafka({
    brokers,
    clientId: 'clearline-launcher',
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  }).admin();
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && broker.exitCode === null) {
    try {
      await admin.connect();
      const { brokers: known, controller } = await admin.describeCluster();
      if (known.length > 0 && controller !== null) return;
    } catch {
      await new Promise((done) => setTimeout(done, 200));
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
  const tail = readFileSync(logFile, 'utf8').slice(-2_000);
  throw new Error(`Kafka did not start; the end of ${logFile}:\n${tail}`);
}

/** The folder of jars, filled once; a broken download leaves nothing that looks complete. */
async function fetchJars() {
  const jars = join(root, '.cache', 'kafka', version);
  if (existsSync(jars)) return jars;
  const half = `${jars}.${process.pid}`;
  mkdirSync(dirname(jars), { recursive: true });
  const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${half}`];
  const maven = ['-q', '-B', '-f', join(here, 'pom.xml'), ...copy, '-DincludeScope=runtime'];
  await execute('mvn', maven, { shell: process.platform === 'win32' });
  if (!existsSync(jars)) renameSync(half, jars);
  return jars;
}

/** One node has no replicas to wait for; topics are made by name, never by a typo. */
function serverProperties(dataDir, port, controllerPort) {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': join(dataDir, 'log').replaceAll('\\', '/'),
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 6,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9092' },
      data: { type: 'string', default: join(root, '.clearline', 'kafka') },
      topics: { type: 'boolean', default: false },
    },
  });
  const kafka = await startKafka({ dataDir: resolve(values.data), port: Number(values.port) });
  if (values.topics) await createTopics(kafka.brokers);
  console.log(kafka.brokers.join(','));
  const stop = () => void kafka.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await kafka.gone;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
