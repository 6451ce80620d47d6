import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, createServiceApp, HealthRegistry, type Principal } from '#platform';
import { Peers } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../test/open-test-intake.js';
import { IntakeModule } from './intake.module.js';

const complaint = {
  channel: 'web',
  customer: { anonymous: true },
  category: 'unclassified',
  statement: 'Nobody answers.',
};
const principals: Record<string, Principal> = {
  agent: { sub: 'u1', username: 'agent', roles: ['agent'], kind: 'user' },
  bi: { sub: 'u2', username: 'bi', roles: ['bi'], kind: 'user' },
  admin: { sub: 'u3', username: 'admin', roles: ['admin'], kind: 'user' },
  machine: { sub: 'k1', username: 'crm', roles: ['agent'], kind: 'api-key' },
};

let intake: TestIntake<FakeClock>;
let app: NestFastifyApplication;
let escalation: Server;
let url: string;
/** Case ids that the stand-in for escalation's HTTP knows; the others answer 404. */
const opened = new Set<string>();
let opensEverything = true;
/** What the stand-in says that the caller may give; undefined: it does not answer. */
let authority: { upTo: number | null } | undefined = { upTo: 500 };
const asked: string[] = [];

beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
  escalation = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url === '/api/v1/authority') {
      response.writeHead(authority ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify(authority ?? {}));
      return;
    }
    const id = request.url!.split('/').at(-1)!;
    const isKnown = request.headers.authorization === 'Bearer agent' && opensEverything;
    if (isKnown) opened.add(id);
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id, stage: 'control' }));
  });
  await new Promise<void>((resolve) => escalation.listen(0, '127.0.0.1', resolve));
  const { port } = escalation.address() as AddressInfo;
  const logger = createLogger('intake', { level: 'silent' });
  const runtime = {
    ...intake,
    service: 'intake',
    logger,
    health: new HealthRegistry(),
    peers: new Peers({ escalation: `http://127.0.0.1:${port}` }),
    together: new Set(['intake']),
    config: {},
  } as unknown as ServiceRuntime;
  app = await createServiceApp(IntakeModule.register(runtime), {
    service: 'intake',
    logger,
    verifier: { verify: (token) => Promise.resolve(principals[token]!) },
    stopOnSignals: false,
  });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await new Promise((resolve) => escalation.close(resolve));
  await intake.close();
});

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  who = 'agent',
) {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${who}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

describe('POST /api/v1/complaints', () => {
  it('answers 201, 207 for an array, 422 as problem+json, 403 for another role', async () => {
    expect((await call('POST', 'complaints', complaint)).status).toBe(201);
    expect(await call('POST', 'complaints', [complaint, {}])).toMatchObject({
      status: 207,
      body: {
        items: [
          { index: 0, status: 201 },
          { index: 1, status: 422 },
        ],
      },
    });
    const refused = await call('POST', 'complaints', { ...complaint, category: 'nonsense' });
    expect(refused).toMatchObject({
      status: 422,
      body: { type: 'urn:clearline:problem:validation', errors: [{ path: 'category' }] },
    });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect((await call('POST', 'complaints', complaint, {}, 'bi')).status).toBe(403);
    expect((await call('POST', 'complaints', [])).status).toBe(422);
  });

  it('adds the opened case when it was asked to wait, afresh in a replay', async () => {
    const headers = { prefer: 'wait=5', 'idempotency-key': 'wait-1' };
    const first = await call('POST', 'complaints', complaint, headers);
    const caseId = first.body['caseId'];
    expect(first).toMatchObject({ status: 201, body: { case: { id: caseId } } });
    opened.clear();
    const replay = await call('POST', 'complaints', complaint, headers);
    expect(replay).toMatchObject({ status: 201, body: { caseId, case: { id: caseId } } });
    expect(replay.headers.get('idempotency-replayed')).toBe('true');
    expect(opened.has(String(caseId))).toBe(true);
  });

  it('answers 202 when the case did not open in time', async () => {
    opensEverything = false;
    const { status, body } = await call('POST', 'complaints', complaint, { prefer: 'wait=1' });
    opensEverything = true;
    expect(status).toBe(202);
    expect(body['case']).toBeUndefined();
  });
});

describe('the cost that a complaint brings along', () => {
  const costing = (remedyCost: number) => ({
    ...complaint,
    evidence: { resolve: { resolution: 'Paid for the move.', remedyCost } },
  });
  const forbidden = {
    type: 'urn:clearline:problem:forbidden',
    detail: expect.stringContaining('your authority ends at 500'),
  };

  it('is held to the authority of whoever files it, item by item', async () => {
    expect((await call('POST', 'complaints', costing(500))).status).toBe(201);
    expect(await call('POST', 'complaints', costing(500.01))).toMatchObject({
      status: 403,
      body: forbidden,
    });
    const before = asked.length;
    expect(await call('POST', 'complaints', [costing(800), complaint, costing(1)])).toMatchObject({
      status: 207,
      body: { items: [{ status: 403, problem: forbidden }, { status: 201 }, { status: 201 }] },
    });
    expect(asked.slice(before)).toEqual(['/api/v1/authority']);
    authority = { upTo: null };
    expect((await call('POST', 'complaints', costing(1_000_000))).status).toBe(201);
  });

  it('is what was answered before, under the same key, whatever the limit is by now', async () => {
    authority = { upTo: 1_000 };
    const key = { 'idempotency-key': 'cost-1' };
    expect((await call('POST', 'complaints', costing(900), key)).status).toBe(201);
    authority = { upTo: 500 };
    expect((await call('POST', 'complaints', costing(900), key)).status).toBe(201);
    expect((await call('POST', 'complaints', costing(900))).status).toBe(403);
  });

  it('waits for escalation, which nobody is asked for where nothing was given away', async () => {
    authority = undefined;
    expect(await call('POST', 'complaints', costing(1))).toMatchObject({
      status: 503,
      body: { type: 'urn:clearline:problem:unavailable' },
    });
    expect((await call('POST', 'complaints', costing(0))).status).toBe(201);
    authority = { upTo: 500 };
  });
});

describe('/api/v1/intake-draft', () => {
  const path = 'intake-draft';
  const form = {
    ...{ channel: 'web', phone: '', name: '', tier: 'standard', isAnonymous: true },
    ...{ statement: 'Nobody', severity: 'normal', threats: [], evidence: {} },
  };

  it('keeps drafts of people, not of API keys, whose filings end none', async () => {
    const draft = { expectedVersion: 0, key: 'draft-1', form };
    expect((await call('PUT', path, draft)).status).toBe(200);
    const refused = {
      status: 403,
      body: { detail: 'an API key keeps no draft of a complaint' },
    };
    expect(await call('PUT', path, draft, {}, 'machine')).toMatchObject(refused);
    expect(await call('GET', path, undefined, {}, 'machine')).toMatchObject(refused);
    const gone = `${path}?expectedVersion=1`;
    expect(await call('DELETE', gone, undefined, {}, 'machine')).toMatchObject(refused);
  });

  it('is told that the complaint was filed already', async () => {
    const headers = { 'idempotency-key': 'draft-1' };
    expect((await call('POST', 'complaints', complaint, headers)).status).toBe(201);
    expect(await call('PUT', path, { expectedVersion: 0, key: 'draft-1', form })).toMatchObject({
      status: 409,
      body: { type: 'urn:clearline:problem:idempotency-conflict' },
    });
  });
});

describe('customers and organisation', () => {
  it('registers a customer once and finds it by phone however it is written', async () => {
    const body = { name: 'Ann Lee', phone: '+1 (410) 555-0100', tier: 'vip' };
    const first = await call('POST', 'customers', body);
    expect(first).toMatchObject({ status: 201, body: { name: 'Ann Lee', tier: 'vip' } });
    const typed = { name: 'Anne Li', phone: '+14105550100', tier: 'standard' };
    const again = await call('POST', 'customers', { ...typed, email: 'ann@example.org' });
    expect(again).toMatchObject({ status: 200, body: first.body });
    const found = await call('GET', `customers?phone=${encodeURIComponent('+14105550100')}`);
    expect(found.body).toMatchObject({ items: [first.body] });
    // Whoever was answered with what is known has seen it.
    const views = await call(
      'GET',
      `customers/${String(first.body['id'])}/views`,
      undefined,
      {},
      'admin',
    );
    expect(views.body).toMatchObject({ items: [{ what: 'customer', times: 2 }] });
    const change = { tier: 'key', email: 'ann@example.org' };
    const changed = await call('PATCH', `customers/${String(first.body['id'])}`, change);
    expect(changed.body).toMatchObject({ ...change, name: 'Ann Lee' });
    const stream = `customer-${String(first.body['id'])}`;
    const events = await intake.events.readStream(intake.database, stream);
    expect(events.map(({ type }) => type)).toEqual([
      'clearline.customer.registered.v1',
      'clearline.customer.updated.v1',
    ]);
    expect(JSON.stringify(events)).not.toContain('Ann');
  });

  it('names the part of the address that is no id', async () => {
    for (const [method, path, body] of [
      ['GET', 'customers/nope', undefined],
      ['PATCH', 'customers/nope', { tier: 'key' }],
      ['GET', 'questions/nope/views', undefined],
    ] as const) {
      const { status, body: refused } = await call(method, path, body, {}, 'admin');
      expect([path, status, refused['errors']]).toEqual([
        path,
        422,
        [expect.objectContaining({ path: 'id', rule: 'format:uuid' })],
      ]);
    }
  });

  it('defines units and agents, and says which code is unknown', async () => {
    const name = { zh: '南区', en: 'South' };
    const body = {
      units: [{ code: 'south', name }],
      agents: [{ agentId: 'a7', unit: 'south', roles: ['agent'] }],
    };
    expect(await call('POST', 'organisation', body, {}, 'admin')).toMatchObject({
      status: 200,
      body: { changed: 2 },
    });
    expect((await call('POST', 'organisation', body, {}, 'admin')).body).toEqual({ changed: 0 });
    const agents = [{ agentId: 'a8', unit: 'north', roles: ['agent'] }];
    expect(await call('POST', 'organisation', { agents }, {}, 'admin')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'agents[0].unit' }] },
    });
    expect((await call('POST', 'organisation', body)).status).toBe(403);
    expect((await call('GET', 'organisation')).body).toMatchObject({
      units: [{ code: 'south' }],
      agents: [{ agentId: 'a7', unit: 'south' }],
      categories: [{ code: 'unclassified' }],
    });
    const filed = await call('POST', 'complaints', { ...complaint, organisation: 'south' });
    expect(filed.status).toBe(201);
  });
});

