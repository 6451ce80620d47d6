import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootServices, type RunningServices } from '#eventing';
import { TokenIssuer } from '#platform';
import type { PlatformConfig, Principal } from '#platform';
import { createTestDatabase, testConfig, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { gatewayService, openEdge } from '../gateway.service.js';

const password = 'first-admin-password';
const json = { 'content-type': 'application/json' };
/** A second until a replica hears of it, and what a machine that is busy takes beside. */
const soonMs = 5_000;

let database: TestDatabase;
/** Where escalation listens. */
let peer: Server;
const streams: ServerResponse[] = [];
let config: PlatformConfig & { databaseUrl: string };
let here: RunningServices;
let replica: RunningServices;
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  peer = createServer((request, response) => {
    if (!request.url?.startsWith('/api/v1/streams/')) {
      response.writeHead(204).end();
      return;
    }
    streams.push(response);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
  });
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  const escalation = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
  config = {
    ...testConfig({ logLevel: 'silent', adminPassword: password }),
    databaseUrl: database.url,
  };
  const boot = () =>
    bootServices(
      [gatewayService],
      { ...config, serviceUrls: { ...config.serviceUrls, escalation } },
      {
        defaultHost: '127.0.0.1',
        stopOnSignals: false,
        access: (databases) => openEdge(config, databases.get('gateway')!),
      },
    );
  here = await boot();
  replica = await boot();
  admin = await signIn('admin', password);
});
afterAll(async () => {
  await here?.close();
  await replica?.close();
  peer?.closeAllConnections();
  await new Promise((resolve) => peer.close(resolve));
  await database?.drop();
});

async function call(method: string, path: string, token: string, body?: object) {
  const answer = await fetch(new URL(path, here.url), {
    method,
    headers: { ...(body && json), ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const found = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: answer.status, body: found };
}

async function signIn(username: string, secret: string): Promise<string> {
  const { body } = await call('POST', '/api/v1/login', '', { username, password: secret });
  return String(body['token']);
}

async function newUser(username: string) {
  const secret = `${username}-password`;
  const user = { username, password: secret, roles: ['agent'], agentId: 'a-007' };
  const { body } = await call('POST', '/api/v1/users', admin, user);
  return { path: `/api/v1/users/${String(body['id'])}`, username, secret };
}

const ask = (at: RunningServices, credential: string) =>
  fetch(new URL('/api/v1/streams/alerts', at.url), {
    headers: { authorization: `Bearer ${credential}` },
  });

/** A stream that is passed on, once it stands; `text` comes when it has ended in order. */
async function openStream(at: RunningServices, credential: string) {
  const response = await ask(at, credential);
  expect(response.status).toBe(200);
  const atService = streams.at(-1)!;
  let isOpen = true;
  const text = response.text().finally(() => (isOpen = false));
  text.catch(() => undefined);
  return { atService, text, isOpen: () => isOpen };
}

async function expectEnded(opened: readonly Awaited<ReturnType<typeof openStream>>[]) {
  await waitFor(() => opened.every(({ isOpen }) => !isOpen()), {
    ...{ timeoutMs: soonMs, describe: 'the end of the streams' },
  });
  for (const { text, atService } of opened) {
    expect(await text).toBe(': open\n\n');
    await waitFor(() => atService.destroyed, { describe: 'the end at the service' });
  }
}

describe('a stream that is open', () => {
  it('ends in every replica once its account is disabled, and is not opened again', async () => {
    const { path, username, secret } = await newUser('gone');
    const token = await signIn(username, secret);
    const other = await openStream(replica, admin);
    const opened = [await openStream(here, token), await openStream(replica, token)];
    expect((await call('POST', `${path}/disable`, admin)).status).toBe(204);
    await expectEnded(opened);
    for (const at of [here, replica]) expect((await ask(at, token)).status).toBe(401);
    expect(other.isOpen()).toBe(true);
  });

  it('ends once its account has another role or agent, and goes on with those of now', async () => {
    const { path, username, secret } = await newUser('moved');
    const token = await signIn(username, secret);
    for (const change of [{ roles: ['agent', 'supervisor'] }, { agentId: 'a-008' }]) {
      const opened = [await openStream(here, token), await openStream(replica, token)];
      expect((await call('PATCH', path, admin, change)).status).toBe(200);
      await expectEnded(opened);
    }
    const again = await openStream(replica, token);
    // Two looks later.
    const until = performance.now() + 2_000;
    await waitFor(() => performance.now() > until, { timeoutMs: 5_000 });
    expect(again.isOpen()).toBe(true);
  });

  it('ends with the token that it was opened by, given back or expired', async () => {
    const { username, secret } = await newUser('leaving');
    const [first, second] = [await signIn(username, secret), await signIn('admin', password)];
    const opened = [await openStream(here, first), await openStream(replica, first)];
    const other = await openStream(replica, second);
    expect((await call('POST', '/api/v1/logout', first)).status).toBe(204);
    await expectEnded(opened);
    expect(other.isOpen()).toBe(true);

    const ann: Principal = { sub: 'u1', username: 'ann', roles: ['agent'], kind: 'user' };
    const brief = await new TokenIssuer(config).issue(ann, 2);
    await expectEnded([await openStream(here, brief), await openStream(replica, brief)]);
    expect((await ask(here, brief)).status).toBe(401);
  });

  it('ends in every replica with its session, and with no other of the account', async () => {
    const { path, username, secret } = await newUser('twice');
    const [first, second] = [await signIn(username, secret), await signIn(username, secret)];
    const opened = [await openStream(here, first), await openStream(replica, first)];
    const beside = await openStream(replica, second);
    const { body } = await call('GET', '/api/v1/sessions', first);
    const [own] = (body['items'] as { id: string; isThis: boolean }[]).filter((one) => one.isThis);
    expect((await call('DELETE', `${path}/sessions/${own!.id}`, admin)).status).toBe(204);
    await expectEnded(opened);
    expect((await ask(replica, first)).status).toBe(401);
    expect(beside.isOpen()).toBe(true);
    expect((await call('DELETE', `${path}/sessions`, admin)).status).toBe(204);
    await expectEnded([beside]);
  });

  it('ends with the API key that it was opened by', async () => {
    const made = await call('POST', '/api/v1/api-keys', admin, { name: 'feed', roles: ['agent'] });
    const key = String(made.body['key']);
    await waitFor(async () => {
      const answer = await ask(replica, key);
      await answer.body?.cancel();
      return answer.status === 200;
    });
    const opened = [await openStream(here, key), await openStream(replica, key)];
    const path = `/api/v1/api-keys/${String(made.body['id'])}`;
    expect((await call('DELETE', path, admin)).status).toBe(204);
    await expectEnded(opened);
    expect((await ask(here, key)).status).toBe(401);
  });
});
