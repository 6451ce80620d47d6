import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, testConfig, testKafkaBrokers, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { demoAccounts, demoOrganisation, demoPassword } from './demo-data.js';
import { startStandalone } from './start-standalone.js';
import type { Standalone } from './start-standalone.js';

let database: TestDatabase;
let services: Standalone;
const tokens = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  services = await startStandalone({
    config: testConfig({ engine: 'distributed', kafkaBrokers: testKafkaBrokers() }),
    demo: true,
    databaseUrl: database.url,
    stopOnSignals: false,
  });
  for (const { username } of demoAccounts) {
    const answer = await call('', 'POST', '/api/v1/login', { username, password: demoPassword });
    tokens.set(username, String(answer['token']));
  }
  await call('admin', 'POST', '/api/v1/organisation', demoOrganisation);
}, 180_000);

afterAll(async () => {
  await services?.close();
  await database?.drop();
}, 120_000);

async function call(
  username: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(new URL(path, services.url), {
    method,
    headers: {
      ...(tokens.has(username) && { authorization: `Bearer ${tokens.get(username)}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
}

describe('the same services on Kafka', () => {
  it('carry a complaint to its case, a survey to its score, and both to the reports', async () => {
    const filed = await call('agent', 'POST', '/api/v1/complaints', {
      channel: 'phone',
      customer: { name: '张伟', phone: '13800138000' },
      category: 'billing',
      statement: '燃气账单重复扣费',
    });
    const caseId = String(filed['caseId']);
    const opened = await waitFor(
      async () => {
        const found = await call('agent', 'GET', `/api/v1/cases/${caseId}`);
        return found['id'] === caseId && found;
      },
      { timeoutMs: 30_000, describe: 'the case' },
    );
    expect(opened).toMatchObject({ stage: 'control', policyRule: 'standard' });
    await call('agent', 'POST', '/api/v1/surveys', { caseId, kind: 'csat', score: 5 });
    const totals = await waitFor(
      async () => {
        const { totals: found } = await call('bi', 'GET', '/api/v1/reports/satisfaction');
        return (found as { answered: number }).answered === 1 && found;
      },
      { timeoutMs: 30_000, describe: 'the score in the report' },
    );
    expect(totals).toMatchObject({ satisfied: 1, insufficient: true });
    const volume = await call('bi', 'GET', '/api/v1/reports/volume');
    expect(volume['totals']).toMatchObject({ received: 1 });
  }, 240_000);
});
