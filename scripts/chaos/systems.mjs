// The product as it is run, on each engine: what can be killed, where it listens, how it is verified.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../prepare.mjs';
import { freePort, KafkaProcess, makeSecrets, OwnProcess, PostgresProcess } from './processes.mjs';

const platform = () => import('../../dist/libs/platform/src/index.js');
const services = ['intake', 'escalation', 'signals', 'reporting', 'gateway'];

/** Everything in one process and its PostgreSQL, which that process starts again by itself. */
export async function embeddedSystem(folder) {
  const port = await freePort();
  const dataDir = join(folder, 'data');
  const env = { ...makeSecrets(), ...quiet, CLEARLINE_DATA: dataDir, PORT: String(port) };
  const entry = join(root, 'dist/services/standalone/src/main.js');
  const standalone = new OwnProcess('standalone', [entry, '--empty'], env, join(folder, 'logs'));
  return {
    env,
    urlOf: () => `http://localhost:${port}`,
    ready: [`http://localhost:${port}`],
    processes: [standalone, new PostgresProcess(dataDir)],
    /** The standalone process brings its database back. */
    restarts: (name) => name !== 'postgres',
    start: () => standalone.start(),
    stop: () => standalone.stop(),
  };
}

/** Every service a process of its own, behind the gateway, with a broker, a database and Redis where there is one. */
export async function kafkaSystem(folder, { isDirect = false } = {}) {
  const { createLogger, startEmbeddedPostgres } = await platform();
  const { startKafka } = await import('../../infra/kafka/launch.mjs');
  const { createTopics } = await import('../../infra/kafka/topics.mjs');
  const log = createLogger('chaos', { level: 'silent' });
  const databaseDir = join(folder, 'database');
  const postgres = new PostgresProcess(databaseDir, () =>
    startEmbeddedPostgres({ dataDir: databaseDir, log }),
  );
  const kafkaPort = await freePort();
  const kafka = new KafkaProcess(startKafka, { dataDir: join(folder, 'kafka'), port: kafkaPort });
  const ports = Object.fromEntries(
    await Promise.all(services.map(async (name) => [name, await freePort()])),
  );
  const at = (name) => `http://localhost:${ports[name]}`;
  await postgres.start();
  const logs = join(folder, 'logs');
  const redisPort = await freePort();
  const redis = hasRedis()
    ? [new OwnProcess('redis', redisFlags(redisPort, folder), {}, logs, 'redis-server')]
    : [];
  const env = {
    ...makeSecrets(),
    ...quiet,
    DATABASE_URL: postgres.server.url,
    ...(redis.length > 0 && { REDIS_URL: `redis://127.0.0.1:${redisPort}` }),
    KAFKA_BROKERS: `127.0.0.1:${kafkaPort}`,
    CLEARLINE_DATA: join(folder, 'data'),
    HOST: '127.0.0.1',
    ...Object.fromEntries(services.map((name) => [`${name.toUpperCase()}_URL`, at(name)])),
  };
  const entry = join(root, 'dist/services/cli/src/main.js');
  const own = services.map((name) => {
    const ownEnv = { ...env, PORT: String(ports[name]) };
    return new OwnProcess(name, [entry, 'serve', name], ownEnv, logs);
  });
  const direct = (path) => at(path.startsWith('/api/v1/cases') ? 'escalation' : 'intake');
  return {
    env,
    urlOf: isDirect ? direct : () => at('gateway'),
    ready: services.map(at),
    processes: [...own, ...redis, kafka, postgres],
    restarts: () => true,
    async start() {
      await kafka.start();
      await createTopics([`127.0.0.1:${kafkaPort}`]);
      for (const one of [...redis, ...own]) await one.start();
    },
    async stop() {
      await Promise.all([...own, ...redis].map((one) => one.stop()));
      await kafka.stop();
      await postgres.stop();
    },
  };
}

const hasRedis = () => spawnSync('redis-server', ['--version']).status === 0;

/** Nothing is kept: the timers' index is made anew from the database. */
const redisFlags = (port, folder) => [
  ...['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
];

const quiet = { LOG_LEVEL: 'warn', NODE_ENV: 'production' };

/** An administrator's and agent's token, signed with the run's own key. */
export async function signToken(env) {
  const { parsePlatformConfig, TokenIssuer } = await platform();
  const { tokenKey } = parsePlatformConfig(env);
  const roles = ['agent', 'supervisor', 'manager', 'admin'];
  return new TokenIssuer({ tokenKey }).issue(
    { sub: 'chaos', username: 'chaos', roles, kind: 'user' },
    86_400,
  );
}

/**
 * Waits until every process says that it can work. It counts looks, not time: a machine that was
 * suspended meanwhile has given the processes nothing to work with.
 */
export async function untilReady(urls, mostLooks = 600) {
  for (const url of urls) {
    for (let looks = 1, last = ''; ; looks += 1) {
      try {
        const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) });
        last = await response.text();
        if (response.ok) break;
      } catch (error) {
        last = String(error.cause?.message ?? error.message);
      }
      if (looks === mostLooks) throw new Error(`${url} is not ready: ${last}`);
      await delay(200);
    }
  }
}

/** `clearline audit verify --json` as an operator runs it. */
export function verify(env, ledger) {
  const cli = join(root, 'dist/services/cli/src/main.js');
  const args = [cli, 'audit', 'verify', '--json', ...(ledger ? ['--ledger', ledger] : [])];
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1_024 * 1_024,
  });
  if (!result.stdout.startsWith('{')) throw new Error(`audit verify: ${result.stderr}`);
  return JSON.parse(result.stdout);
}
