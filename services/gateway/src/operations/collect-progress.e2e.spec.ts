import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { bootServices, type RunningServices } from '#eventing';
import type { PlatformConfig } from '#platform';
import { createTestDatabase, freePort, testConfig } from '#testing';
import type { TestDatabase } from '#testing';
import { gatewayService, openEdge } from '../gateway.service.js';

const password = 'first-admin-password';
const consumer = { work: 'handling', engine: 'kafka', behind: 3, oldestSeconds: null, logs: [] };
const timers = {
  ...{ service: 'escalation', engine: 'redis', armed: 2, nextDueAt: null },
  ...{ overdue: 2, overdueSeconds: 61.5, fired: 7, late: 1 },
};
/** What a process with escalation and signals tells. */
const progress = {
  consumers: ['escalation', 'signals'].map((service) => ({ service, ...consumer })),
  timers: [timers],
  silent: ['reporting'],
};

let database: TestDatabase;
let gateway: RunningServices;
/** Stands where intake and escalation listen. */
let peer: Server;
const askedBy: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  peer = createServer(({ url, headers }, response) => {
    if (url === '/health/progress') askedBy.push(headers.authorization ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify(progress));
  });
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  const here = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
  const away = `http://127.0.0.1:${await freePort()}`;
  const config: PlatformConfig & { databaseUrl: string } = {
    ...testConfig({ logLevel: 'silent', adminPassword: password }),
    databaseUrl: database.url,
    serviceUrls: { intake: here, escalation: here, signals: away, reporting: away },
  };
  gateway = await bootServices([gatewayService], config, {
    ...{ defaultHost: '127.0.0.1', stopOnSignals: false },
    access: (databases) => openEdge(config, databases.get('gateway')!),
  });
});

afterAll(async () => {
  await gateway?.close();
  peer.closeAllConnections();
  await new Promise((resolve) => peer.close(resolve));
  await database?.drop();
});

const at = (path: string) => new URL(path, gateway.url);
const json = { 'content-type': 'application/json' };
const read = (token: string) =>
  fetch(at('/health/progress'), { headers: { authorization: `Bearer ${token}` } });

async function signIn(username: string, secret: string): Promise<string> {
  const body = JSON.stringify({ username, password: secret });
  const answer = await fetch(at('/api/v1/login'), { method: 'POST', headers: json, body });
  return ((await answer.json()) as { token: string }).token;
}

it('tells how far each service in another process is, and names those that are away', async () => {
  const admin = await signIn('admin', password);
  const answer = await read(admin);
  expect(answer.status).toBe(200);
  // What the process of escalation says of signals is left to signals, which is away; intake consumes nothing.
  expect(await answer.json()).toEqual({
    consumers: [{ service: 'escalation', ...consumer }],
    timers: [timers],
    silent: ['reporting', 'signals'],
  });
  expect(askedBy).toHaveLength(2);
  for (const authorization of askedBy) {
    const { iat = 0, exp, username } = decodeJwt(authorization.replace(/^Bearer /, ''));
    expect({ username, exp }).toEqual({ username: 'admin', exp: iat + 60 });
  }
});

it('refuses whoever may not know, also while an answer is kept', async () => {
  const admin = await signIn('admin', password);
  expect((await read(admin)).status).toBe(200);
  const body = JSON.stringify({ username: 'bea', password: 'bea-bea-bea', roles: ['bi'] });
  const headers = { ...json, authorization: `Bearer ${admin}` };
  const made = await fetch(at('/api/v1/users'), { method: 'POST', headers, body });
  expect(made.status).toBe(201);
  expect((await read(await signIn('bea', 'bea-bea-bea'))).status).toBe(403);
  expect((await fetch(at('/health/progress'))).status).toBe(401);
  expect((await fetch(at('/health/ready'))).status).toBe(200);
});
