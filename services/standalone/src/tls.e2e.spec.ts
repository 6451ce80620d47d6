import { mkdtempSync, writeFileSync } from 'node:fs';
import { request as requestHttp, type IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsePlatformConfig } from '#platform';
import { createTestDatabase, makeCertificate } from '#testing';
import type { TestDatabase } from '#testing';
import { demoOrganisation, demoPassword } from './demo-data.js';
import { startStandalone } from './start-standalone.js';
import type { Standalone } from './start-standalone.js';

// Not the name that the process would call itself by: nobody but the callers can check it.
const name = 'clearline.example';
const { cert, key } = makeCertificate(name);
let database: TestDatabase;
let product: Standalone;

beforeAll(async () => {
  database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'clearline-test-'));
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  const config = parsePlatformConfig({
    TLS_CERT: join(folder, 'cert.pem'),
    TLS_KEY: join(folder, 'key.pem'),
    CLEARLINE_DATA: folder,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  const options = { config, demo: true, databaseUrl: database.url, stopOnSignals: false };
  product = await startStandalone(options);
});

afterAll(async () => {
  await product?.close();
  await database?.drop();
});

interface TlsAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

/** Over TLS, trusting nothing but the given certificate for the name in it. */
function call(
  method: string,
  path: string,
  options: { token?: string; body?: object; ca?: string },
) {
  const { token, body, ca = cert } = options;
  return new Promise<TlsAnswer>((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: new URL(product.url).port,
        servername: name,
        ca,
        method,
        path,
        agent: false,
        headers: {
          prefer: 'wait=10',
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body && { 'content-type': 'application/json' }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: JSON.parse(text) as Record<string, unknown>,
          }),
        );
      },
    );
    call.once('error', reject);
    call.end(body && JSON.stringify(body));
  });
}

describe('TLS', () => {
  it('serves https with the configured certificate', async () => {
    expect(product.url).toMatch(/^https:/);
    expect(await call('GET', '/health/ready', {})).toMatchObject({ status: 200 });
    const stranger = makeCertificate(name).cert;
    await expect(call('GET', '/health/ready', { ca: stranger })).rejects.toThrow(/certificate/);
  });

  it('gives no answer to plain http', async () => {
    const { port } = new URL(product.url);
    const answer = new Promise((resolve, reject) => {
      requestHttp({ host: '127.0.0.1', port, path: '/health/ready' }, resolve)
        .once('error', reject)
        .end();
    });
    await expect(answer).rejects.toThrow(/hang up|ECONNRESET/);
  });

  it('gives browsers a session that they send over TLS alone', async () => {
    const body = { username: 'agent', password: demoPassword };
    const { status, headers } = await call('POST', '/api/v1/session', { body });
    expect(status).toBe(200);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^clearline_session=.+; HttpOnly; Secure; SameSite=Strict$/),
    ]);
  });

  it('lets a caller wait for the case, whoever signed the certificate', async () => {
    const login = { username: 'admin', password: demoPassword };
    const { body: signedIn } = await call('POST', '/api/v1/login', { body: login });
    const token = String(signedIn['token']);
    await call('POST', '/api/v1/organisation', { token, body: demoOrganisation });
    const complaint = {
      channel: 'phone',
      customer: { name: '张伟', phone: '13800138000' },
      category: 'billing',
      statement: '燃气账单重复扣费',
    };
    const filed = await call('POST', '/api/v1/complaints', { token, body: complaint });
    expect(filed).toMatchObject({ status: 201, body: { case: { stage: 'control' } } });
  });
});
