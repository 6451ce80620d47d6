import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attachmentLimits } from '#contracts';
import { bootServices, type RunningServices } from '#eventing';
import type { PlatformConfig } from '#platform';
import { createTestDatabase, freePort, testConfig, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { intakeService } from '../../../intake/src/intake.service.js';
import { gatewayService, openEdge } from '../gateway.service.js';

const password = 'first-admin-password';
const mostBytes = 4 * 1_024 * 1_024;
const problem = (slug: string) => `urn:clearline:problem:${slug}`;

let database: TestDatabase;
let intake: RunningServices;
let gateway: RunningServices;
/** Stands where escalation listens: what it was sent can be seen, its streams are under control. */
let peer: Server;
const seen: { request: IncomingMessage; bytes: number }[] = [];
const streams: ServerResponse[] = [];
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  peer = createServer((incoming, response) => {
    if (incoming.url === '/api/v1/streams/alerts') {
      streams.push(response);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      if (incoming.method === 'HEAD') return response.end();
      response.write('data: 1\n\n');
      return;
    }
    if (incoming.url === '/api/v1/cases/refused/attachments') {
      incoming.resume();
      response.writeHead(415).end('{}');
      return;
    }
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
    incoming.on('end', () => {
      seen.push({ request: incoming, bytes });
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ bytes }));
    });
  });
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  const config: PlatformConfig & { databaseUrl: string } = {
    ...testConfig({ logLevel: 'silent', adminPassword: password }),
    databaseUrl: database.url,
  };
  const options = { defaultHost: '127.0.0.1', stopOnSignals: false };
  intake = await bootServices([intakeService], config, options);
  const escalationUrl = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
  const away = `http://127.0.0.1:${await freePort()}`;
  const serviceUrls = {
    intake: intake.url,
    escalation: escalationUrl,
    signals: away,
    reporting: away,
  };
  gateway = await bootServices(
    [gatewayService],
    { ...config, serviceUrls },
    { ...options, access: (databases) => openEdge(config, databases.get('gateway')!) },
  );
  admin = await signIn('admin', password);
});

afterAll(async () => {
  await gateway?.close();
  await intake?.close();
  peer.closeAllConnections();
  await new Promise((resolve) => peer.close(resolve));
  await database?.drop();
});

const at = (path: string) => new URL(path, gateway.url);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const json = { 'content-type': 'application/json' };

async function signIn(username: string, secret: string): Promise<string> {
  const body = JSON.stringify({ username, password: secret });
  const answer = await fetch(at('/api/v1/login'), { method: 'POST', headers: json, body });
  return ((await answer.json()) as { token: string }).token;
}

async function post(path: string, token: string, body: object) {
  const headers = { ...bearer(token), ...json };
  const answer = await fetch(at(path), { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}

/** The status of a GET whose path is sent as it is: `fetch` would resolve its dots. */
function rawGet(path: string): Promise<number> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path, headers: bearer(admin), agent: false };
    request(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });
}

