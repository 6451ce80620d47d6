import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuestionAnswered, QuestionAsked, QuestionReviewed } from '#contracts';
import type { Answer, TestStandalone } from './open-test-standalone.js';

const said = (zh: string, en: string) => ({ wording: { zh, en } });
const invoice = {
  name: { zh: '开具发票', en: 'Invoices' },
  questions: ['发票怎么开', 'How do I get an invoice?'],
  answerable: 'now',
  tiers: {
    standard: said('请在网上营业厅下载。', 'Please download it.'),
    vip: {
      ...said('我们寄给您。', 'We post it to you.'),
      benefit: { zh: '免费邮寄', en: 'Free post' },
    },
  },
  owner: 'hq',
};
const relocation = {
  ...{ name: { zh: '移表', en: 'Moving a meter' }, questions: ['燃气表可以移位吗'] },
  ...{ answerable: 'later', promisedMinutes: 60, tiers: { standard: invoice.tiers.standard } },
  owner: 'north',
};

/** Standard answers and questions, through the public edge, on the engine that `open` starts. */
export function standardAnswersSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`standard answers and questions on ${engine}`, () => {
    let product: TestStandalone;

    beforeAll(async () => {
      product = await open();
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const publish = (code: string, body: object, query = '', as = 'supervisor') =>
      product.call(as, 'PUT', `/api/v1/standard-answers/${code}${query}`, body);
    const find = async (question: string, more: object = {}) => {
      const asked = { question, ...more };
      const { body } = await product.call('agent', 'POST', '/api/v1/standard-answers/find', asked);
      return body['items'] as Record<string, unknown>[];
    };
    const ask = (body: object) =>
      product.call('agent', 'POST', '/api/v1/questions', { channel: 'phone', ...body });
    const decide = (id: unknown, step: 'review' | 'answer', body: object, as = 'supervisor') =>
      product.call(as, 'POST', `/api/v1/questions/${String(id)}/${step}`, body);
    const errorsOf = ({ status, body }: Answer) => [
      status,
      (body['errors'] as { path: string; rule: string }[]).map(
        ({ path, rule }) => `${path} ${rule}`,
      ),
    ];

    describe('standard answers over HTTP', () => {
      it('are published by supervisors, each version for an author who saw the one before', async () => {
        const first = await publish('invoice', invoice, '?expectedVersion=0');
        expect(first).toMatchObject({ status: 200, body: { code: 'invoice', version: 1 } });
        expect((await publish('invoice', invoice, '?expectedVersion=0')).status).toBe(409);
        expect((await publish('invoice', invoice, '', 'agent')).status).toBe(403);
        expect((await publish('relocation', relocation)).status).toBe(200);
        const list = await product.call('agent', 'GET', '/api/v1/standard-answers');
        expect(list.body['items']).toMatchObject([
          { code: 'invoice', version: 1, publishedBy: 'supervisor', asked: 0 },
          { code: 'relocation', promisedMinutes: 60 },
        ]);
      });

      it('name what is wrong with them', async () => {
        const promise = [422, ['promisedMinutes promise']];
        const { promisedMinutes: _, ...unpromised } = relocation;
        expect(errorsOf(await publish('x', unpromised))).toEqual(promise);
        expect(errorsOf(await publish('x', { ...invoice, promisedMinutes: 5 }))).toEqual(promise);
        const unknown = { ...invoice, owner: 'moon', category: 'tides' };
        expect(errorsOf(await publish('x', unknown))).toEqual([
          422,
          ['owner unknown-code', 'category unknown-code'],
        ]);
      });

      it('are one approved wording for the tier of who asks, with what they have besides', async () => {
        expect(await find('请问发票怎么开')).toMatchObject([
          { code: 'invoice', tier: 'standard', benefit: null, promisedBy: null },
        ]);
        expect(await find('how do i get my invoice', { tier: 'vip' })).toMatchObject([
          { tier: 'vip', wording: { en: 'We post it to you.' }, benefit: { zh: '免费邮寄' } },
        ]);
        const known = { name: '李娜', phone: '13900139000', tier: 'vip' };
        const { body } = await product.call('agent', 'POST', '/api/v1/customers', known);
        expect(await find('发票怎么开', { customer: { id: body['id'] } })).toMatchObject([
          { tier: 'vip' },
        ]);
        const [later] = await find('我的燃气表可以移位吗');
        expect(later).toMatchObject({ code: 'relocation', owner: 'north' });
        const promised = Date.parse(String(later!['promisedBy'])) - Date.now();
        expect(promised / 60_000).toBeGreaterThan(55);
        expect(promised / 60_000).toBeLessThanOrEqual(60);
      });
    });

    describe('questions over HTTP', () => {
      it('are answered at once or promised by a standard, and kept in time or late', async () => {
        const answered = await ask({ text: '我的发票怎么开', standard: 'invoice' });
        expect(answered).toMatchObject({ status: 201, body: { status: 'answered', dueAt: null } });
        const { body: promised } = await ask({ text: '我家的表可以移吗', standard: 'relocation' });
        expect(promised).toMatchObject({ status: 'promised', isLate: false });
        const path = '/api/v1/questions?status=promised';
        const waiting = await product.call('agent', 'GET', path);
        expect(waiting.body['items']).toMatchObject([
          { id: promised['id'], text: '我家的表可以移吗' },
        ]);
        expect((await decide(answered.body['id'], 'answer', { channel: 'phone' })).status).toBe(
          409,
        );
        const done = await decide(promised['id'], 'answer', { channel: 'phone' }, 'agent');
        expect(done.body).toMatchObject({ status: 'answered', decidedBy: 'a-001', isLate: false });
        const list = await product.call('agent', 'GET', '/api/v1/standard-answers/relocation');
        expect(list.body).toMatchObject({ version: 1 });
      });

      it('that no standard fits wait for a review, and are found the next time', async () => {
        const text = '壁挂炉的定时怎么设置';
        expect(await find(text)).toEqual([]);
        const { body: asked } = await ask({ text, externalId: 'call-77' });
        expect(asked).toMatchObject({ status: 'waiting', standard: null });
        const own = '/api/v1/questions?mine=true&status=waiting&texts=false';
        const { body: owed } = await product.call('agent', 'GET', own);
        expect(owed['items']).toMatchObject([{ id: asked['id'], dueAt: null, isLate: false }]);
        expect(await ask({ text, externalId: 'call-77' })).toMatchObject({
          status: 200,
          body: { id: asked['id'] },
        });
        const views = await product.call(
          'manager',
          'GET',
          `/api/v1/questions/${String(asked['id'])}/views`,
        );
        expect(views.body['items']).toMatchObject([
          { what: 'question', viewer: 'agent', times: 1 },
        ]);
        const review = { decision: 'standard', standard: 'timer', example: '壁挂炉怎么设置定时' };
        expect(errorsOf(await decide(asked['id'], 'review', review))).toEqual([
          422,
          ['standard unknown-code'],
        ]);
        expect((await decide(asked['id'], 'review', review, 'agent')).status).toBe(403);
        await publish('timer', {
          ...invoice,
          name: { zh: '定时', en: 'Timer' },
          questions: ['定时'],
        });
        const reviewed = await decide(asked['id'], 'review', review);
        expect(reviewed.body).toMatchObject({ status: 'promised', standard: 'timer' });
        expect(await find(text)).toMatchObject([{ code: 'timer', version: 2 }]);
        const again = await decide(asked['id'], 'review', review);
        expect(again.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
      });

      it('are dismissed with a reason, and whoever read them is known to managers', async () => {
        const { body: asked } = await ask({ text: '你们那里下雨了吗' });
        const dismissed = { decision: 'dismissed', reason: 'one-off', note: '与业务无关' };
        expect((await decide(asked['id'], 'review', dismissed)).body).toMatchObject({
          ...{ status: 'dismissed', reason: 'one-off', standard: null },
        });
        await product.call('agent', 'GET', '/api/v1/questions?status=dismissed');
        const views = await product.call(
          'manager',
          'GET',
          `/api/v1/questions/${String(asked['id'])}/views`,
        );
        expect(views.body['items']).toMatchObject([
          { what: 'question', viewer: 'agent', times: 1 },
        ]);
      });

      it('name a customer or a standard that is not there', async () => {
        const customer = { id: '019aafe0-0000-7000-8000-000000000009' };
        expect(errorsOf(await ask({ text: '在吗', customer }))).toEqual([
          422,
          ['customer.id unknown-customer'],
        ]);
        const promisedBy = '2026-01-01T00:00:00.000Z';
        expect(errorsOf(await ask({ text: '在吗', promisedBy }))).toEqual([
          422,
          ['promisedBy in-the-past'],
        ]);
        expect(errorsOf(await ask({ text: '在吗', standard: 'none' }))).toEqual([
          422,
          ['standard unknown-code'],
        ]);
        expect((await decide(customer.id, 'answer', { channel: 'phone' })).status).toBe(404);
      });

      it('hold no words in any event', async () => {
        const { database } = product.services.runtimes.get('intake')!;
        const rows = await database.query<{ type: string; data: string }>(
          `select type, data::text as data from events where type like 'clearline.question.%'`,
        );
        const types = new Set(rows.map(({ type }) => type));
        expect([...types].sort()).toEqual(
          [QuestionAnswered.type, QuestionAsked.type, QuestionReviewed.type].sort(),
        );
        for (const { data } of rows) expect(data).not.toMatch(/发票|移吗|定时|下雨|业务/);
      });
    });
  });
}
