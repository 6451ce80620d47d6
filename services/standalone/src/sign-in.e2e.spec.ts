import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, SignJWT } from 'jose';
import { parsePlatformConfig, TokenIssuer } from '#platform';
import { createTestDatabase, testConfig, waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const unauthenticated = 'urn:clearline:problem:unauthenticated';

/** What a caller with this token gets where anyone who signed in may look. */
async function look(product: TestStandalone, token: string) {
  const answer = await fetch(new URL('/api/v1/organisation', product.services.url), {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('key rotation of an OpenID provider', () => {
  const keys = { first: newKey(), second: newKey() };
  let published: (keyof typeof keys)[] = ['first'];
  let isBroken = false;
  let provider: Server;
  let issuer: string;
  let product: TestStandalone;

  beforeAll(async () => {
    provider = createServer((request, response) => {
      void (async () => {
        const jwks = await Promise.all(
          published.map(async (kid) => ({ ...(await exportJWK(keys[kid])), d: undefined, kid })),
        );
        const isDiscovery = request.url === '/.well-known/openid-configuration';
        const answer = isDiscovery ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: jwks };
        response.writeHead(isBroken ? 502 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer));
      })();
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const config = parsePlatformConfig({
      AUTH_ISSUER: issuer,
      AUTH_AUDIENCE: 'clearline',
      AUTH_KEYS_SECONDS: '1',
      CLEARLINE_DATA: mkdtempSync(join(tmpdir(), 'clearline-test-')),
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    product = await openTestStandalone(await createTestDatabase(), config);
  });

  afterAll(async () => {
    await product?.close();
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
  });

  interface Claims {
    issuer?: string;
    audience?: string;
    expires?: string;
    signedBy?: KeyObject;
  }
  const token = (kid: keyof typeof keys, claims: Claims = {}) =>
    new SignJWT({ preferred_username: 'bob', realm_access: { roles: ['agent', 'offline'] } })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setSubject('s1')
      .setIssuer(claims.issuer ?? issuer)
      .setAudience(claims.audience ?? 'clearline')
      .setExpirationTime(claims.expires ?? '5m')
      .sign(claims.signedBy ?? keys[kid]);

  it('takes the new key without a restart, and refuses the old one once it is withdrawn', async () => {
    const old = await token('first');
    expect((await look(product, old)).status).toBe(200);
    expect((await look(product, await token('second'))).status).toBe(401);

    published = ['first', 'second'];
    const fresh = await token('second');
    await waitFor(async () => (await look(product, fresh)).status === 200, {
      describe: 'tokens of the second key',
    });
    expect((await look(product, old)).status).toBe(200);

    published = ['second'];
    await waitFor(async () => (await look(product, old)).status === 401, {
      describe: 'refusal of the first key',
    });
    expect((await look(product, old)).body).toMatchObject({ type: unauthenticated, status: 401 });
    expect((await look(product, fresh)).status).toBe(200);
  });

  it('refuses another audience or issuer, an expired, a forged and an unsigned token', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: issuer, aud: 'clearline', sub: 's1', roles: ['admin'], exp: 9e9 };
    const bad = {
      audience: await token('second', { audience: 'shop' }),
      issuer: await token('second', { issuer: 'http://127.0.0.1:1' }),
      'own issuer': await token('second', { issuer: 'clearline' }),
      expired: await token('second', { expires: '-1m' }),
      forged: await token('second', { signedBy: keys.first }),
      unsigned: `${part({ alg: 'none' })}.${part(claims)}.`,
      'no token': 'abc',
    };
    for (const [name, one] of Object.entries(bad)) {
      const { status, body } = await look(product, one);
      expect({ name, status, type: body['type'] }).toEqual({
        name,
        status: 401,
        type: unauthenticated,
      });
    }
  });

  it('says unavailable, not unauthenticated, while the provider does not give its keys', async () => {
    const good = await token('second');
    isBroken = true;
    await waitFor(async () => (await look(product, good)).status === 503, {
      describe: '503 once the kept keys are too old',
    });
    isBroken = false;
    await waitFor(async () => (await look(product, good)).status === 200);
  });
});

describe('key rotation of the own tokens', () => {
  it('takes tokens of the key before until it is dropped, and signs with the new one', async () => {
    const [before, after] = [newKey(), newKey()];
    const database = await createTestDatabase();
    const principal = { sub: 'u1', username: 'ann', roles: [], kind: 'user' as const };
    const old = await new TokenIssuer({ tokenKey: before }).issue(principal);
    const keep = { url: database.url, drop: async () => undefined };

    const rotated = await openTestStandalone(keep, { tokenKey: after, previousTokenKey: before });
    expect((await look(rotated, old)).status).toBe(200);
    const { keys } = (await rotated.call('', 'GET', '/.well-known/jwks.json')).body;
    expect(keys).toHaveLength(2);
    const config = testConfig({ tokenKey: after });
    const fresh = await new TokenIssuer(config).issue(principal);
    expect((await look(rotated, fresh)).status).toBe(200);
    await rotated.close();

    const dropped = await openTestStandalone(database, { tokenKey: after });
    expect(await look(dropped, old)).toMatchObject({
      status: 401,
      body: { type: unauthenticated },
    });
    expect((await look(dropped, fresh)).status).toBe(200);
    await dropped.close();
  });
});

describe('lock-out', () => {
  let product: TestStandalone;
  beforeAll(async () => {
    product = await openTestStandalone(await createTestDatabase());
  });
  afterAll(() => product?.close());

  const signIn = (username: string, password: string) =>
    product.call('', 'POST', '/api/v1/login', { username, password });
  async function newUser(username: string) {
    const { body } = await product.call('admin', 'POST', '/api/v1/users', {
      username,
      roles: ['bi'],
    });
    return { id: String(body['id']), password: String(body['password']) };
  }
  async function failFiveTimes(username: string) {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await signIn(username, 'wrong-password')).status).toBe(401);
    }
  }
  const locks = () => product.services.runtimes.get('gateway')!.database;

  it('refuses the right password after five wrong ones, and takes it 15 minutes later', async () => {
    const { password } = await newUser('tired');
    await failFiveTimes('tired');
    const locked = await signIn('tired', password);
    expect(locked).toMatchObject({
      status: 429,
      body: { type: 'urn:clearline:problem:rate-limited' },
    });
    const retryAfter = Number(locked.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(14 * 60);
    expect(retryAfter).toBeLessThanOrEqual(15 * 60);
    expect((await signIn('agent', 'clearline-demo')).status).toBe(200);

    // Locks keep real time: as if it had been set so much earlier.
    const earlier = `update accounts set locked_until = locked_until - $1 where username = 'tired'`;
    await locks().query(earlier, [(retryAfter - 30) * 1_000]);
    expect((await signIn('tired', password)).status).toBe(429);
    await locks().query(earlier, [31_000]);
    expect((await signIn('tired', password)).status).toBe(200);
  });

  it('counts anew after a sign-in that worked', async () => {
    const { password } = await newUser('hasty');
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        expect((await signIn('hasty', 'wrong-password')).status).toBe(401);
      }
      expect((await signIn('hasty', password)).status).toBe(200);
    }
  });

  it('ends when an administrator resets the password; a token given back is refused', async () => {
    const { id, password } = await newUser('locked');
    await failFiveTimes('locked');
    expect((await signIn('locked', password)).status).toBe(429);
    const reset = await product.call('admin', 'POST', `/api/v1/users/${id}/reset`);
    expect((await signIn('locked', password)).status).toBe(401);
    const { body } = await signIn('locked', String(reset.body['password']));
    const token = String(body['token']);
    expect((await look(product, token)).status).toBe(200);
    await fetch(new URL('/api/v1/logout', product.services.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await look(product, token)).toMatchObject({
      status: 401,
      body: { type: unauthenticated },
    });
  });
});
