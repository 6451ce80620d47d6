import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { waitFor } from '#testing';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

type Repeat = { complaintId: string; number: string; answer: string; isRequired: boolean };

/** Likely repeats that a policy wants answered, through the public edge, on the engine that `open` starts. */
export function repeatsSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`likely repeats on ${engine}`, () => {
    let product: TestStandalone;
    let customers = 0;
    beforeAll(async () => {
      product = await open();
      const policy = { ...defaultPolicy, likelyRepeats: { answeredFrom: 0.5 } };
      expect((await product.call('manager', 'PUT', '/api/v1/policies', policy)).status).toBe(200);
    }, 120_000);
    afterAll(() => product?.close(), 60_000);

    const command = (as: string, id: string, name: string, body: object = {}) =>
      product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const repeatsOf = async (id: string) =>
      (await product.call('agent', 'GET', `/api/v1/cases/${id}/repeats`)).body['items'] as Repeat[];
    const missing = { type: 'urn:clearline:problem:missing-evidence', missing: ['likelyRepeats'] };

    async function openCase(phone: string, changes: object = {}): Promise<string> {
      const body = { ...sampleComplaint, customer: { name: '周敏', phone }, ...changes };
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
      const id = String(filed.body['caseId']);
      await waitFor(
        async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
        { describe: 'the case' },
      );
      return id;
    }
    /** Two complaints of one customer in the same words. */
    async function twice(changes: object = {}): Promise<{ earlier: string; later: string }> {
      const phone = `1379999${String((customers += 1)).padStart(4, '0')}`;
      const earlier = await openCase(phone);
      return { earlier, later: await openCase(phone, changes) };
    }
    const { control, listen, establish, apologise, resolve } = sampleEvidence;

    it('are linked or ruled out with a reason before it is agreed what the complaint is', async () => {
      const { earlier, later } = await twice();
      expect(await repeatsOf(later)).toMatchObject([
        { complaintId: earlier, answer: 'open', isRequired: true },
      ]);
      expect(await repeatsOf(earlier)).toEqual([]);

      const heard = await command('agent', later, 'complete-stages', {
        evidence: { control, listen },
      });
      expect(heard.body).toMatchObject({ stage: 'establish' });
      const bare = await command('agent', later, 'complete-stages', {
        evidence: { establish: {} },
      });
      expect(bare.body['missing']).toEqual(['restatement', 'confirmed']);
      const unanswered = { evidence: { establish } };
      const refused = await command('agent', later, 'complete-stages', unanswered);
      expect(refused).toMatchObject({ status: 409, body: missing });
      const [{ number }] = (await repeatsOf(later)) as [Repeat];
      expect(refused.body['detail']).toContain(number);

      const reasonless = await command('agent', later, 'rule-out-repeat', { earlier: number });
      expect(reasonless.status).toBe(422);
      const reason = 'other-period';
      await command('agent', later, 'rule-out-repeat', { earlier: number, reason });
      expect(await repeatsOf(later)).toMatchObject([{ answer: 'ruled-out' }]);
      const agreed = await command('agent', later, 'complete-stages', unanswered);
      expect(agreed.body).toMatchObject({ stage: 'apologise' });
    });

    it('are answered before it is closed, where all of it came with the complaint', async () => {
      const evidence = { control, listen, establish, apologise, resolve };
      const { earlier, later } = await twice({ evidence });
      expect((await product.call('agent', 'GET', `/api/v1/cases/${later}`)).body).toMatchObject({
        status: 'resolved',
      });
      const close = { reason: 'customer-agreed' };
      const refused = await command('agent', later, 'close', close);
      expect(refused).toMatchObject({ status: 409, body: missing });
      const bulk = { cases: [{ case: later }], body: close };
      const many = await product.call('supervisor', 'POST', '/api/v1/cases/commands/close', bulk);
      const [{ number }] = (await repeatsOf(later)) as [Repeat];
      const repeats = [{ complaintId: earlier, number, isHidden: false }];
      const detail = expect.stringContaining(`it may repeat ${number}`);
      const problem = { ...missing, detail, repeats };
      expect(many.body['items']).toMatchObject([{ case: later, status: 409, problem }]);
      const inChinese = await product.call(
        'supervisor',
        'POST',
        '/api/v1/cases/commands/close',
        bulk,
        {
          'accept-language': 'zh-CN',
        },
      );
      expect(inChinese.body['items']).toMatchObject([
        { problem: { detail: expect.stringContaining(`可能与 ${number} 重复`), repeats } },
      ]);
      await command('agent', later, 'link-repeat', { earlier });
      expect(await repeatsOf(later)).toMatchObject([{ answer: 'linked', isRequired: true }]);
      expect((await command('agent', later, 'close', close)).body).toMatchObject({
        status: 'closed',
      });
    });

    it('need no answer where they are less alike than the policy says', async () => {
      const statement = '燃气账单多收了钱，请核对三月份和四月份的用量';
      const { later } = await twice({ statement });
      const found = await repeatsOf(later);
      expect(found.every(({ isRequired }) => !isRequired)).toBe(true);
      const evidence = { control, listen, establish };
      const agreed = await command('agent', later, 'complete-stages', { evidence });
      expect(agreed.body).toMatchObject({ stage: 'apologise' });
    });
  });
}
