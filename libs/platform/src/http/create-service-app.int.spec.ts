import { generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Injectable,
  Module,
  Param,
  Post,
  Req,
} from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hashApiKey, newApiKey } from '../auth/api-keys.js';
import { CurrentPrincipal, Public, Roles } from '../auth/decorators.js';
import type { Principal } from '../auth/principal.js';
import { csrfOf } from '../auth/session-cookie.js';
import { createTokenVerifier, TokenIssuer } from '../auth/tokens.js';
import { createLogger } from '../create-logger.js';
import { HealthRegistry } from '../health/health-registry.js';
import { currentContext } from '../telemetry/request-context.js';
import { createServiceApp } from './create-service-app.js';
import { Problem } from './problem.js';
import { ZodBody } from './zod.pipe.js';

const body = z.strictObject({ customer: z.strictObject({ phone: z.string().min(3) }) });

@Injectable()
class Greeter {
  greet = (principal: Principal) => `hello ${principal.username}`;
}

@Controller('api/v1/probe')
class ProbeController {
  constructor(private readonly greeter: Greeter) {}
  @Get('me')
  me(@CurrentPrincipal() principal: Principal) {
    return { greeting: this.greeter.greet(principal) };
  }
  @Get('admin')
  @Roles('admin')
  admin() {
    return {};
  }
  @Post('me')
  rename(@CurrentPrincipal() principal: Principal) {
    return { greeting: this.greeter.greet(principal) };
  }
  @Public()
  @Post('echo')
  echo(@ZodBody(body) input: z.infer<typeof body>) {
    return { length: input.customer.phone.length, context: currentContext() };
  }
  @Public()
  @Post('nudge')
  nudge() {
    return {};
  }
  @Public()
  @Post('many')
  @HttpCode(207)
  many() {
    const refused = new Problem('not-found', { detail: 'no case 7' });
    return { items: [{ status: 200 }, { status: 404, problem: refused.toBody() }] };
  }
  @Public()
  @Get('things/:id')
  thing(@Param('id') id: string) {
    if (id !== '7') throw new Problem('not-found');
    return { id };
  }
  @Public()
  @Delete('things/:id')
  drop() {
    return {};
  }
  @Public()
  @Get('whence')
  whence(@Req() { ip, protocol }: FastifyRequest) {
    return { ip, protocol };
  }
  @Public()
  @Get('broken')
  broken() {
    throw new Error('row of Ann Miller, 410-555-0100');
  }
  @Public()
  @Get('busy')
  busy() {
    throw new Problem('unavailable', { retryAfter: 7 });
  }
}

@Module({ controllers: [ProbeController], providers: [Greeter] })
class ProbeModule {}

const tokenKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const agent: Principal = { sub: 'u1', username: 'ann', roles: ['agent'], kind: 'user' };
const apiKey = newApiKey();
const health = new HealthRegistry();
const logged: string[] = [];
let app: NestFastifyApplication;
let base: string;

beforeAll(async () => {
  const destination = { write: (line: string) => void logged.push(line) };
  app = await createServiceApp(ProbeModule, {
    service: 'probe',
    logger: createLogger('probe', { level: 'debug', destination }),
    verifier: createTokenVerifier({ tokenKey }),
    apiKeys: {
      findByHash: async (hash) =>
        hash === hashApiKey(apiKey) ? { ...agent, kind: 'api-key' } : undefined,
    },
    health,
    stopOnSignals: false,
  });
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
});

afterAll(async () => {
  await app.close();
});

