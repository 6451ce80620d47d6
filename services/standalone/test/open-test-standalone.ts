import type { PlatformConfig } from '#platform';
import { testConfig, waitFor } from '#testing';
import { demoAccounts, demoOrganisation, demoPassword } from '../src/demo-data.js';
import { startStandalone, type Standalone } from '../src/start-standalone.js';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}
export interface TestStandalone {
  services: Standalone;
  /** JSON in, JSON out, signed in as one of the demo's accounts; as nobody for another name. `more` are headers. */
  call(
    username: string,
    method: string,
    path: string,
    body?: unknown,
    more?: Record<string, string>,
  ): Promise<Answer>;
  /** Bytes and headers exactly as given. */
  send(username: string, path: string, body: string | Buffer, headers: object): Promise<Answer>;
  close(): Promise<void>;
}

/** The whole product in this process over a database of its own, with the demo's accounts and organisation. */
export async function openTestStandalone(
  database: { url: string; drop(): Promise<void> },
  changes: Partial<PlatformConfig> = {},
): Promise<TestStandalone> {
  const services = await startStandalone({
    config: testConfig(changes),
    demo: true,
    databaseUrl: database.url,
    stopOnSignals: false,
  });
  const tokens = new Map<string, string>();
  const send: TestStandalone['send'] = async (username, path, body, headers) => {
    const authorization = tokens.has(username) && {
      authorization: `Bearer ${tokens.get(username)}`,
    };
    const url = new URL(path, services.url);
    const init = { method: 'POST', headers: { ...authorization, ...headers }, body };
    return answerOf(await fetch(url, init));
  };
  const call: TestStandalone['call'] = async (username, method, path, body, more) => {
    const headers = {
      ...more,
      ...(tokens.has(username) && { authorization: `Bearer ${tokens.get(username)}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return answerOf(await fetch(new URL(path, services.url), init));
  };
  const close = async () => {
    await services.close();
    await database.drop();
  };
  const agents = [
    { agentId: 'a-001', unit: 'north', roles: ['agent'] },
    { agentId: 's-001', unit: 'hq', roles: ['supervisor'] },
  ];
  try {
    for (const { username } of demoAccounts) {
      const account = { username, password: demoPassword };
      const signedIn = await call('', 'POST', '/api/v1/login', account);
      tokens.set(username, String(signedIn.body['token']));
    }
    await addAgents({ services, call }, agents, demoOrganisation);
  } catch (error) {
    // What goes on in this process would disturb the files that come after it.
    await close();
    throw error;
  }
  return { services, call, send, close };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body = (isJson ? JSON.parse(text) : { text }) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

interface Agent {
  agentId: string;
  unit: string;
  roles: string[];
}

/**
 * Adds agents, with more of the organisation where given, and waits until all of them are known with
 * their units: till then they see only what is nobody's or their own. A case does not wait for them, as
 * the organisation comes by other topics.
 */
export async function addAgents(
  { services, call }: Pick<TestStandalone, 'services' | 'call'>,
  agents: readonly Agent[],
  more: object = {},
): Promise<void> {
  const { status } = await call('admin', 'POST', '/api/v1/organisation', { ...more, agents });
  if (status >= 300) throw new Error(`the organisation was refused: ${status}`);
  const { database } = services.runtimes.get('escalation')!;
  const known = `select 1 from agents a join directory d on d.kind = 'unit' and d.code = a.unit
                  where a.id = $1 and a.unit = $2`;
  for (const { agentId, unit } of agents) {
    await waitFor(async () => (await database.query(known, [agentId, unit])).length > 0, {
      timeoutMs: 30_000,
      describe: `${agentId} of ${unit}`,
    });
  }
}
