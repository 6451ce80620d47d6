import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventCatalogue } from '#contracts';
import { waitUntilCaughtUp } from '#eventing';
import { createClock } from '#platform';
import { defaultPolicy } from '#sla';
import { createTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import { ApiClient } from '../../cli/src/api-client.js';
import { historyHeader, historyRows } from '../../cli/src/simulate/history-rows.js';
import { ActionSender } from '../../cli/src/simulate/send-actions.js';
import { simulateHotline } from '../../cli/src/simulate/simulate-hotline.js';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import { importHistory } from '../../intake/src/import/import-history.js';
import { demoPassword } from '../src/demo-data.js';
import { openTestStandalone } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { personalTexts } from './personal-texts.js';

const dayMs = 86_400_000;
const from = Date.parse('2026-10-01T00:00:00.000Z');
const month = { seed: 11, from, days: 30, perDay: 3 };
const past = { seed: 13, from: from - 30 * dayMs, days: 30, perDay: 4 };
const schemas = ['intake', 'escalation', 'signals'] as const;

let database: TestDatabase;
let product: TestStandalone;

beforeAll(async () => {
  database = await createTestDatabase();
  // Four hours a second, from the month's first call on: by a faster clock answers come too late on a slow machine.
  const spec = `${new Date(from).toISOString()}@${new Date(Date.now() + 5_000).toISOString()}x14400`;
  product = await openTestStandalone(database, { clock: spec });
  const clock = createClock(spec);
  const intake = product.services.runtimes.get('intake')!;
  const file = join(mkdtempSync(join(tmpdir(), 'clearline-simulation-')), 'history.csv');
  writeFileSync(file, historyHeader + [...historyRows(simulateHotline(past), from)].join(''));
  await importHistory(intake, { mapping: 'simulation', file, asOf: from, goLive: true });
  const [admin, supervisor] = ['admin', 'supervisor'].map(
    (username) => new ApiClient({ url: product.services.url, username, password: demoPassword }),
  );
  const sender = new ActionSender(admin!, supervisor);
  const waitFor = async (at: number) => {
    while (clock.now() < at) await sleep(5);
    return true;
  };
  await sender.play(simulateHotline(month), { waitFor, now: () => clock.now() });
  await publishAnotherPolicy();
  await waitUntilCaughtUp([...product.services.transports()], { timeoutMs: 240_000 });
}, 900_000);

/** With which open cases go on. */
async function publishAnotherPolicy(): Promise<void> {
  const path = '/api/v1/policies?applyToOpenCases=true';
  expect((await product.call('manager', 'PUT', path, defaultPolicy)).status).toBe(200);
  for (let isDone = false; !isDone; await sleep(50)) {
    const { body } = await product.call('manager', 'GET', '/api/v1/policies');
    isDone = (body['applications'] as { finishedAt: string | null }[])[0]?.finishedAt !== null;
  }
}

afterAll(async () => {
  await product?.close();
});

function query<T>(schema: string, sql: string): Promise<T[]> {
  return product.services.runtimes.get(schema)!.database.query<T>(sql) as Promise<T[]>;
}

describe('a simulated month', () => {
  it('makes every event of the contracts that this version can make', async () => {
    const found = new Set<string>();
    for (const schema of schemas) {
      const rows = await query<{ type: string }>(schema, 'select distinct type from events');
      for (const { type } of rows) found.add(type);
    }
    // What has an upcast is an older version: it is read, never written.
    const newest = eventCatalogue.filter(({ upcast }) => !upcast).map(({ type }) => type);
    const missing = newest.filter((type) => !found.has(type));
    expect(missing).toEqual([]);
  });

  it('has every due instant and verdict as its events say, pauses, changes and corrections included', async () => {
    const violations = new Violations();
    const { database } = product.services.runtimes.get('escalation')!;
    const { cases } = await verifyCases(database, violations);
    expect(cases).toBeGreaterThan(100);
    expect(violations.list).toEqual([]);
  });

  it('leaves nothing among the dead letters', async () => {
    const { body } = await product.call('admin', 'GET', '/api/v1/dlq');
    expect(body['items']).toEqual([]);
  });

  it('holds no name, phone, address or text of a simulated person in any event or metric', async () => {
    const texts = personalTexts(simulateHotline(month));
    expect(texts.length).toBeGreaterThan(100);
    const places: [string, string][] = [];
    for (const schema of schemas) {
      const [row] = await query<{ all: string }>(
        schema,
        `select string_agg(e::text, ' ') as all from events e`,
      );
      places.push([`${schema}.events`, row!.all ?? '']);
    }
    for (const path of ['/metrics', '/api/v1/dlq', '/api/v1/parked', '/api/v1/audit']) {
      const { body } = await product.call('admin', 'GET', path);
      places.push([path, JSON.stringify(body)]);
    }
    expect(places.find(([place]) => place === '/metrics')![1]).toContain('clearline');
    const leaks = places.flatMap(([place, content]) =>
      texts.filter((text) => content.includes(text)).map((text) => `${place}: ${text}`),
    );
    expect(leaks).toEqual([]);
  });

  it('names no personal text in the answer to a request that it refuses', async () => {
    const customer = { name: '欧阳秘密', phone: '13900000001', nickname: 'x' };
    const body = { channel: 'phone', category: 'nowhere', statement: '不可泄露的陈述', customer };
    const refused = await product.call('agent', 'POST', '/api/v1/complaints', body);
    expect(refused.status).toBe(422);
    for (const text of ['欧阳秘密', '13900000001', '不可泄露的陈述']) {
      expect(JSON.stringify(refused.body)).not.toContain(text);
    }
  });
});
