import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView } from '#contracts';
import { defaultPolicy } from '#sla';
import type { LadderLevel, Policy } from '#sla';
import { waitFor } from '#testing';
import type { TestStandalone } from './open-test-standalone.js';

/** Ten minutes pass in a second: what waits an hour for somebody climbs while a test looks on. */
export const ladderPace = () => `2026-11-23T02:00:00.000Z@${new Date().toISOString()}x600`;

const levels: LadderLevel[] = [
  { id: 'team', level: 1, audience: 'supervisor', after: { breach: 0 }, next: 'branch' },
  { id: 'branch', level: 2, audience: 'manager', after: { unacknowledged: 60 }, next: 'direction' },
  { id: 'direction', level: 3, audience: 'admin', after: { unacknowledged: 60 } },
];
const policy: Policy = {
  ...defaultPolicy,
  ladders: [{ id: 'desk', levels }],
  rules: [
    {
      id: 'all',
      match: {},
      clocks: [
        {
          kind: 'acknowledge',
          budget: { unit: 'elapsed-minutes', minutes: 5 },
          calendar: 'always',
          warnings: [],
          ladder: 'desk',
        },
      ],
    },
  ],
};

/** Alerts that climb, through the public edge, on the engine that `open` starts. */
export function ladderSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`the ladder on ${engine}`, () => {
    let product: TestStandalone;
    const cases: string[] = [];
    const alertOf = async (caseId: string): Promise<AlertView | undefined> => {
      const { body } = await product.call('supervisor', 'GET', '/api/v1/alerts?limit=200');
      return (body['items'] as AlertView[]).find((alert) => alert.caseId === caseId);
    };
    const reaches = (caseId: string, level: number) =>
      waitFor(
        async () => {
          const alert = await alertOf(caseId);
          return alert && alert.level >= level ? alert : undefined;
        },
        { timeoutMs: 60_000, describe: `level ${level}` },
      );

    beforeAll(async () => {
      product = await open();
      const published = await product.call('manager', 'PUT', '/api/v1/policies', policy);
      expect(published.status).toBe(200);
      for (const phone of ['13900000011', '13900000012']) {
        const body = {
          ...{ channel: 'phone', category: 'billing', statement: '多收了一个月的费用' },
          customer: { name: '张伟', phone },
        };
        const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
        expect(filed.status).toBe(201);
        cases.push(String(filed.body['caseId']));
      }
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    it('says on an alert why these people are told, and who is next and when', async () => {
      const alert = await reaches(cases[0]!, 1);
      expect(alert).toMatchObject({ cause: 'breach', ladder: 'desk' });
      const { body } = await product.call('supervisor', 'GET', `/api/v1/alerts/${alert.id}`);
      expect(body['told']).toEqual(
        expect.arrayContaining([expect.objectContaining({ step: 'team', audience: 'supervisor' })]),
      );
      expect(body).toMatchObject({
        why: {
          en: expect.stringContaining('The acknowledge clock is past due'),
          zh: expect.stringContaining('受理时限已超'),
        },
      });
    });

    it('ends when somebody acknowledges it: nobody else is told', async () => {
      const { id } = await reaches(cases[1]!, 1);
      const path = `/api/v1/alerts/${id}`;
      expect((await product.call('agent', 'POST', `${path}/acknowledge`)).status).toBe(403);
      const taken = await product.call('supervisor', 'POST', `${path}/acknowledge`);
      expect(taken).toMatchObject({ status: 200, body: { next: null } });
      const { level } = taken.body as unknown as AlertView;
      const top = await reaches(cases[0]!, 3);
      const { body } = await product.call('supervisor', 'GET', path);
      expect(body).toMatchObject({ level, next: null, told: { length: level } });
      // The other one, which nobody took on, went all the way up.
      expect(top).toMatchObject({ step: 'direction', audience: 'admin', next: null });
      expect(top.told.map(({ step }) => step)).toEqual(['team', 'branch', 'direction']);
      expect(top.why.en).toMatch(/level 2 \(managers\) did not acknowledge it in \d+ min/);
      expect(top.why.zh).toMatch(/第 2 级（经理）在 \d+ 分钟内无人确认/);
    }, 240_000);

    it('streams each level that is told', async () => {
      const abort = new AbortController();
      const account = { username: 'supervisor', password: 'clearline-demo' };
      const { body } = await product.call('', 'POST', '/api/v1/login', account);
      const response = await fetch(new URL('/api/v1/streams/alerts', product.services.url), {
        headers: { authorization: `Bearer ${String(body['token'])}`, 'last-event-id': '1.0.0' },
        signal: abort.signal,
      });
      const reader = response.body!.getReader();
      let text = '';
      while (!/alert\.climbed\.v3[\s\S]*"step":"direction"/.test(text)) {
        text += new TextDecoder().decode((await reader.read()).value);
      }
      abort.abort();
      expect(text).toContain('event: clearline.alert.raised.v4');
    }, 120_000);

    it('knows no alert of another id', async () => {
      const nobody = '/api/v1/alerts/019aafe0-0000-7000-8000-000000000001';
      expect((await product.call('supervisor', 'GET', nobody)).status).toBe(404);
      expect((await product.call('bi', 'GET', nobody)).status).toBe(403);
    });
  });
}
