import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, SignJWT } from 'jose';
import { waitFor } from '#testing';
import { createTokenVerifier, TokenIssuer, type TokenVerifier } from './tokens.js';

const tokenKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const provider = generateKeyPairSync('rsa', { modulusLength: 2048 });
let server: Server;
let authIssuer: string;
let verifier: TokenVerifier;

beforeAll(async () => {
  const jwk = { ...(await exportJWK(provider.publicKey)), kid: 'k1', alg: 'RS256' };
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const answer = request.url?.startsWith('/.well-known')
      ? { issuer: authIssuer, jwks_uri: `${authIssuer}/keys` }
      : { keys: [jwk] };
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  authIssuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  verifier = createTokenVerifier({ tokenKey, authIssuer, authAudience: 'clearline' });
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const foreign = (claims: Record<string, unknown>, audience = 'clearline') =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(authIssuer)
    .setSubject('s1')
    .setAudience(audience)
    .setExpirationTime('1m')
    .sign(provider.privateKey);

describe('createTokenVerifier', () => {
  it('accepts its own tokens beside those of the provider, with the roles it knows', async () => {
    const own = await new TokenIssuer({ tokenKey }).issue({
      sub: 'u1',
      username: 'ann',
      roles: ['agent', 'bi'],
      agentId: 'a1',
      kind: 'user',
    });
    expect(await verifier.verify(own)).toEqual({
      sub: 'u1',
      username: 'ann',
      roles: ['agent', 'bi'],
      agentId: 'a1',
      kind: 'user',
    });
    const token = await foreign({
      preferred_username: 'bob',
      realm_access: { roles: ['manager', 'offline_access'] },
    });
    expect(await verifier.verify(token)).toEqual({
      sub: 's1',
      username: 'bob',
      roles: ['manager'],
      kind: 'user',
    });
  });

  it('refuses a token that it accepted before, from the second it expires', async () => {
    const principal = { sub: 'u1', username: 'ann', roles: [], kind: 'user' as const };
    const own = await new TokenIssuer({ tokenKey }).issue(principal, 2);
    await expect(verifier.verify(own)).resolves.toMatchObject({ username: 'ann' });
    await expect(verifier.verify(own)).resolves.toMatchObject({ username: 'ann' });
    const refusal = await waitFor(() =>
      verifier.verify(own).then(
        () => undefined,
        (error: unknown) => error,
      ),
    );
    expect(refusal).toMatchObject({ slug: 'unauthenticated' });
  });

  it('refuses tokens for another audience and unsigned ones', async () => {
    const other = await foreign({ roles: ['admin'] }, 'shop');
    await expect(verifier.verify(other)).rejects.toMatchObject({ slug: 'unauthenticated' });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: 'clearline', sub: 'x', roles: ['admin'], exp: 9e9 };
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`;
    await expect(verifier.verify(unsigned)).rejects.toMatchObject({ slug: 'unauthenticated' });
  });

  it('answers unavailable, not unauthenticated, while the provider is away', async () => {
    const away = createTokenVerifier({ tokenKey, authIssuer: 'http://127.0.0.1:1' });
    await expect(away.verify(await foreign({}))).rejects.toMatchObject({ slug: 'unavailable' });
  });

  it('publishes the public half of its key only', async () => {
    const { keys } = await new TokenIssuer({ tokenKey }).jwks();
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kty: 'EC', alg: 'ES256', use: 'sig' });
    expect(keys[0]).not.toHaveProperty('d');
  });
});
