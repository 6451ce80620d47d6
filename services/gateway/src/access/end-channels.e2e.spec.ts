import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { bootServices, type RunningServices } from '#eventing';
import { createTestDatabase, testConfig, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { gatewayService, openEdge } from '../gateway.service.js';

const password = 'first-admin-password';
const json = { 'content-type': 'application/json' };

let database: TestDatabase;
let gateway: RunningServices;
/** Where escalation listens. */
let peer: Server;
let status = 204;
/** What it waits for before it answers. */
let held: Promise<void> | undefined;
const told: { line: string; roles: unknown }[] = [];
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  peer = createServer(({ method, url, headers }, response) => {
    const token = String(headers.authorization).replace(/^Bearer /, '');
    told.push({ line: `${method} ${url}`, roles: decodeJwt(token)['roles'] });
    const answer = () => response.writeHead(status).end();
    void (held ?? Promise.resolve()).then(answer);
  });
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  const escalation = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
  const plain = testConfig({ logLevel: 'silent', adminPassword: password });
  const config = {
    ...plain,
    databaseUrl: database.url,
    serviceUrls: { ...plain.serviceUrls, escalation },
  };
  gateway = await bootServices([gatewayService], config, {
    defaultHost: '127.0.0.1',
    stopOnSignals: false,
    access: (databases) => openEdge(config, databases.get('gateway')!),
  });
  const signedIn = await post('/api/v1/login', { username: 'admin', password });
  admin = String(signedIn['token']);
});
afterAll(async () => {
  await gateway?.close();
  peer?.closeAllConnections();
  await new Promise((resolve) => peer.close(resolve));
  await database?.drop();
});

async function post(path: string, body: object = {}): Promise<Record<string, unknown>> {
  const answer = await fetch(new URL(path, gateway.url), {
    method: 'POST',
    headers: { ...json, ...(admin && { authorization: `Bearer ${admin}` }) },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  const text = await answer.text();
  return (text ? JSON.parse(text) : {}) as Record<string, unknown>;
}

async function newUser(username: string): Promise<string> {
  const { id } = await post('/api/v1/users', { username, roles: ['agent'] });
  return String(id);
}
const left = async () => {
  const { database: own } = gateway.runtimes.get('gateway')!;
  return own.query(`select account from channel_ends`);
};
const timesOf = (id: string) =>
  told.filter(({ line }) => line === `DELETE /api/v1/channels/of/${id}`).length;

it('ends the channel of who is disabled, and says so no more', async () => {
  const id = await newUser('leaving');
  await post(`/api/v1/users/${id}/disable`);
  await waitFor(async () => (await left()).length === 0, { describe: 'what is to be ended' });
  expect(timesOf(id)).toBe(1);
  expect(told.at(-1)).toMatchObject({ roles: ['admin'] });
});

it('tries again until escalation knows how, but not of who was restored meanwhile', async () => {
  status = 404;
  const [gone, back] = [await newUser('gone'), await newUser('back')];
  await post(`/api/v1/users/${gone}/disable`);
  await post(`/api/v1/users/${back}/disable`);
  await waitFor(() => timesOf(gone) > 0);
  await post(`/api/v1/users/${back}/restore`);
  expect(await left()).toEqual([{ account: gone }]);
  const before = [timesOf(gone), timesOf(back)];
  status = 204;
  await waitFor(async () => (await left()).length === 0, { describe: 'the next try' });
  expect([timesOf(gone), timesOf(back)]).toEqual([before[0]! + 1, before[1]]);
}, 60_000);

it('restores nobody while their channel is being ended', async () => {
  const id = await newUser('hasty');
  let answer = (): void => undefined;
  held = new Promise((resolve) => {
    answer = resolve;
  });
  await post(`/api/v1/users/${id}/disable`);
  await waitFor(() => timesOf(id) > 0, { describe: 'what escalation is told' });
  let isBack = false;
  const restored = post(`/api/v1/users/${id}/restore`).then(() => {
    isBack = true;
  });
  const { database: own } = gateway.runtimes.get('gateway')!;
  const waiting = `select 1 from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock'`;
  await waitFor(async () => (await own.query(waiting)).length > 0, { describe: 'the lock' });
  expect(isBack).toBe(false);
  answer();
  await restored;
  expect([await left(), timesOf(id)]).toEqual([[], 1]);
}, 60_000);
