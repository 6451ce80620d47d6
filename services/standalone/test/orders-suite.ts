import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView } from '#contracts';
import { waitFor } from '#testing';
import { demoPassword } from '../src/demo-data.js';
import { addAgents } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

/** What units are asked to do for a case, through the public edge, on the engine that `open` starts. */
export function ordersSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`orders on ${engine}`, () => {
    let product: TestStandalone;

    beforeAll(async () => {
      product = await open();
      const agents = [
        { agentId: 'a-003', unit: 'south', roles: ['agent'] },
        { agentId: 's-001', unit: 'hq', roles: ['supervisor'] },
      ];
      await addAgents(product, agents);
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const { control, listen, establish, apologise } = sampleEvidence;
    const evidence = { control, listen, establish, apologise };

    async function openCase(organisation = 'north'): Promise<string> {
      const body = { ...sampleComplaint, organisation, evidence };
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
      const id = String(filed.body['caseId']);
      await waitFor(
        async () =>
          (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).body['stage'] === 'resolve',
        { describe: 'the case at resolve' },
      );
      return id;
    }

    const command = (as: string, id: string, name: string, body: object = {}) =>
      product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    type Orders = { id: string; kind: string; unit: string; status: string; isLate: boolean }[];
    const ordersOf = async (id: string) =>
      (await product.call('agent', 'GET', `/api/v1/cases/${id}/orders`)).body['orders'] as Orders;
    /** What the stream of alerts tells somebody from its beginning to some words. */
    const streamOf = async (as: string, words: string) => {
      const account = { username: as, password: demoPassword };
      const { body } = await product.call('', 'POST', '/api/v1/login', account);
      const abort = new AbortController();
      const stream = await fetch(new URL('/api/v1/streams/alerts', product.services.url), {
        headers: { authorization: `Bearer ${String(body['token'])}`, 'last-event-id': '1.0.0' },
        signal: abort.signal,
      });
      const reader = stream.body!.getReader();
      let text = '';
      while (!text.includes(words)) text += new TextDecoder().decode((await reader.read()).value);
      abort.abort();
      return text;
    };
    const later = (ms = 3_600_000) => new Date(Date.now() + ms).toISOString();
    const settled = { resolution: '已更换阀门', remedyCost: 0, customerTold: true };
    const learned = { rootCause: '阀门老化', preventiveAction: '列入年度更换计划' };

    it('let several units take part, each of which answers before the case is resolved', async () => {
      const id = await openCase();
      const asked = {
        units: ['south', 'hq'],
        matter: 'advice',
        dueAt: later(),
        text: '请核对管网图',
      };
      expect((await command('agent', id, 'co-handle', asked)).status).toBe(200);
      const [south, hq] = await ordersOf(id);
      const early = await command('agent', id, 'resolve', { ...settled, ...learned });
      expect(early.body).toMatchObject({
        type: 'urn:clearline:problem:illegal-transition',
        detail: expect.stringContaining('south, hq'),
      });
      const foreign = await command('agent', id, 'answer-order', {
        orderId: south!.id,
        answer: '无',
      });
      expect(foreign.status).toBe(403);
      await command('supervisor', id, 'answer-order', { orderId: south!.id, answer: '图已更正' });
      const declined = { orderId: hq!.id, reason: '总部无图' };
      await command('supervisor', id, 'decline-order', declined);
      expect(await ordersOf(id)).toMatchObject([
        { unit: 'south', status: 'answered', answer: '图已更正', endedBy: 's-001', isLate: false },
        { unit: 'hq', status: 'declined', answer: '总部无图' },
      ]);
      const done = await command('agent', id, 'resolve', { ...settled, ...learned });
      expect(done.body).toMatchObject({ status: 'resolved', unit: 'north' });
    });

    it('fall due by the timer of their case, with an alert to whoever is above the unit', async () => {
      const id = await openCase();
      const asked = { dueAt: later(500), text: '请立即说明' };
      expect((await command('supervisor', id, 'supervise', asked)).status).toBe(200);
      await waitFor(async () => (await ordersOf(id))[0]?.status === 'overdue', {
        describe: 'the order overdue',
      });
      const listed = await product.call(
        'supervisor',
        'GET',
        '/api/v1/orders?unit=north&status=overdue',
      );
      expect(listed.body['items']).toMatchObject([{ caseId: id, kind: 'supervision' }]);
      const alerts = await product.call('manager', 'GET', '/api/v1/alerts?open=true');
      const why = {
        zh: 'north 的督办单已逾期。',
        en: 'An order of supervision, given to north, is late.',
      };
      const about = {
        caseId: id,
        cause: 'breach',
        audience: 'manager',
        why,
        caseStatus: 'open',
        ...{ stoppedAt: null, snoozed: null },
      };
      expect(alerts.body['items']).toEqual(
        expect.arrayContaining([expect.objectContaining(about)]),
      );
      const [order] = await ordersOf(id);
      const answer = { orderId: order!.id, answer: '正在抢修' };
      expect((await command('agent', id, 'answer-order', answer)).status).toBe(200);
      expect(await ordersOf(id)).toMatchObject([{ status: 'answered', isLate: true }]);
      // Nobody has to hurry for it any more.
      const { items } = (await product.call('manager', 'GET', '/api/v1/alerts?open=true')).body;
      const alert = (items as Record<string, unknown>[]).find((one) => one['caseId'] === id);
      expect(alert).toMatchObject({ cause: 'breach', stoppedAt: expect.any(String) });
    });

    it('are listed by what they are about, and the follow-up of a problem by its kind', async () => {
      const id = await openCase();
      const matters = ['appointment', 'complaint'];
      for (const [index, unit] of ['south', 'hq'].entries()) {
        const asked = { units: [unit], matter: matters[index], dueAt: later(), text: '请协助' };
        expect((await command('agent', id, 'co-handle', asked)).status).toBe(200);
      }
      const forged = { accused: 's-001', kind: 'forged-signature', desk: 'hq', followUpDays: 7 };
      await command('agent', id, 'mark-problem', { ...forged, dueAt: later(), text: '代签名' });
      const listed = async (query: string) => {
        const { body } = await product.call('manager', 'GET', `/api/v1/orders?${query}&limit=200`);
        const items = body['items'] as { caseId: string; kind: string; unit: string }[];
        return items.filter(({ caseId }) => caseId === id).map(({ kind, unit }) => [kind, unit]);
      };
      expect(await listed('matter=appointment')).toEqual([['co-handling', 'south']]);
      expect(await listed('matter=complaint')).toEqual([['co-handling', 'hq']]);
      expect(await listed('matter=advice')).toEqual([]);
      expect(await listed('problemKind=forged-signature')).toEqual([['supervision', 'hq']]);
      await command('agent', id, 'withdraw', { channel: 'phone' });
      const problems = await listed('problemKind=forged-signature&status=open');
      expect(problems).toEqual(expect.arrayContaining([['follow-up', 'hq']]));
      const seen = await product.call('manager', 'GET', `/api/v1/cases/${id}/orders`);
      expect(seen.body).toMatchObject({ problem: { kind: 'forged-signature' } });
    });

    it('tell the desk that supervises the accused of a problem at once, its agents too, and nobody accused', async () => {
      const critical = { ...sampleComplaint, organisation: 'north', severity: 'critical' };
      await product.call('agent', 'POST', '/api/v1/complaints', critical);
      const id = await openCase('south');
      const about = { accused: 'a-003', desk: 'north', followUpDays: 7, text: '态度恶劣' };
      expect(
        (await command('agent', id, 'mark-problem', { ...about, dueAt: later() })).status,
      ).toBe(200);
      const alertsOf = async (as: string) => {
        const { body } = await product.call(as, 'GET', '/api/v1/alerts?limit=200');
        return body['items'] as AlertView[];
      };
      const own = await alertsOf('agent');
      // Supervisors are told of other things as well, agents of none but what tells their desk.
      expect([...new Set(own.map(({ desk }) => desk))]).toEqual(['north']);
      const alert = own.find(({ caseId }) => caseId === id);
      expect(alert).toMatchObject({
        ...{ caseId: id, cause: 'problem', audience: 'supervisor', unit: 'north', desk: 'north' },
        why: {
          zh: '列为问题件，由督察台核查被投诉人。',
          en: expect.stringContaining('the desk that supervises the accused'),
        },
      });
      expect((await alertsOf('supervisor')).map(({ cause }) => cause)).toContain('critical');
      const path = `/api/v1/alerts/${alert!.id}`;
      expect((await product.call('bi', 'GET', path)).status).toBe(403);
      const streamed = await streamOf('agent', alert!.id);
      expect(streamed).toContain('event: clearline.alert.raised.v4');
      expect(streamed).not.toContain('"cause":"critical"');
      const taken = await product.call('agent', 'POST', `${path}/acknowledge`);
      expect(taken).toMatchObject({ status: 200, body: { acknowledgedBy: 'a-001' } });
      const by = '"by":"a-001"';
      expect(await streamOf('agent', by)).toContain('event: clearline.alert.acknowledged.v1');
      const accused = await openCase();
      // Of the desk, and accused as well.
      await command('manager', accused, 'name-accused', { agents: ['a-001'] });
      await command('manager', accused, 'mark-problem', { ...about, dueAt: later() });
      expect((await alertsOf('agent')).map(({ caseId }) => caseId)).not.toContain(accused);
      const listed = await product.call('agent', 'GET', '/api/v1/orders?mine=true&limit=200');
      const listedCases = (listed.body['items'] as { caseId: string }[]).map((one) => one.caseId);
      expect(listedCases).toContain(id);
      expect(listedCases).not.toContain(accused);
      const theirs = (await alertsOf('manager')).find(({ caseId }) => caseId === accused)!;
      const refused = await product.call(
        'agent',
        'POST',
        `/api/v1/alerts/${theirs.id}/acknowledge`,
      );
      expect(refused.status).toBe(403);
    }, 120_000);

    it('go to a desk that is not the unit of the accused, nor beneath it, where there is another', async () => {
      const id = await openCase();
      const about = { accused: 'a-003', followUpDays: 7, text: '推诿', dueAt: later() };
      const path = `/api/v1/cases/${id}/commands/mark-problem`;
      const marked = (desk: string, language = 'en') =>
        product.call('agent', 'POST', path, { ...about, desk }, { 'accept-language': language });
      for (const desk of ['south', 'south-harbour']) {
        const { status, body } = await marked(desk);
        expect({ status, errors: body['errors'] }).toEqual({
          status: 422,
          errors: [
            {
              path: 'desk',
              rule: 'own-unit',
              message: expect.stringMatching(
                /^south(-harbour)? is the unit of a-003 or beneath it: name another one, as hq, /,
              ),
            },
          ],
        });
      }
      const inChinese = (await marked('south', 'zh-CN')).body['errors'];
      expect(JSON.stringify(inChinese)).toContain('south 是 a-003 所在部门或其下级部门');
      expect((await marked('north')).status).toBe(200);
    });

    it('have a problem followed up by the desk of the accused, who never answers for themselves', async () => {
      const id = await openCase();
      const about = { accused: 's-001', desk: 'hq', followUpDays: 7, text: '推诿' };
      await command('agent', id, 'mark-problem', { ...about, dueAt: later() });
      const [order] = await ordersOf(id);
      expect(order).toMatchObject({ kind: 'supervision', unit: 'hq', status: 'open' });
      const answer = { orderId: order!.id, answer: '已核实' };
      const refused = await command('supervisor', id, 'answer-order', answer);
      expect(refused.status).toBe(403);
      // They and their line see nothing of it either.
      expect((await product.call('supervisor', 'GET', `/api/v1/cases/${id}`)).status).toBe(403);
      const seen = await product.call('manager', 'GET', `/api/v1/cases/${id}`);
      expect(seen.body).toMatchObject({ accused: ['s-001'] });
      await command('manager', id, 'answer-order', answer);
      await command('agent', id, 'withdraw', { channel: 'phone' });
      const [, followUp] = await ordersOf(id);
      expect(followUp).toMatchObject({ kind: 'follow-up', unit: 'hq', status: 'open' });
      const dropped = await command('manager', id, 'drop-order', { orderId: followUp!.id });
      expect(dropped.status).toBe(409);
      const told = { orderId: followUp!.id, answer: '客户确认未再发生' };
      expect((await command('manager', id, 'answer-order', told)).status).toBe(200);
    });
  });
}
