import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

/** What whoever has the number of a case and the last digits of the phone is told, through the public edge, on the engine that `open` starts. */
export function caseStatusSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`where is my case on ${engine}`, () => {
    let product: TestStandalone;
    let number: string;
    beforeAll(async () => {
      product = await open();
      number = await file(sampleComplaint);
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const file = async (complaint: object) => {
      const { body } = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
      const path = `/api/v1/cases/${String(body['caseId'])}`;
      const isOpen = async () => (await product.call('agent', 'GET', path)).status === 200;
      await waitFor(isOpen, { timeoutMs: 30_000, describe: 'the case' });
      return String(body['number']);
    };
    const ask = (one: string, phoneLastFour: string) =>
      product.call('', 'POST', '/api/v1/case-status', { number: one, phoneLastFour });

    it('tells who has the number and the last four digits, and nothing personal', async () => {
      const { status, body } = await ask(number, '8000');
      expect(status).toBe(200);
      expect(Object.keys(body).sort()).toEqual([
        'nextDueAt',
        'number',
        'receivedAt',
        'stage',
        'status',
      ]);
      expect(body).toMatchObject({ number, stage: 'control', status: 'open' });
    });

    it('answers a wrong number, wrong digits and an anonymous case alike', async () => {
      const anonymous = await file({ ...sampleComplaint, customer: { anonymous: true } });
      const answers = [
        await ask(number, '8001'),
        await ask('2026-0999999-0', '8000'),
        await ask(anonymous, '0000'),
      ];
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
      const told = answers.map(({ body }) => ({ ...body, correlationId: undefined }));
      expect(told[1]).toEqual(told[0]);
      expect(told[2]).toEqual(told[0]);
    });

    it('takes ten tries an hour for a number, known or not, then not even the right digits', async () => {
      const known = await file({
        ...sampleComplaint,
        customer: { name: '李雷', phone: '13700137001' },
      });
      for (const one of [known, '2026-0888888-0']) {
        for (let tries = 0; tries < 10; tries++) expect((await ask(one, '9999')).status).toBe(404);
        const { status, headers, body } = await ask(one, '7001');
        expect(status).toBe(429);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        expect(body).toMatchObject({ type: 'urn:clearline:problem:rate-limited' });
      }
      expect((await ask(number, '8000')).status).toBe(200);
    });

    it('takes 120 tries an hour from an address, over all numbers', async () => {
      const statuses: number[] = [];
      for (let other = 0; other < 121 && !statuses.includes(429); other++) {
        statuses.push((await ask(`2026-07${String(other).padStart(5, '0')}-0`, '0000')).status);
      }
      expect(statuses.at(-1)).toBe(429);
      expect((await ask(number, '8000')).status).toBe(429);
      const { database } = product.services.runtimes.get('gateway')!;
      const rows = await database.query<{ subject: string }>('select subject from status_tries');
      expect(rows.every(({ subject }) => /^[0-9a-f]{64}$/.test(subject))).toBe(true);
    });
  });
}
