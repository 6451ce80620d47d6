import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { fiveSecondPolicy, sampleComplaint } from '../test/samples.js';
import { startContainers } from '../test/start-containers.js';
import type { Containers } from '../test/start-containers.js';

let containers: Containers;
let product: TestStandalone;

beforeAll(async () => {
  containers = await startContainers();
  const { databaseUrl: url, kafkaBrokers, redisUrl } = containers;
  product = await openTestStandalone(
    { url, drop: () => Promise.resolve() },
    { engine: 'distributed', kafkaBrokers, redisUrl },
  );
}, 900_000);

afterAll(async () => {
  await product?.close();
  await containers?.stop();
}, 360_000);

describe('the services on the public images of PostgreSQL, Kafka and Redis', () => {
  it('carry a complaint to its case, its alert, its score and the reports', async () => {
    const { call } = product;
    expect((await call('admin', 'PUT', '/api/v1/policies', fiveSecondPolicy())).status).toBe(200);
    const filed = await call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
    expect(filed.status).toBe(201);
    const caseId = String(filed.body['caseId']);
    const opened = await waitFor(
      async () => {
        const { status, body } = await call('agent', 'GET', `/api/v1/cases/${caseId}`);
        return status === 200 && body;
      },
      { timeoutMs: 60_000, describe: 'the case' },
    );
    expect(opened).toMatchObject({ stage: 'control' });

    const breach = await waitFor(
      async () => {
        const { body } = await call('supervisor', 'GET', '/api/v1/alerts');
        const items = body['items'] as { caseId: string; cause: string }[];
        return items.find((alert) => alert.caseId === caseId && alert.cause === 'breach');
      },
      { timeoutMs: 60_000, everyMs: 200, describe: 'the alert of the breach' },
    );
    expect(breach).toMatchObject({ caseId });

    await call('agent', 'POST', '/api/v1/surveys', { caseId, kind: 'csat', score: 5 });
    const satisfaction = await waitFor(
      async () => {
        const { body } = await call('bi', 'GET', '/api/v1/reports/satisfaction');
        const totals = body['totals'] as { answered: number };
        return totals.answered === 1 && totals;
      },
      { timeoutMs: 60_000, everyMs: 200, describe: 'the score in the report' },
    );
    expect(satisfaction).toMatchObject({ satisfied: 1 });
    const volume = await call('bi', 'GET', '/api/v1/reports/volume');
    expect(volume.body['totals']).toMatchObject({ received: 1 });
  }, 720_000);
});
