import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootServices, type RunningServices } from '#eventing';
import { createTestDatabase, testConfig } from '#testing';
import type { TestDatabase } from '#testing';
import { gatewayService, openEdge } from '../gateway.service.js';

const html =
  '<!doctype html><title>Clearline</title><script src="/app/assets/main-1a2b.js"></script>';
const script = 'console.log("坐席");';
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** A gateway on its own, with a console in that folder. */
async function openGateway(database: TestDatabase, consoleDir: string): Promise<RunningServices> {
  const config = { ...testConfig({ logLevel: 'silent', consoleDir }), databaseUrl: database.url };
  return bootServices([gatewayService], config, {
    defaultHost: '127.0.0.1',
    stopOnSignals: false,
    access: (databases) =>
      openEdge({ ...config, adminPassword: 'first-admin-password' }, databases.get('gateway')!),
  });
}

function expectPageHeaders(headers: Headers) {
  expect(headers.get('content-security-policy')).toBe(policy);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
}

let database: TestDatabase;
let gateway: RunningServices;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(new URL(path, gateway.url), {
    method,
    headers: { 'accept-encoding': 'identity', ...headers },
  });

/** A request that is sent as it is: `fetch` would resolve the dots of its path. */
function rawGet(path: string, headers = {}): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    })
      .once('error', reject)
      .end();
  });
}

describe('the console', () => {
  beforeAll(async () => {
    const parent = mkdtempSync(join(tmpdir(), 'clearline-console-'));
    writeFileSync(join(parent, 'secret.key'), 'not for browsers');
    const folder = join(parent, 'console');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), html);
    writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'assets/main-1a2b.js'), script);
    writeFileSync(join(folder, 'assets/main-1a2b.js.gz'), gzipSync(script));
    gateway = await openGateway(database, folder);
  });
  afterAll(() => gateway?.close());

  it('is one page at the front and at every address of its own, asked for again each time', async () => {
    const front = await fetch(new URL('/', gateway.url), { redirect: 'manual' });
    expect([front.status, front.headers.get('location')]).toEqual([302, '/app/']);
    const addresses = ['/', '/app', '/app/', '/app/index.html', '/app/desk', '/app/cases/2026-1.2'];
    for (const path of [...addresses, '/app/board?unit=north', '/app/%E5%9D%90%E5%B8%AD']) {
      const answer = await get(path);
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, html]);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expectPageHeaders(answer.headers);
    }
    expect((await get('/app/desk', {}, 'HEAD')).status).toBe(200);
    const etag = (await get('/app/')).headers.get('etag')!;
    // `fetch` would add `Cache-Control: no-cache` to a condition of its caller.
    expect((await rawGet('/app/', { 'if-none-match': etag })).status).toBe(304);
  });

  it('has files that browsers keep for good, as their names change with their content', async () => {
    const asset = await get('/app/assets/main-1a2b.js');
    expect(await asset.text()).toBe(script);
    expect(asset.headers.get('content-type')).toMatch(/^(?:text|application)\/javascript/);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expectPageHeaders(asset.headers);
    const icon = await get('/app/icon.svg');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
  });

  it('sends the compressed file that lies beside one, to who can take it', async () => {
    const answer = await get('/app/assets/main-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await answer.text()).toBe(script);
  });

  it('gives no page where a script of an earlier build is asked for, nor for what is no GET', async () => {
    for (const [path, method, status] of [
      ['/app/assets/main-0000.js', 'GET', 404],
      ['/app/assets/', 'GET', 404],
      ['/app/desk', 'POST', 405],
      ['/app/assets/main-1a2b.js', 'DELETE', 405],
    ] as const) {
      const answer = await get(path, {}, method);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD' : null);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('cache-control')).toBeNull();
    }
  });

  it('lets nobody read beside its folder', async () => {
    for (const path of [
      '../secret.key',
      '..%2fsecret.key',
      '%2e%2e/secret.key',
      '..%5csecret.key',
    ]) {
      const { status, text } = await rawGet(`/app/${path}`);
      expect([path, text.includes('not for browsers')]).toEqual([path, false]);
      expect([path, status === 404 || text === html]).toEqual([path, true]);
    }
  });

  it('leaves the API, and what is for machines, as they are', async () => {
    for (const path of ['/api/v1/nothing', '/api', '/apps', '/application', '/health/none']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect(await (await get('/health/live')).json()).toBeDefined();
    expect(await (await get('/metrics')).text()).toContain('# TYPE');
    expect(await (await get('/.well-known/jwks.json')).json()).toHaveProperty('keys');
    expect((await get('/api/v1/session')).status).toBe(401);
  });
});

describe('a build without the console', () => {
  beforeAll(async () => {
    gateway = await openGateway(database, join(tmpdir(), 'clearline-no-console'));
  });
  afterAll(() => gateway?.close());

  it('says at the front what there is, and has nothing at the addresses of the console', async () => {
    const front = await get('/');
    expect(await front.text()).toContain('/api/v1/openapi.json');
    expectPageHeaders(front.headers);
    expect((await get('/app/')).status).toBe(404);
  });
});