describe('routing to a service in another process', () => {
  it('passes a stream on event by event, and ends it when the service does', async () => {
    const answer = await fetch(at('/api/v1/streams/alerts'), { headers: bearer(admin) });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = answer.body!.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toBe('data: 1\n\n');
    streams.at(-1)!.write('data: 2\n\n');
    expect(await read()).toBe('data: 2\n\n');
    streams.at(-1)!.end();
    expect(await reader.read()).toMatchObject({ done: true });
  });

  it('ends the stream at the service when the reader leaves', async () => {
    const abort = new AbortController();
    const { signal } = abort;
    await fetch(at('/api/v1/streams/alerts'), { headers: bearer(admin), signal });
    const stream = streams.at(-1)!;
    abort.abort();
    await waitFor(() => stream.destroyed || stream.closed, { describe: 'the end at the service' });
  });

  it('passes the headers of a stream on to whom asks for nothing else', async () => {
    const answer = await fetch(at('/api/v1/streams/alerts'), {
      method: 'HEAD',
      headers: bearer(admin),
      signal: AbortSignal.timeout(30_000),
    });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(await answer.text()).toBe('');
  });

  it('passes on which methods an address of a service takes, and tells those of its own', async () => {
    for (const [path, allow] of [
      ['/api/v1/complaints', 'POST'],
      ['/api/v1/customers/x', 'GET, HEAD, PATCH'],
      ['/api/v1/users', 'GET, HEAD, POST'],
    ] as const) {
      const answer = await fetch(at(path), { method: 'DELETE', headers: bearer(admin) });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allow]);
      expect(await answer.json()).toMatchObject({ type: problem('method-not-allowed') });
    }
  });

  it('answers unavailable and names the service that is away', async () => {
    const answer = await fetch(at('/api/v1/reports/volume'), { headers: bearer(admin) });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({
      type: problem('unavailable'),
      detail: 'reporting does not answer',
    });
  });

  it('answers a body that is no JSON with a problem of its own', async () => {
    const answer = await fetch(at('/api/v1/login'), { method: 'POST', headers: json, body: '{' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ type: problem('validation') });
  });

  it('passes bodies of 4 MB and refuses more, announced or not', async () => {
    const headers = { ...bearer(admin), ...json };
    const send = (body: RequestInit['body'], more = {}) =>
      fetch(at('/api/v1/policies'), { method: 'PUT', headers, body, ...more } as RequestInit);
    const full = await send('x'.repeat(mostBytes));
    expect(await full.json()).toEqual({ bytes: mostBytes });

    const announced = await send('x'.repeat(mostBytes + 1));
    expect(announced.status).toBe(413);
    expect(await announced.json()).toMatchObject({ type: problem('too-large') });

    const chunks = Array.from({ length: 5 }, () => Buffer.alloc(1_024 * 1_024, 'x'));
    const before = seen.length;
    const unannounced = await send(ReadableStream.from(chunks) as RequestInit['body'], {
      duplex: 'half',
    });
    expect(unannounced.status).toBe(413);
    expect(await unannounced.json()).toMatchObject({ type: problem('too-large') });
    expect(seen).toHaveLength(before);
  });

  it('passes files of cases of 25 MB on and refuses more, announced or not', async () => {
    const headers = { ...bearer(admin), 'content-type': 'image/png' };
    const send = (body: RequestInit['body'], more = {}) =>
      fetch(at('/api/v1/cases/2026-0000123-4/attachments?x=1'), {
        ...{ method: 'POST', headers, body },
        ...more,
      } as RequestInit);
    const { fileBytes } = attachmentLimits;
    const full = await send(Buffer.alloc(fileBytes));
    expect(await full.json()).toEqual({ bytes: fileBytes });
    const announced = await send(Buffer.alloc(fileBytes + 1));
    expect(announced.status).toBe(413);
    expect(await announced.json()).toMatchObject({ detail: 'At most 25 MB a body' });
    const chunks = Array.from({ length: 26 }, () => Buffer.alloc(1_024 * 1_024));
    const before = seen.length;
    const unannounced = await send(ReadableStream.from(chunks) as RequestInit['body'], {
      duplex: 'half',
    });
    expect(unannounced.status).toBe(413);
    expect(seen).toHaveLength(before);
    const path = '/api/v1/cases/2026-0000123-4/commands/close';
    const body = Buffer.alloc(mostBytes + 1);
    expect((await fetch(at(path), { method: 'POST', headers, body })).status).toBe(413);
  });

  it('takes the next request on a connection whose file was answered before its end', async () => {
    const { hostname, port } = new URL(gateway.url);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const send = (method: string, path: string, body?: Buffer) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { ...bearer(admin), ...(body && { 'content-type': 'image/png' }) };
        const sending = request({ hostname, port, method, path, headers, agent }, (answer) => {
          answer.resume().once('end', () => resolve(answer.statusCode));
        });
        sending.once('error', reject).end(body);
      });
    const file = Buffer.alloc(attachmentLimits.fileBytes);
    expect(await send('POST', '/api/v1/cases/refused/attachments', file)).toBe(415);
    expect(await send('GET', '/api/v1/cases')).toBe(200);
    agent.destroy();
  });

  it('takes an API key until it is revoked; the service sees a token of 60 seconds', async () => {
    const made = await post('/api/v1/api-keys', admin, { name: 'desk', roles: ['agent'] });
    const key = String(made.body['key']);
    const read = () => fetch(at('/api/v1/organisation'), { headers: bearer(key) });
    expect((await read()).status).toBe(200);
    expect((await post('/api/v1/organisation', key, { units: [] })).status).toBe(403);

    await fetch(at('/api/v1/policies'), { headers: bearer(key) });
    const handed = seen.at(-1)!.request.headers.authorization!;
    expect(handed).not.toContain(key);
    const claims = JSON.parse(Buffer.from(handed.split('.')[1]!, 'base64url').toString()) as {
      exp: number;
      iat: number;
      roles: string[];
    };
    expect(claims).toMatchObject({ roles: ['agent'], exp: claims.iat + 60 });

    const headers = bearer(admin);
    const id = String(made.body['id']);
    await fetch(at(`/api/v1/api-keys/${id}`), { method: 'DELETE', headers });
    expect((await read()).status).toBe(401);
  });

  it('refuses a token that was given back, though the service would take it', async () => {
    const token = await signIn('admin', password);
    const read = (base: string) =>
      fetch(new URL('/api/v1/organisation', base), { headers: bearer(token) });
    expect((await read(gateway.url)).status).toBe(200);
    await fetch(at('/api/v1/logout'), { method: 'POST', headers: bearer(token) });
    const refused = await read(gateway.url);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ type: problem('unauthenticated') });
    expect((await read(intake.url)).status).toBe(200);
  });

  it('hands a session cookie on as the token in it, once its CSRF value came along', async () => {
    const body = JSON.stringify({ username: 'admin', password });
    const answer = await fetch(at('/api/v1/session'), { method: 'POST', headers: json, body });
    const { csrf } = (await answer.json()) as { csrf: string };
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    const token = cookie.slice('clearline_session='.length);

    await fetch(at('/api/v1/policies'), { headers: { cookie: `theme=dark; ${cookie}` } });
    const read = seen.at(-1)!.request.headers;
    expect(read.authorization).toBe(`Bearer ${token}`);
    expect(read.cookie).toBeUndefined();
    const stream = await fetch(at('/api/v1/streams/alerts'), { headers: { cookie } });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    await stream.body!.cancel();

    const before = seen.length;
    const put = (headers: Record<string, string>) =>
      fetch(at('/api/v1/policies'), {
        method: 'PUT',
        headers: { ...json, ...headers },
        body: '{}',
      });
    const refused = await put({ cookie });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ type: problem('csrf') });
    expect((await put({ cookie, 'x-clearline-csrf': `${csrf}x` })).status).toBe(403);
    expect(seen).toHaveLength(before);
    const withCsrf = { cookie, 'x-clearline-csrf': csrf };
    expect(await (await put(withCsrf)).json()).toEqual({ bytes: 2 });
    const written = seen.at(-1)!.request.headers;
    expect(written.authorization).toBe(`Bearer ${token}`);
    expect([written.cookie, written['x-clearline-csrf']]).toEqual([undefined, undefined]);

    await fetch(at('/api/v1/session'), { method: 'DELETE', headers: withCsrf });
    expect((await fetch(at('/api/v1/policies'), { headers: { cookie } })).status).toBe(401);
    expect((await put(withCsrf)).status).toBe(401);
    expect(seen).toHaveLength(before + 1);
  });

  it('passes correlation id and trace on', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = {
      ...bearer(admin),
      'x-correlation-id': 'call-4711',
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    };
    const answer = await fetch(at('/api/v1/policies'), { headers });
    expect(answer.headers.get('x-correlation-id')).toBe('call-4711');
    const handed = seen.at(-1)!.request.headers;
    expect(handed['x-correlation-id']).toBe('call-4711');
    expect(handed['traceparent']).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)`));
  });

  it('takes nobody for somebody else because of forwarded headers', async () => {
    const spoofed = {
      ...json,
      forwarded: 'for=127.0.0.1;host=localhost;proto=https',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-user': 'admin',
      'x-forwarded-authorization': `Bearer ${admin}`,
      'x-remote-user': 'admin',
    };
    const body = JSON.stringify({ units: [] });
    const path = '/api/v1/organisation';
    const nobody = await fetch(at(path), { method: 'POST', headers: spoofed, body });
    expect(nobody.status).toBe(401);
    await post('/api/v1/users', admin, { username: 'ann', password: 'ann-ann-ann', roles: ['bi'] });
    const headers = { ...spoofed, ...bearer(await signIn('ann', 'ann-ann-ann')) };
    expect((await fetch(at(path), { method: 'POST', headers, body })).status).toBe(403);
  });

  it('lets no path climb out of its part of the API', async () => {
    const before = seen.length;
    for (const path of ['..%2f..%2f..%2fmetrics', '%2e%2e/%2e%2e/%2e%2e/metrics', '..%5c..%5cx']) {
      const answer = await rawGet(`/api/v1/cases/${path}`);
      expect({ path, refused: [404, 422].includes(answer) }).toEqual({ path, refused: true });
    }
    expect(seen).toHaveLength(before);
  });

  it('lets a request that is under way finish when the gateway stops', async () => {
    const headers = { ...bearer(admin), ...json };
    let finish: () => void = () => undefined;
    const slow = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from('x'.repeat(10)));
        finish = () => {
          controller.enqueue(Buffer.from('y'));
          controller.close();
        };
      },
    });
    const arrived = new Promise<void>((resolve) => peer.once('request', () => resolve()));
    const init = { method: 'PUT', headers, body: slow, duplex: 'half' } as RequestInit;
    const answer = fetch(at('/api/v1/policies'), init);
    await arrived;
    const stream = await fetch(at('/api/v1/streams/alerts'), { headers: bearer(admin) });
    const closing = gateway.close();
    // The stream is cut at once; the request is not.
    await expect(stream.text()).rejects.toThrow();
    finish();
    expect(await (await answer).json()).toEqual({ bytes: 11 });
    await closing;
  });
});
