import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventCatalogue } from '#contracts';
import { waitUntilCaughtUp } from '#eventing';
import { defaultPolicy } from '#sla';
import { simulateHotline } from '../../cli/src/simulate/simulate-hotline.js';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import type { TestStandalone } from './open-test-standalone.js';
import { personalTexts } from './personal-texts.js';
import type { PlayOptions } from './play-month.js';

const schemas = ['intake', 'escalation', 'signals'] as const;

/** What the logs of a month say, once a policy was published with which its open cases go on. */
export function monthLogSuite(
  month: PlayOptions,
  played: () => { product: TestStandalone; metrics: string },
): void {
  const opened = () => played().product;
  const call = (...request: Parameters<TestStandalone['call']>) => opened().call(...request);
  const query = <T>(schema: string, sql: string): Promise<T[]> =>
    opened().services.runtimes.get(schema)!.database.query<T>(sql) as Promise<T[]>;

  describe('the logs of a simulated month', () => {
    beforeAll(async () => {
      const path = '/api/v1/policies?applyToOpenCases=true';
      expect((await call('manager', 'PUT', path, defaultPolicy)).status).toBe(200);
      for (let isDone = false; !isDone; await sleep(50)) {
        const { body } = await call('manager', 'GET', '/api/v1/policies');
        isDone = (body['applications'] as { finishedAt: string | null }[])[0]?.finishedAt !== null;
      }
      await waitUntilCaughtUp([...opened().services.transports()], { timeoutMs: 240_000 });
    }, 300_000);

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
      const { database } = opened().services.runtimes.get('escalation')!;
      const { cases } = await verifyCases(database, violations);
      expect(cases).toBeGreaterThan(100);
      expect(violations.list).toEqual([]);
    });

    it('leaves nothing among the dead letters', async () => {
      const { body } = await call('admin', 'GET', '/api/v1/dlq');
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
      const { metrics } = played();
      expect(metrics).toContain('clearline');
      places.push(['metrics', metrics]);
      for (const path of ['/api/v1/dlq', '/api/v1/parked', '/api/v1/audit']) {
        const { body } = await call('admin', 'GET', path);
        places.push([path, JSON.stringify(body)]);
      }
      const leaks = places.flatMap(([place, content]) =>
        texts.filter((text) => content.includes(text)).map((text) => `${place}: ${text}`),
      );
      expect(leaks).toEqual([]);
    });

    it('names no personal text in the answer to a request that it refuses', async () => {
      const customer = { name: '欧阳秘密', phone: '13900000001', nickname: 'x' };
      const body = { channel: 'phone', category: 'nowhere', statement: '不可泄露的陈述', customer };
      const refused = await call('agent', 'POST', '/api/v1/complaints', body);
      expect(refused.status).toBe(422);
      for (const text of ['欧阳秘密', '13900000001', '不可泄露的陈述']) {
        expect(JSON.stringify(refused.body)).not.toContain(text);
      }
    });
  });
}
