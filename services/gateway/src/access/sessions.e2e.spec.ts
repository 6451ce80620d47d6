import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { bootServices, type RunningServices } from '#eventing';
import { csrfOf, type PlatformConfig } from '#platform';
import { createTestDatabase, testConfig } from '#testing';
import type { TestDatabase } from '#testing';
import { gatewayService, openEdge } from '../gateway.service.js';

const password = 'first-admin-password';
const json = { 'content-type': 'application/json' };

let database: TestDatabase;
let gateway: RunningServices;
let config: PlatformConfig & { databaseUrl: string };

const boot = () =>
  bootServices([gatewayService], config, {
    defaultHost: '127.0.0.1',
    stopOnSignals: false,
    access: (databases) => openEdge(config, databases.get('gateway')!),
  });

beforeAll(async () => {
  database = await createTestDatabase();
  config = {
    ...testConfig({ logLevel: 'silent', adminPassword: password }),
    databaseUrl: database.url,
  };
  gateway = await boot();
});
afterAll(async () => {
  await gateway?.close();
  await database?.drop();
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
  cookie: string | undefined;
}

async function call(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
  at = gateway.url,
): Promise<Answer> {
  const answer = await fetch(new URL(path, at), {
    method,
    headers: { ...(body && json), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
    cookie: answer.headers.get('set-cookie')?.split(';')[0],
  };
}

const signIn = (username = 'admin', secret = password, headers: Record<string, string> = {}) =>
  call('POST', '/api/v1/session', headers, { username, password: secret });
const read = (cookie: string | undefined) => call('GET', '/api/v1/session', { cookie: cookie! });
const by = (cookie: string | undefined) => ({
  ...{ cookie: cookie!, 'x-clearline-csrf': csrfOf(cookie!.split('=')[1]!) },
});

async function newUser(username: string) {
  const { cookie, body } = await signIn();
  const headers = { cookie: cookie!, 'x-clearline-csrf': String(body['csrf']) };
  const secret = `${username}-password`;
  const user = { username, password: secret, roles: ['agent'], agentId: 'a-007' };
  const made = await call('POST', '/api/v1/users', headers, user);
  expect(made.status).toBe(201);
  return { id: String(made.body['id']), username, secret, admin: headers };
}

/** A session of an account as it would be after nine hours of twelve. */
async function aged(sub: string) {
  const { body } = await call('GET', '/.well-known/jwks.json', {});
  const [{ kid }] = body['keys'] as [{ kid: string }];
  const now = Math.floor(Date.now() / 1_000);
  const token = await new SignJWT({
    username: 'as-it-was',
    roles: ['agent', 'bi'],
    auth_time: now - 9 * 3600,
    clearline_session: `${sub} 9`,
  })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer('clearline')
    .setSubject(sub)
    .setIssuedAt(now - 9 * 3600)
    .setExpirationTime(now + 3 * 3600)
    .sign(config.tokenKey);
  return `clearline_session=${token}`;
}

describe('where somebody is signed in', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
  const sessions = '/api/v1/sessions';
  interface Listed {
    id: string;
    beganAt: string;
    usedAt: string;
    agent: string | null;
    isThis: boolean;
  }
  const list = async (headers: Record<string, string>, path = sessions) =>
    (await call('GET', path, headers)).body['items'] as Listed[];

  it('is told to them alone and to administrators, with the browser and when it was used', async () => {
    const { id, username, secret, admin } = await newUser('seen');
    const { cookie } = await signIn(username, secret, { 'user-agent': firefox });
    await signIn(username, secret, { 'user-agent': 'curl/8.5.0' });
    const own = await list(by(cookie));
    expect(own.map(({ agent, isThis }) => [agent, isThis])).toEqual([
      ['Firefox · Linux', true],
      ['curl/8.5.0', false],
    ]);
    for (const { beganAt, usedAt } of own) {
      expect(Date.now() - Date.parse(beganAt)).toBeLessThan(60_000);
      expect(Date.parse(usedAt)).toBeGreaterThanOrEqual(Date.parse(beganAt));
    }
    const told = await list(admin, `/api/v1/users/${id}/sessions`);
    expect(told.map((one) => [one.id, one.isThis])).toEqual(own.map((one) => [one.id, false]));
    const ofAll = await call('GET', `/api/v1/users/${id}/sessions`, by(cookie));
    expect(ofAll.status).toBe(403);
    const nobody = '/api/v1/users/00000000-0000-7000-8000-000000000000/sessions';
    expect((await call('GET', nobody, admin)).status).toBe(404);
    expect((await call('DELETE', nobody, admin)).status).toBe(404);
  });

  it('is one session, however often it is prolonged, and all of its cookies end with it', async () => {
    const { id, username, secret } = await newUser('prolonged');
    const { cookie: other } = await signIn(username, secret);
    const early = await aged(id);
    const { cookie: later } = await read(early);
    expect(await list(by(later))).toHaveLength(2);
    expect((await call('DELETE', sessions, by(other))).status).toBe(204);
    for (const one of [early, later]) expect((await read(one)).status).toBe(401);
    expect((await list(by(other))).map(({ isThis }) => isThis)).toEqual([true]);
  });

  it('is told, and ended, of a session as well that began before any were kept', async () => {
    const { id, username, secret } = await newUser('earlier');
    const early = await aged(id);
    expect(await list(by(early))).toMatchObject([{ id: `${id} 9`, agent: null, isThis: true }]);
    const { cookie } = await signIn(username, secret);
    expect((await call('DELETE', sessions, by(cookie))).status).toBe(204);
    expect((await read(early)).status).toBe(401);
    expect((await list(by(cookie))).map(({ isThis }) => isThis)).toEqual([true]);
  });

  it('is ended where it was used since, though nobody has looked', async () => {
    const { id, username, secret } = await newUser('unlisted');
    const early = await aged(id);
    expect((await call('GET', '/api/v1/first-run', { cookie: early })).status).not.toBe(401);
    const { cookie } = await signIn(username, secret);
    expect((await call('DELETE', sessions, by(cookie))).status).toBe(204);
    expect((await read(early)).status).toBe(401);
  });

  it('is kept by a process that stops', async () => {
    const { id, admin } = await newUser('moved');
    const other = await boot();
    const cookie = await aged(id);
    const used = await call('GET', '/api/v1/first-run', { cookie }, undefined, other.url);
    expect(used.status).not.toBe(401);
    await other.close();
    expect(await list(admin, `/api/v1/users/${id}/sessions`)).toMatchObject([{ id: `${id} 9` }]);
  });

  it('is found by an account whose id is written in capitals', async () => {
    const { id, username, secret, admin } = await newUser('loud');
    const { cookie } = await signIn(username, secret);
    const path = `/api/v1/users/${id.toUpperCase()}/sessions`;
    const [one] = await list(admin, path);
    expect(one).toMatchObject({ isThis: false });
    expect((await call('DELETE', `${path}/${one!.id}`, admin)).status).toBe(204);
    expect((await read(cookie)).status).toBe(401);
    const { cookie: next } = await signIn(username, secret);
    expect((await call('DELETE', path, admin)).status).toBe(204);
    expect((await read(next)).status).toBe(401);
  });

  it('is none that was given back or ended with its account', async () => {
    const { id, username, secret, admin } = await newUser('tidied');
    const path = `/api/v1/users/${id}/sessions`;
    const { cookie } = await signIn(username, secret);
    await signIn(username, secret);
    expect((await call('DELETE', '/api/v1/session', by(cookie))).status).toBe(204);
    expect(await list(admin, path)).toHaveLength(1);
    await call('POST', `/api/v1/users/${id}/disable`, admin);
    expect(await list(admin, path)).toEqual([]);
    await call('POST', `/api/v1/users/${id}/restore`, admin);
    expect(await list(admin, path)).toEqual([]);
  });

  it('is ended by an administrator, who is noted where something ended and stays signed in', async () => {
    const { id, username, secret, admin } = await newUser('escorted');
    const { cookie } = await signIn(username, secret);
    const path = `/api/v1/users/${id}/sessions`;
    expect((await call('DELETE', path, by(cookie))).status).toBe(403);
    for (let time = 0; time < 2; time += 1) {
      expect((await call('DELETE', path, admin)).status).toBe(204);
    }
    expect(await read(cookie)).toMatchObject({
      ...{ status: 401, body: { detail: 'The token was revoked' } },
    });
    const { body } = await call('GET', '/api/v1/audit', admin);
    const actions = body['actions'] as { selection: { user?: string } }[];
    expect(actions.filter(({ selection }) => selection.user === username)).toMatchObject([
      { actor: 'admin', action: 'users.end-sessions', service: 'gateway', affected: 1 },
    ]);
    const [self] = await list(admin);
    expect(self).toMatchObject({ isThis: true });
    const users = (await call('GET', '/api/v1/users', admin)).body['items'] as {
      id: string;
      username: string;
    }[];
    const ownId = users.find((one) => one.username === 'admin')!.id;
    expect((await call('DELETE', `/api/v1/users/${ownId}/sessions`, admin)).status).toBe(204);
    expect((await list(admin)).map(({ isThis }) => isThis)).toEqual([true]);
  });
});