describe('POST /api/v1/events', () => {
  const event = (id: string, data: unknown = complaint) => ({
    specversion: '1.0',
    id,
    source: 'urn:crm',
    type: 'clearline.inbound.complaint',
    time: '2026-11-23T08:00:00Z',
    data,
  });

  it('takes structured, binary and batched events, each once', async () => {
    const structured = await call('POST', 'events', event('1'), {
      'content-type': 'application/cloudevents+json',
    });
    expect(structured).toMatchObject({
      status: 201,
      body: { receivedAt: '2026-11-23T08:00:00.000Z' },
    });
    const binary = await call('POST', 'events', complaint, {
      'ce-specversion': '1.0',
      'ce-id': '1',
      'ce-source': 'urn:crm',
      'ce-type': 'clearline.inbound.complaint',
      'ce-time': '2026-11-23T08:00:00Z',
    });
    expect(binary.body).toEqual(structured.body);
    expect(binary.headers.get('idempotency-replayed')).toBe('true');
    const batch = [event('2'), { ...event('3'), type: 'other' }, event('4', { channel: 'web' })];
    const batched = await call('POST', 'events', batch, {
      'content-type': 'application/cloudevents-batch+json',
    });
    expect(batched).toMatchObject({
      status: 207,
      body: { items: [{ status: 201 }, { status: 422 }, { status: 422 }] },
    });
  });

  it('refuses what is no CloudEvent', async () => {
    expect((await call('POST', 'events', complaint)).status).toBe(415);
    const { source: _, ...sourceless } = event('5');
    const headers = { 'content-type': 'application/cloudevents+json' };
    expect(await call('POST', 'events', sourceless, headers)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'source', rule: 'cloudevents' }] },
    });
  });
});
