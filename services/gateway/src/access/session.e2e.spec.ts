import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, SignJWT } from 'jose';
import { bootServices, type RunningServices } from '#eventing';
import { csrfOf, type PlatformConfig } from '#platform';
import { createTestDatabase, testConfig } from '#testing';
import type { TestDatabase } from '#testing';
import { gatewayService, openEdge } from '../gateway.service.js';

const password = 'first-admin-password';
const problem = (slug: string) => `urn:clearline:problem:${slug}`;
const json = { 'content-type': 'application/json' };

let database: TestDatabase;
let gateway: RunningServices;
let config: PlatformConfig & { databaseUrl: string };

beforeAll(async () => {
  database = await createTestDatabase();
  config = {
    ...testConfig({
      logLevel: 'silent',
      adminPassword: password,
      trustedProxies: ['127.0.0.1', '::1'],
    }),
    databaseUrl: database.url,
  };
  gateway = await bootServices([gatewayService], config, {
    defaultHost: '127.0.0.1',
    stopOnSignals: false,
    access: (databases) => openEdge(config, databases.get('gateway')!),
  });
});
afterAll(async () => {
  await gateway?.close();
  await database?.drop();
});

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  /** What the browser keeps, and with which attributes. */
  cookie: string | undefined;
  setCookie: string | null;
}

