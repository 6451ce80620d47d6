import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileAnchorage, readAnchors, verifyLog, waitUntilCaughtUp } from '#eventing';
import { createTestDatabase, testConfig, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { importHistory } from '../../intake/src/import/import-history.js';
import { readLogRows, toCsv } from '../test/bpi-log.js';
import { everyNthRow, judgedByCity } from '../test/city-requests.js';
import { fiveSecondPolicy, sampleComplaint, sampleEvidence } from '../test/samples.js';
import { demoAccounts, demoOrganisation, demoPassword } from './demo-data.js';
import { startStandalone } from './start-standalone.js';
import type { Standalone } from './start-standalone.js';

let database: TestDatabase;
let standalone: Standalone;

const tokens = new Map<string, string>();
async function call(username: string, method: string, path: string, body?: unknown, headers = {}) {
  const response = await fetch(new URL(path, standalone.url), {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(username)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const parsed = (isJson ? JSON.parse(text) : text) as Record<string, never>;
  return { status: response.status, headers: response.headers, body: parsed };
}

const signIn = (username: string, password: string) =>
  fetch(new URL('/api/v1/login', standalone.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });

beforeAll(async () => {
  database = await createTestDatabase();
  standalone = await startStandalone({
    config: testConfig(),
    demo: true,
    databaseUrl: database.url,
    stopOnSignals: false,
  });
  for (const { username } of demoAccounts) {
    const { token } = (await (await signIn(username, demoPassword)).json()) as { token: string };
    tokens.set(username, token);
  }
  const agents = [
    { agentId: 'a-001', unit: 'north', roles: ['agent'] },
    { agentId: 's-001', unit: 'hq', roles: ['supervisor'] },
  ];
  await call('admin', 'POST', '/api/v1/organisation', { ...demoOrganisation, agents });
});

afterAll(async () => {
  await standalone?.close();
  await database?.drop();
});

const complaint = (changes = {}) => ({ ...sampleComplaint, ...changes });

async function openCase(changes = {}): Promise<string> {
  const filed = await call('agent', 'POST', '/api/v1/complaints', complaint(changes), {
    prefer: 'wait=10',
  });
  expect(filed.status).toBe(201);
  return filed.body['caseId']!;
}

/** Reads server-sent events from now on; `stop` ends the subscription. */
async function subscribe(path: string, lastEventId?: string) {
  const abort = new AbortController();
  const response = await fetch(new URL(path, standalone.url), {
    headers: {
      authorization: `Bearer ${tokens.get('supervisor')}`,
      ...(lastEventId && { 'last-event-id': lastEventId }),
    },
    signal: abort.signal,
  });
  const events: { id: string; data: Record<string, unknown>; seenAt: number }[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const id = /^id: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (id && data) {
          events.push({
            id,
            data: JSON.parse(data) as Record<string, unknown>,
            seenAt: Date.now(),
          });
        }
      }
    }
  })().catch(() => undefined);
  return {
    events,
    stop: async () => {
      abort.abort();
      await reading;
    },
  };
}