const post = (content: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${base}/api/v1/probe/echo`, {
    method: 'POST',
    body: content,
    headers: { 'content-type': 'application/json', ...headers },
  });

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return (await response.json()) as Record<string, unknown>;
}

describe('createServiceApp', () => {
  it('asks everyone to sign in who names no valid token or key', async () => {
    const forged = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const foreign = await new TokenIssuer({ tokenKey: forged }).issue(agent);
    const expired = await new TokenIssuer({ tokenKey }).issue(agent, -10);
    for (const authorization of [
      '',
      'Bearer x',
      `Bearer ${foreign}`,
      `Bearer ${expired}`,
      'Bearer clk_x',
    ]) {
      const response = await fetch(`${base}/api/v1/probe/me`, { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect((await problemOf(response)).type).toBe('urn:clearline:problem:unauthenticated');
    }
  });

  it('lets in tokens and API keys and keeps their roles', async () => {
    const token = await new TokenIssuer({ tokenKey }).issue(agent);
    for (const credential of [token, apiKey]) {
      const headers = { authorization: `Bearer ${credential}` };
      const me = await fetch(`${base}/api/v1/probe/me`, { headers });
      expect(await me.json()).toEqual({ greeting: 'hello ann' });
      const admin = await fetch(`${base}/api/v1/probe/admin`, { headers });
      expect(admin.status).toBe(403);
      expect((await problemOf(admin)).requiredRoles).toEqual(['admin']);
    }
  });

  it('takes a session cookie for the token in it, and changes nothing without its CSRF value', async () => {
    const token = await new TokenIssuer({ tokenKey }).issue(agent);
    const cookie = `theme=dark; clearline_session=${token}`;
    const ask = (method: string, csrf?: string) =>
      fetch(`${base}/api/v1/probe/me`, {
        method,
        headers: { cookie, ...(csrf !== undefined && { 'x-clearline-csrf': csrf }) },
      });
    const csrf = csrfOf(token);
    for (const allowed of [ask('GET'), ask('POST', csrf)]) {
      expect(await (await allowed).json()).toEqual({ greeting: 'hello ann' });
    }
    expect((await ask('HEAD')).status).toBe(200);
    for (const wrong of [undefined, '', csrfOf('another'), csrf.toUpperCase()]) {
      const refused = await ask('POST', wrong);
      expect(refused.status).toBe(403);
      expect(await problemOf(refused)).toMatchObject({
        type: 'urn:clearline:problem:csrf',
        detail: expect.stringContaining('x-clearline-csrf'),
      });
    }
  });

  it('goes by the Authorization header where a cookie comes beside it', async () => {
    const token = await new TokenIssuer({ tokenKey }).issue(agent);
    const cookie = `clearline_session=${token}`;
    const ask = (headers: Record<string, string>) =>
      fetch(`${base}/api/v1/probe/me`, { headers: { cookie, ...headers } });
    expect((await ask({ authorization: `Bearer ${apiKey}` })).status).toBe(200);
    expect((await ask({ authorization: 'Bearer x' })).status).toBe(401);
    const asKey = { cookie: `clearline_session=${apiKey}` };
    expect((await fetch(`${base}/api/v1/probe/me`, { headers: asKey })).status).toBe(401);
  });

  it('believes a trusted proxy who called and how, and nobody else', async () => {
    const whence = async (url: string) => {
      const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
      return (await fetch(`${url}/api/v1/probe/whence`, { headers })).json();
    };
    expect(await whence(base)).toEqual({ ip: '127.0.0.1', protocol: 'http' });
    const behind = await createServiceApp(ProbeModule, {
      service: 'probe',
      logger: createLogger('probe', { level: 'silent' }),
      verifier: createTokenVerifier({ tokenKey }),
      trustedProxies: ['127.0.0.0/8'],
      stopOnSignals: false,
    });
    await behind.listen(0, '127.0.0.1');
    const told = await whence(await behind.getUrl()).finally(() => behind.close());
    expect(told).toEqual({ ip: '203.0.113.9', protocol: 'https' });
  });

  it('takes an address that names a tree of codes', async () => {
    const codes = encodeURIComponent('燃气维修,'.repeat(1_000));
    const response = await fetch(`${base}/api/v1/probe/me?rollup=${codes}`);
    expect([codes.length, response.status]).toEqual([39_000, 401]);
  });

  it('names every field that does not fit', async () => {
    const response = await post(JSON.stringify({ customer: { phone: '1' }, extra: 1 }));
    expect(response.status).toBe(422);
    const { errors } = await problemOf(response);
    expect(errors).toEqual([
      expect.objectContaining({ path: 'customer.phone', rule: 'minimum:3' }),
      expect.objectContaining({ path: 'extra', rule: 'unknown-field' }),
    ]);
  });

  it('refuses in Chinese who reads it, with the same paths and rules', async () => {
    const chinese = { 'accept-language': 'zh-CN,zh;q=0.9' };
    const response = await post(JSON.stringify({ customer: { phone: '1' } }), chinese);
    expect(response.headers.get('content-language')).toBe('zh-CN');
    expect(await problemOf(response)).toMatchObject({
      type: 'urn:clearline:problem:validation',
      title: '填写的内容不符合要求',
      errors: [{ path: 'customer.phone', rule: 'minimum:3', message: '至少 3 个字符' }],
    });
    const many = (headers: Record<string, string>) =>
      fetch(`${base}/api/v1/probe/many`, { method: 'POST', headers });
    const detailOf = async (answer: Response) =>
      ((await answer.json()) as { items: { problem?: object }[] }).items[1]!.problem;
    expect(await detailOf(await many(chinese))).toMatchObject({ detail: '没有工单 7' });
    expect(await detailOf(await many({}))).toMatchObject({ detail: 'no case 7' });
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    ['text that is not JSON', '{"customer":', {}, 422, 'validation'],
    ['an empty body', '', {}, 422, 'validation'],
    ['bytes that are not UTF-8', new Uint8Array([123, 34, 255, 34, 125]), {}, 422, 'validation'],
    ['a prototype key', '{"__proto__":{"a":1}}', {}, 422, 'validation'],
    ['another media type', 'a=b', { 'content-type': 'text/csv' }, 415, 'unsupported-media-type'],
    ['more than 4 MB', `"${'x'.repeat(4_200_000)}"`, {}, 413, 'too-large'],
  ])('refuses %s', async (_, content, headers, status, slug) => {
    const response = await post(content, headers);
    expect(response.status).toBe(status);
    expect((await problemOf(response)).type).toBe(`urn:clearline:problem:${slug}`);
  });

  it('takes no body as none, whatever type it is said to have', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${base}/api/v1/probe/nudge`, { method: 'POST', headers });
    expect(response.status).toBe(201);
  });

  it('accepts structured CloudEvents as JSON', async () => {
    const response = await post(JSON.stringify({ customer: { phone: '12345' } }), {
      'content-type': 'application/cloudevents+json; charset=utf-8',
    });
    expect(response.status).toBe(201);
  });

  it('tells nothing of an unexpected error and logs it without its values', async () => {
    const response = await fetch(`${base}/api/v1/probe/broken`);
    expect(response.status).toBe(500);
    expect(JSON.stringify(await problemOf(response))).not.toContain('Miller');
    expect(logged.some((line) => line.includes('request answered internal'))).toBe(true);
  });

  it('answers unknown paths with a problem and a busy service with Retry-After', async () => {
    const unknown = await fetch(`${base}/nowhere`);
    expect([unknown.status, (await problemOf(unknown)).status]).toEqual([404, 404]);
    const busy = await fetch(`${base}/api/v1/probe/busy`);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '7']);
  });

  it.each([
    ['DELETE', '/api/v1/probe/me', 'GET, HEAD, POST'],
    ['POST', '/api/v1/probe/%61dmin?x=1', 'GET, HEAD'],
    ['PUT', '/api/v1/probe/echo', 'POST'],
    ['POST', '/api/v1/probe/things/7', 'DELETE, GET, HEAD'],
    ['PATCH', '/health/live', 'GET, HEAD'],
  ])('tells a caller of %s %s which methods there are', async (method, path, allow) => {
    const answer = await fetch(`${base}${path}`, {
      method,
      body: '{',
      headers: { 'accept-language': 'zh' },
    });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    expect(await problemOf(answer)).toMatchObject({
      type: 'urn:clearline:problem:method-not-allowed',
      detail: `这个地址只支持 ${allow.replaceAll(', ', '、')}`,
    });
  });

  it.each([
    ['POST', '/api/v1/probe/things'],
    ['POST', '/api/v1/probe/things/7/parts'],
    ['GET', '/api/v1/probe/things/8'],
  ])('knows no other method of %s %s', async (method, path) => {
    const answer = await fetch(`${base}${path}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([404, null]);
  });

  it('carries on the trace and the correlation id of the caller', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const response = await post(JSON.stringify({ customer: { phone: '12345' } }), {
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
      'x-correlation-id': 'call-1',
    });
    const { context } = (await response.json()) as { context: Record<string, string> };
    expect(context.correlationId).toBe('call-1');
    expect(context.traceparent).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)`));
    expect(response.headers.get('x-correlation-id')).toBe('call-1');
  });

  it('reports readiness with its reasons, and metrics by route', async () => {
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
    let reason: string | undefined = 'no database';
    health.add({ name: 'database', check: async () => reason });
    const notReady = await fetch(`${base}/health/ready`);
    expect(notReady.status).toBe(503);
    expect(await notReady.json()).toEqual({
      ready: false,
      reasons: [{ name: 'database', reason: 'no database' }],
    });
    reason = undefined;
    expect((await fetch(`${base}/health/ready`)).status).toBe(200);
    const metrics = await (await fetch(`${base}/metrics`)).text();
    expect(metrics).toContain('route="/api/v1/probe/echo",status="201"');
    expect(metrics).toContain('route="unmatched",status="404"');
    expect(metrics).toContain('service="probe"');
  });

  it('survives a client that sends no HTTP', async () => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.end('nonsense\r\n\r\n');
    socket.resume();
    await closed;
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
  });
});
