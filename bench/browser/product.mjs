// The product that the browser opens, with an organisation and somebody of each role, on one engine or the other.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokerCollector } from '../../infra/kafka/launch.mjs';
import { createTopics } from '../../infra/kafka/topics.mjs';
import { startProcess } from '../harness/processes.mjs';
import * as servers from '../harness/servers.mjs';
import { startStandalone } from '../harness/standalone.mjs';

const password = randomBytes(12).toString('base64url');
const accounts = [
  { username: 'agent', roles: ['agent'], agentId: 'a-001' },
  { username: 'colleague', roles: ['agent'], agentId: 'a-002' },
  { username: 'supervisor', roles: ['supervisor'], agentId: 's-001' },
];
const named = (code, name) => ({ code, name: { zh: name, en: name } });
const organisation = {
  units: [named('hq', 'Head office'), { ...named('north', 'North'), parent: 'hq' }],
  categories: [named('billing', 'Billing'), named('repair', 'Repair')],
  products: [named('meter', 'Gas meter')],
  agents: [
    { agentId: 'a-001', unit: 'north', roles: ['agent'] },
    { agentId: 'a-002', unit: 'north', roles: ['agent'] },
    { agentId: 's-001', unit: 'hq', roles: ['supervisor'] },
  ],
};

/**
 * @returns its URL, the accounts' password, and `call`: JSON in and out as one of them or as `admin`; `settle` has the
 * database end what filling it left behind
 */
export async function startProduct(engine) {
  const { url, token, settle, stop } = await (engine === 'kafka'
    ? startOnKafka()
    : startEmbedded());
  const tokens = { admin: token };
  const call = async (as, method, path, body) => {
    const headers = {
      authorization: `Bearer ${tokens[as]}`,
      ...(body && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  };
  try {
    await call('admin', 'POST', '/api/v1/organisation', organisation);
    for (const account of accounts) {
      await call('admin', 'POST', '/api/v1/users', { ...account, password });
      tokens[account.username] = await signIn(url, account.username, password);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, password, tokens, call, settle, stop };
}

async function signIn(url, username, secret) {
  const answer = await fetch(`${url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: secret }),
  });
  return (await answer.json()).token;
}

async function startEmbedded() {
  return { ...(await startStandalone()), settle: () => Promise.resolve() };
}

/** All services in one process, as `clearline serve` runs them, over a PostgreSQL and a broker of their own. */
async function startOnKafka() {
  const dataDir = mkdtempSync(join(tmpdir(), 'clearline-bench-served-'));
  let running;
  const stop = async () => {
    await running?.stop();
    await servers.stopServers();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const database = await servers.startPostgres();
    // Alerts are waited for one by one: a broker that stands still is seen, as it is not by a throughput.
    const brokers = await servers.startKafka({ collector: brokerCollector });
    await createTopics(brokers);
    const port = await servers.freePort();
    const url = `http://127.0.0.1:${port}`;
    running = await startProcess('dist/services/cli/src/main.js', {
      args: ['serve'],
      flags: ['--max-semi-space-size=64'],
      env: {
        ...servers.makeSecrets(),
        ...{ DATABASE_URL: database, KAFKA_BROKERS: brokers.join(',') },
        ...{ HOST: '127.0.0.1', PORT: String(port), CLEARLINE_DATA: dataDir },
        CLEARLINE_ADMIN_PASSWORD: password,
      },
      ready: async () => (await fetch(`${url}/health/ready`)).ok,
    });
    return {
      ...{ url, stop, token: await signIn(url, 'admin', password) },
      // A server that has run for a while writes its log into files of before; a new one stands still while it makes
      // each, for up to 75 ms.
      settle: () => servers.query(database, 'checkpoint'),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