describe('a complaint through the public edge', () => {
  it('opens a case with its due instants while the caller waits', async () => {
    const filed = await call('agent', 'POST', '/api/v1/complaints', complaint(), {
      prefer: 'wait=10',
    });
    expect(filed.status).toBe(201);
    expect(filed.body['case']).toMatchObject({
      stage: 'control',
      owner: 'a-001',
      policyRule: 'standard',
    });
  });

  it('changes nothing when posted again with the same key, and refuses another body', async () => {
    const key = { 'idempotency-key': 'call-4711' };
    const first = await call('agent', 'POST', '/api/v1/complaints', complaint(), key);
    const again = await call('agent', 'POST', '/api/v1/complaints', complaint(), key);
    expect(again.status).toBe(first.status);
    expect(again.body['complaintId']).toBe(first.body['complaintId']);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await call(
      'agent',
      'POST',
      '/api/v1/complaints',
      complaint({ severity: 'high' }),
      key,
    );
    expect(other.status).toBe(409);
    expect(other.body['type']).toBe('urn:clearline:problem:idempotency-conflict');
  });

  it('walks through CLEAR to closed, each stage with its evidence', async () => {
    const id = await openCase();
    const command = (name: string, body: unknown) =>
      call('agent', 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const refused = await command('complete-stage', { stage: 'control', evidence: {} });
    expect(refused.status).toBe(409);
    expect(refused.body['missing']).toEqual(['acknowledged', 'emotionLevel']);
    const { resolve, ...stages } = sampleEvidence;
    for (const [stage, evidence] of Object.entries(stages)) {
      expect((await command('complete-stage', { stage, evidence })).status).toBe(200);
    }
    expect((await command('resolve', resolve)).body).toMatchObject({ status: 'resolved' });
    const closed = await command('close', { reason: 'customer-agreed' });
    expect(closed.body).toMatchObject({ stage: 'closed', status: 'closed' });
    const running = (closed.body['clocks'] as unknown as { state: string }[]).filter(
      ({ state }) => state === 'running',
    );
    expect(running).toEqual([]);
    const timeline = await call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
    const entries = timeline.body['items'] as unknown as { data: object; texts: object }[];
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('退款');
    expect(Object.assign({}, ...entries.map(({ texts }) => texts))).toEqual({
      facts: sampleEvidence.listen.facts,
      place: sampleEvidence.listen.place,
      remedySought: sampleEvidence.listen.remedySought,
      restatement: sampleEvidence.establish.restatement,
      apology: sampleEvidence.apologise.apology,
      remedyOffered: sampleEvidence.apologise.remedyOffered,
      resolution: resolve.resolution,
      rootCause: resolve.rootCause,
      preventiveAction: resolve.preventiveAction,
    });
    expect((await call('bi', 'GET', `/api/v1/cases/${id}/timeline`)).status).toBe(403);
    expect((await call('bi', 'GET', `/api/v1/complaints/${id}`)).status).toBe(403);
  });

  it('notes a callback on its case', async () => {
    const id = await openCase();
    const callback = { caseId: id, type: 'resolution', outcome: 'reached', satisfied: false };
    const filed = await call('agent', 'POST', '/api/v1/callbacks', {
      ...callback,
      at: new Date().toISOString(),
    });
    expect(filed.status).toBe(201);
    await waitFor(
      async () => {
        const { body } = await call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
        return JSON.stringify(body).includes('clearline.case.feedback-noted.v2');
      },
      { describe: 'the callback on the case' },
    );
  });

  it('takes a callback that does not say when as having happened now', async () => {
    const caseId = await openCase();
    const callback = { caseId, type: 'resolution', outcome: 'unreachable' };
    const before = Date.now();
    const filed = await call('agent', 'POST', '/api/v1/callbacks', callback);
    expect(filed.status).toBe(201);
    const at = Date.parse(String(filed.body['at']));
    expect(at).toBeGreaterThanOrEqual(before - 1);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  it('refuses a stale version', async () => {
    const id = await openCase();
    const assign = { owner: 'a-001', expectedVersion: 99 };
    const answer = await call('supervisor', 'POST', `/api/v1/cases/${id}/commands/assign`, assign);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      type: 'urn:clearline:problem:stale-version',
      detail: expect.stringMatching(/^version \d+ is the latest, .* never had a version 99$/),
      changes: [],
    });
  });

  it('alerts at 50, 75, 90 % and at the breach of a 5 s clock: once each, none early, over SSE', async () => {
    expect((await call('admin', 'PUT', '/api/v1/policies', fiveSecondPolicy())).status).toBe(200);
    const stream = await subscribe('/api/v1/streams/alerts');
    const id = await openCase();
    const ofCase = () =>
      stream.events.filter(({ data }) => data['caseId'] === id && data['kind'] === 'acknowledge');
    await waitFor(() => ofCase().length >= 4, { timeoutMs: 15_000, describe: 'four alerts' });
    expect(ofCase().map(({ data }) => data['threshold'] ?? data['cause'])).toEqual([
      0.5,
      0.75,
      0.9,
      'breach',
    ]);
    for (const { data, seenAt } of ofCase()) {
      expect(seenAt).toBeGreaterThanOrEqual(Date.parse(String(data['at'])));
    }
    const resumed = await subscribe('/api/v1/streams/alerts', ofCase()[1]!.id);
    await waitFor(
      () =>
        resumed.events.filter(({ data }) => data['caseId'] === id && data['kind'] === 'acknowledge')
          .length >= 2,
      { describe: 'the alerts after the cursor' },
    );
    await resumed.stop();
    await stream.stop();
    const alertId = String(ofCase()[3]!.data['alertId']);
    const acknowledged = await call('supervisor', 'POST', `/api/v1/alerts/${alertId}/acknowledge`);
    expect(acknowledged.body).toMatchObject({ acknowledgedBy: 's-001' });
  }, 120_000);
});

describe('the edge', () => {
  it.each([
    ['an unknown field', complaint({ colour: 'red' }), 422, ''],
    ['an unknown category', complaint({ category: 'nonsense' }), 422, 'category'],
    ['a time in the future', complaint({ receivedAt: '2999-01-01T00:00:00Z' }), 422, 'receivedAt'],
    ['a time before 1970', complaint({ receivedAt: '1969-12-31T23:59:59Z' }), 422, 'receivedAt'],
  ])('refuses %s and names it', async (_, body, status, path) => {
    const answer = await call('agent', 'POST', '/api/v1/complaints', body);
    expect(answer.status).toBe(status);
    const paths = (answer.body['errors'] as unknown as { path: string }[]).map(
      (error) => error.path,
    );
    expect(paths.join(' ')).toContain(path);
  });

  it('answers each item of an array with one bad item', async () => {
    const answer = await call('agent', 'POST', '/api/v1/complaints', [
      complaint(),
      complaint({ category: 'nonsense' }),
    ]);
    expect(answer.status).toBe(207);
    const items = answer.body['items'] as unknown as { status: number }[];
    expect(items.map(({ status }) => status)).toEqual([201, 422]);
  });

  it('refuses without a token and with the wrong role', async () => {
    expect((await call('nobody', 'GET', '/api/v1/cases')).status).toBe(401);
    expect((await call('bi', 'GET', '/api/v1/alerts')).status).toBe(403);
    expect((await call('agent', 'GET', '/api/v1/reports/volume')).status).toBe(403);
  });

  it('takes an API key until it is revoked', async () => {
    const made = await call('admin', 'POST', '/api/v1/api-keys', {
      name: 'warehouse',
      roles: ['bi'],
    });
    tokens.set('machine', String(made.body['key']));
    expect((await call('machine', 'GET', '/api/v1/reports/volume')).status).toBe(200);
    expect((await call('machine', 'GET', '/api/v1/alerts')).status).toBe(403);
    await call('admin', 'DELETE', `/api/v1/api-keys/${String(made.body['id'])}`);
    expect((await call('machine', 'GET', '/api/v1/reports/volume')).status).toBe(401);
  });
});

describe('a survey', () => {
  it('becomes a satisfaction signal and shows in its report', async () => {
    const caseId = await openCase();
    expect(
      (await call('agent', 'POST', '/api/v1/surveys', { caseId, kind: 'csat', score: 5 })).status,
    ).toBe(201);
    const totals = await waitFor(
      async () => {
        const { body } = await call('bi', 'GET', '/api/v1/reports/satisfaction');
        const found = body['totals'] as unknown as { answered: number };
        return found.answered > 0 && found;
      },
      { describe: 'the answer in the report' },
    );
    expect(totals).toMatchObject({ answered: 1, satisfied: 1, insufficient: true });
  });
});

const folder = process.env['CLEARLINE_TEST_DATA'];
const withData = folder ? it : it.skip;

describe('reports', () => {
  it('count what happened, and every figure leads to as many cases', async () => {
    await waitUntilCaughtUp([...standalone.transports()], { timeoutMs: 20_000 });
    const { body } = await call('bi', 'GET', '/api/v1/reports/volume?by=unit');
    const received = Number((body['totals'] as unknown as { received: number }).received);
    expect(received).toBeGreaterThan(0);
    const links = body['links'] as unknown as Record<string, string>;
    const behind = await call('bi', 'GET', `${links['received']}&limit=1000`);
    expect(behind.body['items']).toHaveLength(received);
    const csv = await call('bi', 'GET', '/api/v1/reports/volume?by=unit&format=csv');
    expect(String(csv.body)).toMatch(/^group,received,closed,reopened,overridden,merged\r\n/);
  });

  withData(
    'show the Baltimore requests as the city judged them (needs CLEARLINE_TEST_DATA)',
    async () => {
      const all = await readLogRows(join(folder!, 'baltimore311-10000.csv.gz'));
      const rows = process.env['CLEARLINE_WHOLE'] ? all : everyNthRow(all, 4);
      const file = join(mkdtempSync(join(tmpdir(), 'clearline-city-')), 'requests.csv');
      writeFileSync(file, toCsv(rows));
      const asOf = Date.parse('2019-12-31T00:00:00-05:00');
      const request = { mapping: 'baltimore311', file, asOf };
      const intake = standalone.runtimes.get('intake')!;
      const count = rows.length - 1;
      expect(await importHistory(intake, request)).toMatchObject({
        ...{ read: count, accepted: count, rejected: 0 },
      });
      await waitUntilCaughtUp([...standalone.transports()], { timeoutMs: 600_000 });
      const path = '/api/v1/reports/sla-attainment?clock=external&to=2020-01-01';
      const { body } = await call('bi', 'GET', path);
      const { open, ...judged } = judgedByCity(rows);
      expect(judged.met).toBeGreaterThan(1_500);
      expect(body['totals']).toMatchObject(judged);
      const { openOverdue, openRunning } = body['totals'] as unknown as Record<string, number>;
      expect(openOverdue! + openRunning!).toBe(open);
      expect(await importHistory(intake, request)).toMatchObject({ accepted: 0 });
    },
    720_000,
  );
});

describe('the logs', () => {
  it.each(['intake', 'escalation', 'signals'])(
    'of %s prove untampered',
    async (service) => {
      const { database: tx, config } = standalone.runtimes.get(service)!;
      const { sealKey, dataDir } = config;
      const anchors = (await readAnchors([new FileAnchorage(dataDir)])).get(service);
      const log = await verifyLog({ database: tx, schema: service, service, sealKey, anchors });
      expect(log.isAnchored).toBe(true);
      expect(log.events).toBeGreaterThan(0);
      expect(log.findings).toEqual([]);
    },
    180_000,
  );
});