async function call(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(new URL(path, gateway.url), {
    method,
    headers: { ...(body && json), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const setCookie = answer.headers.get('set-cookie');
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
    cookie: setCookie?.split(';')[0],
    setCookie,
  };
}

const signIn = (username = 'admin', secret = password, headers: Record<string, string> = {}) =>
  call('POST', '/api/v1/session', headers, { username, password: secret });
const read = (cookie: string | undefined) => call('GET', '/api/v1/session', { cookie: cookie! });
const signOutOf = async (cookie: string | undefined) => {
  const csrf = { 'x-clearline-csrf': csrfOf(tokenIn(cookie)) };
  const ended = await call('DELETE', '/api/v1/session', { cookie: cookie!, ...csrf });
  expect(ended.status).toBe(204);
};
const tokenIn = (cookie: string | undefined) => cookie!.split('=')[1]!;

async function newUser(username: string) {
  const { cookie, body } = await signIn();
  const headers = { cookie: cookie!, 'x-clearline-csrf': String(body['csrf']) };
  const secret = `${username}-password`;
  const user = { username, password: secret, roles: ['agent'], agentId: 'a-007' };
  const made = await call('POST', '/api/v1/users', headers, user);
  expect(made.status).toBe(201);
  return { id: String(made.body['id']), username, secret, admin: headers };
}

describe('signing in by cookie', () => {
  it('puts the token where scripts of the page cannot read it, and says who is signed in', async () => {
    const signedIn = await signIn();
    expect(signedIn.status).toBe(200);
    expect(signedIn.setCookie).toMatch(
      /^clearline_session=[\w.-]+; Max-Age=43(?:199|200); Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(signedIn.headers.get('cache-control')).toBe('no-store');
    const lifeMs = Date.parse(String(signedIn.body['expiresAt'])) - Date.now();
    expect(Math.abs(lifeMs / 1_000 - 12 * 3600)).toBeLessThan(10);
    expect(signedIn.body).toEqual({
      username: 'admin',
      roles: ['admin', 'manager', 'supervisor', 'agent', 'bi'],
      agentId: null,
      expiresAt: expect.any(String),
      csrf: csrfOf(tokenIn(signedIn.cookie)),
    });
    expect(JSON.stringify(signedIn.body)).not.toContain(tokenIn(signedIn.cookie));
    const again = await read(signedIn.cookie);
    expect(again.body).toEqual(signedIn.body);
    expect(again.setCookie).toBeNull();
  });

  it('is refused like any other: the same words, the same lock after five wrong passwords', async () => {
    const { username, secret } = await newUser('hasty');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const wrong = await signIn(username, 'wrong-password');
      expect(wrong).toMatchObject({ status: 401, body: { type: problem('unauthenticated') } });
      expect(wrong.setCookie).toBeNull();
    }
    const locked = await signIn(username, secret);
    expect(locked).toMatchObject({ status: 429, body: { type: problem('rate-limited') } });
    const byToken = await call('POST', '/api/v1/login', {}, { username, password: secret });
    expect(byToken.status).toBe(429);
  });

  it('marks the cookie for TLS alone where a trusted proxy says that the browser came over it', async () => {
    const secure = await signIn('admin', password, { 'x-forwarded-proto': 'https' });
    expect(secure.setCookie).toContain('; Secure;');
    const plain = await signIn('admin', password, { 'x-forwarded-proto': 'http' });
    expect(plain.setCookie).not.toContain('Secure');
  });

  it('ends by signing out: the token is refused from then on, also as a token', async () => {
    const { cookie, body } = await signIn();
    const headers = { cookie: cookie! };
    const without = await call('DELETE', '/api/v1/session', headers);
    expect(without).toMatchObject({ status: 403, body: { type: problem('csrf') } });
    expect((await read(cookie)).status).toBe(200);

    const csrf = { 'x-clearline-csrf': String(body['csrf']) };
    const ended = await call('DELETE', '/api/v1/session', { ...headers, ...csrf });
    expect(ended.status).toBe(204);
    expect(ended.setCookie).toBe(
      'clearline_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    );
    expect(await read(cookie)).toMatchObject({
      status: 401,
      body: { detail: 'The token was revoked' },
    });
    const bearer = { authorization: `Bearer ${tokenIn(cookie)}` };
    expect((await call('GET', '/api/v1/users', bearer)).status).toBe(401);
  });
});

describe('a session that is used on', () => {
  interface Age {
    /** Since the token was made, of twelve. */
    hours: number;
    signedInHoursAgo?: number;
  }
  /** The session of an account as it would be by now. */
  async function aged(sub: string, { hours, signedInHoursAgo = hours }: Age) {
    const { body } = await call('GET', '/.well-known/jwks.json', {});
    const [{ kid }] = body['keys'] as [{ kid: string }];
    const now = Math.floor(Date.now() / 1_000);
    const token = await new SignJWT({
      username: 'as-it-was',
      roles: ['agent', 'bi'],
      auth_time: now - signedInHoursAgo * 3600,
      clearline_session: `${sub} ${hours}`,
    })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer('clearline')
      .setSubject(sub)
      .setIssuedAt(now - hours * 3600)
      .setExpirationTime(now + (12 - hours) * 3600)
      .sign(config.tokenKey);
    return `clearline_session=${token}`;
  }
  it('is prolonged late in its life, with the roles of now; the old cookie holds until its end', async () => {
    const { id, username } = await newUser('busy');
    const early = await read(await aged(id, { hours: 7 }));
    expect(early).toMatchObject({ status: 200, setCookie: null });

    const cookie = await aged(id, { hours: 9 });
    const prolonged = await read(cookie);
    expect(prolonged.setCookie).toMatch(
      /; Max-Age=43(?:199|200); Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(prolonged.body).toMatchObject({
      username,
      roles: ['agent'],
      agentId: 'a-007',
      csrf: csrfOf(tokenIn(prolonged.cookie)),
    });
    expect((await read(cookie)).status).toBe(200);
    expect(await read(prolonged.cookie)).toMatchObject({ status: 200, setCookie: null });
  });

  it('ends with the later cookie when that is given back, not with the earlier one', async () => {
    const { id } = await newUser('tidy');
    const early = await aged(id, { hours: 9 });
    const { cookie: later } = await read(early);
    await signOutOf(early);
    expect((await read(early)).status).toBe(401);
    expect((await read(later)).status).toBe(200);

    const other = await aged(id, { hours: 10 });
    const { cookie } = await read(other);
    expect((await read(other)).status).toBe(200);
    await signOutOf(cookie);
    for (const one of [other, cookie]) {
      expect(await read(one)).toMatchObject({
        status: 401,
        body: { detail: 'The token was revoked' },
      });
    }
    expect((await read(later)).status).toBe(200);
  });

  it('is not prolonged once the password was given seven days ago', async () => {
    const { id } = await newUser('endless');
    const week = 7 * 24;
    const last = await read(await aged(id, { hours: 9, signedInHoursAgo: week - 1 }));
    expect(last.cookie).toBeDefined();
    expect(decodeJwt(tokenIn(last.cookie))['auth_time']).toBeLessThan(Date.now() / 1_000 - 600_000);
    const over = await read(await aged(id, { hours: 9, signedInHoursAgo: week }));
    expect(over).toMatchObject({ status: 200, setCookie: null });
  });

  it('is not prolonged beyond another password', async () => {
    const { id, admin } = await newUser('forgetful');
    const cookie = await aged(id, { hours: 9 });
    expect((await read(cookie)).cookie).toBeDefined();
    expect((await call('POST', `/api/v1/users/${id}/reset`, admin)).status).toBe(200);
    expect(await read(cookie)).toMatchObject({ status: 200, setCookie: null });
  });

  it('ends where the account is disabled, and stays ended once it is restored', async () => {
    const { id, username, secret, admin } = await newUser('away');
    const change = (to: string) => call('POST', `/api/v1/users/${id}/${to}`, admin);
    const early = await aged(id, { hours: 9 });
    const { cookie } = await signIn(username, secret);
    const prolonged = await read(early);
    expect(prolonged.cookie).toBeDefined();
    const sessions = [early, prolonged.cookie, cookie];
    const expectEnded = async () => {
      for (const session of sessions) {
        expect(await read(session)).toMatchObject({
          ...{ status: 401, setCookie: null },
          body: { detail: 'The session ended when its account was disabled' },
        });
        const bearer = { authorization: `Bearer ${tokenIn(session)}` };
        expect((await call('GET', '/api/v1/people', bearer)).status).toBe(401);
      }
    };
    expect((await change('disable')).status).toBe(204);
    await expectEnded();
    expect((await signIn(username, secret)).status).toBe(401);

    expect((await change('restore')).status).toBe(204);
    await expectEnded();
    const again = await signIn(username, secret);
    expect(again).toMatchObject({ status: 200, body: { username, agentId: 'a-007' } });
    expect((await read(again.cookie)).status).toBe(200);
    // A later sign-in makes nothing of before go on either; nor does restoring who was not disabled end anything.
    await expectEnded();
    expect((await change('restore')).status).toBe(204);
    expect((await read(again.cookie)).status).toBe(200);

    const { body } = await call('GET', '/api/v1/audit', admin);
    expect((body['actions'] as unknown[]).slice(0, 2)).toMatchObject([
      { actor: 'admin', action: 'users.restore', selection: { user: 'away' } },
      { actor: 'admin', action: 'users.disable', selection: { user: 'away' } },
    ]);
    const nobody = '/api/v1/users/00000000-0000-7000-8000-000000000000/restore';
    expect((await call('POST', nobody, admin)).status).toBe(404);
  });
});

describe('the agent that an account stands for', () => {
  it('is put right for its sessions too, with a note of what it was; none is an agent too', async () => {
    const { id, username, secret, admin } = await newUser('mistaken');
    const { cookie } = await signIn(username, secret);
    const change = (body: object) => call('PATCH', `/api/v1/users/${id}`, admin, body);
    const right = await change({ agentId: 'a-008' });
    expect(right).toMatchObject({ status: 200, body: { roles: ['agent'], agentId: 'a-008' } });
    expect((await read(cookie)).body).toMatchObject({ roles: ['agent'], agentId: 'a-008' });
    const { body } = await call('GET', '/api/v1/audit', admin);
    expect((body['actions'] as unknown[])[0]).toMatchObject({
      ...{ actor: 'admin', action: 'users.change-agent', service: 'gateway' },
      selection: { user: 'mistaken', before: 'a-007', after: 'a-008' },
    });

    const both = await change({ agentId: null, roles: ['supervisor'] });
    expect(both.body).toMatchObject({ roles: ['supervisor'], agentId: null });
    expect((await read(cookie)).body).toMatchObject({ roles: ['supervisor'], agentId: null });
    expect((await signIn(username, secret)).body['agentId']).toBeNull();
    for (const wrong of [{}, { agentId: '' }, { agentId: 7 }]) {
      expect((await change(wrong)).status).toBe(422);
    }
  });

  it('is put right while the account is disabled, and is the one of whoever comes back', async () => {
    const { id, username, secret, admin } = await newUser('returned');
    const path = `/api/v1/users/${id}`;
    await call('POST', `${path}/disable`, admin);
    await call('PATCH', path, admin, { agentId: 'a-009' });
    expect((await signIn(username, secret)).status).toBe(401);
    await call('POST', `${path}/restore`, admin);
    expect((await signIn(username, secret)).body).toMatchObject({ username, agentId: 'a-009' });
  });
});

describe('roles that are changed after the fact', () => {
  const change = (admin: Record<string, string>, id: string, roles: string[]) =>
    call('PATCH', `/api/v1/users/${id}`, admin, { roles });
  const users = (cookie: string | undefined) =>
    call('GET', '/api/v1/users', { cookie: String(cookie) });

  it('are those of every session at once, given and taken', async () => {
    const { id, username, secret, admin } = await newUser('promoted');
    const { cookie } = await signIn(username, secret);
    expect((await users(cookie)).status).toBe(403);

    const given = await change(admin, id, ['agent', 'admin']);
    expect(given).toMatchObject({ status: 200, body: { id, roles: ['agent', 'admin'] } });
    expect((await users(cookie)).status).toBe(200);
    expect((await read(cookie)).body['roles']).toEqual(['agent', 'admin']);

    expect((await change(admin, id, ['bi'])).status).toBe(200);
    expect((await users(cookie)).status).toBe(403);
    const bearer = { authorization: `Bearer ${tokenIn(cookie)}` };
    expect((await call('GET', '/api/v1/users', bearer)).status).toBe(403);
    expect((await signIn(username, secret)).body['roles']).toEqual(['bi']);
  });

  it('are noted with who changed them from what to what', async () => {
    const { id, admin } = await newUser('noted');
    await change(admin, id, ['supervisor']);
    const { body } = await call('GET', '/api/v1/audit', admin);
    expect((body['actions'] as unknown[])[0]).toMatchObject({
      ...{ actor: 'admin', action: 'users.change-roles', service: 'gateway', affected: 1 },
      selection: { user: 'noted', before: ['agent'], after: ['supervisor'] },
    });
  });

  it('leave somebody who administers, and are of accounts that are there', async () => {
    const { admin } = await newUser('other');
    const { body } = await call('GET', '/api/v1/users', admin);
    const all = body['items'] as { id: string; username: string }[];
    const own = all.find(({ username }) => username === 'admin')!.id;
    const refused = await change(admin, own, ['agent']);
    expect(refused).toMatchObject({ status: 409, body: { type: problem('illegal-transition') } });
    const disabled = await call('POST', `/api/v1/users/${own}/disable`, admin);
    expect(disabled).toMatchObject({ status: 409, body: { type: problem('illegal-transition') } });
    expect((await users(admin['cookie'])).status).toBe(200);
    expect((await change(admin, '00000000-0000-7000-8000-000000000000', ['bi'])).status).toBe(404);
    expect((await change(admin, own, [])).status).toBe(422);
  });
});

describe('the sign-in page', () => {
  it('is told no log-ins where accounts are an operator’s own', async () => {
    expect((await call('GET', '/api/v1/installation', {})).body).toEqual({ demo: null });
  });
});
