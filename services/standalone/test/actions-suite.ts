import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionView, AlertView } from '#contracts';
import { waitFor } from '#testing';
import { addAgents } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

/** Ten minutes pass in a second: an action falls due while a test looks on. */
export const actionPace = () => `2026-11-23T02:00:00.000Z@${new Date().toISOString()}x600`;

const patience = { timeoutMs: 30_000 };
const text = '接口加上幂等校验';

/** Preventive actions that fall due, through the public edge, on the engine that `open` starts. */
export function actionsSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`preventive actions on ${engine}`, () => {
    let product: TestStandalone;
    let ownersToken = '';

    const asOwner = async (path: string): Promise<Record<string, unknown>> => {
      const headers = { authorization: `Bearer ${ownersToken}` };
      const response = await fetch(new URL(path, product.services.url), { headers });
      return (await response.json()) as Record<string, unknown>;
    };
    const ownersCommand = async (id: string, name: string, body: object, language = 'en') => {
      const headers = {
        authorization: `Bearer ${ownersToken}`,
        'content-type': 'application/json',
        'accept-language': language,
      };
      const url = new URL(`/api/v1/cases/${id}/commands/${name}`, product.services.url);
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await fetch(url, init);
      const answer = await response.text();
      const said = (answer ? JSON.parse(answer) : {}) as Record<string, unknown>;
      return { status: response.status, body: said };
    };
    const now = () => product.services.runtimes.get('escalation')!.clock.now();
    const command = async (as: string, id: string, name: string, body: object = {}) => {
      const answer = await product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
      expect({ name, status: answer.status }).toEqual({ name, status: 200 });
    };
    const openCase = async (): Promise<string> => {
      const { body } = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
      const id = String(body['caseId']);
      const isOpen = async () =>
        (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200;
      await waitFor(isOpen, { ...patience, describe: 'the case' });
      return id;
    };
    /** Due half an hour from now, which is three seconds. */
    const plan = async (id: string): Promise<string> => {
      const dueAt = new Date(now() + 1_800_000).toISOString();
      await command('agent', id, 'plan-action', { owner: 'a-301', dueAt, text });
      return dueAt;
    };
    const alertsOf = async (id: string, dueAt: string): Promise<AlertView[]> => {
      const { body } = await product.call('supervisor', 'GET', '/api/v1/alerts?limit=200');
      const items = body['items'] as AlertView[];
      return items.filter((one) => one.caseId === id && one.dueAt === dueAt && one.kind === null);
    };
    const ownActions = async (status: string): Promise<ActionView[]> => {
      const { items } = await asOwner(`/api/v1/actions?owner=a-301&status=${status}`);
      return items as ActionView[];
    };

    beforeAll(async () => {
      product = await open();
      // Of a unit that has none of the cases: the action alone shows them.
      await addAgents(product, [{ agentId: 'a-301', unit: 'south', roles: ['agent'] }]);
      const owner = { username: 'owner', password: 'owner-may-sign-in' };
      const user = { ...owner, roles: ['agent'], agentId: 'a-301' };
      expect((await product.call('admin', 'POST', '/api/v1/users', user)).status).toBe(201);
      const { body } = await product.call('', 'POST', '/api/v1/login', owner);
      ownersToken = String(body['token']);
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    it('tell their owner and whoever supervises as they fall due, once, until they are done late', async () => {
      const id = await openCase();
      const told = await follow(product, ownersToken, '/api/v1/streams/cases');
      const dueAt = await plan(id);
      expect(await ownActions('open')).toMatchObject([{ caseId: id, owner: 'a-301', dueAt }]);
      expect(await alertsOf(id, dueAt)).toEqual([]);
      await told.until((event) => event['caseId'] === id && event['owner'] === 'a-301', {
        type: /^clearline\.case\.action-overdue\./,
      });
      told.end();
      const [action] = await waitFor(
        async () => {
          const found = await ownActions('overdue');
          return found.length > 0 ? found : undefined;
        },
        { ...patience, describe: 'the overdue action' },
      );
      expect(action).toMatchObject({ caseId: id, dueAt, doneAt: null });
      expect(await alertsOf(id, dueAt)).toMatchObject([
        { cause: 'breach', audience: 'supervisor', acknowledgedAt: null, stoppedAt: null },
      ]);
      const done = { actionId: action!.id };
      expect((await ownersCommand(id, 'complete-action', done)).status).toBe(200);
      expect(await ownActions('done')).toMatchObject([{ id: action!.id }]);
      const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}/resolution`);
      expect(body['actions']).toMatchObject([{ status: 'done-late' }]);
      expect(await alertsOf(id, dueAt)).toMatchObject([{ stoppedAt: expect.any(String) }]);
    }, 180_000);

    it('are moved by who owns the case, told to who had and who has them, and timed anew', async () => {
      const id = await openCase();
      const dueAt = new Date(now() + 86_400_000).toISOString();
      await command('agent', id, 'plan-action', { owner: 'a-301', dueAt, text });
      const isOf = (one: ActionView) => one.caseId === id;
      const actionId = (await ownActions('open')).find(isOf)!.id;
      const later = new Date(now() + 2 * 86_400_000).toISOString();
      const puttingOff = { actionId, dueAt: later, reason: 'workload' };
      expect(await ownersCommand(id, 'move-action', puttingOff)).toMatchObject({
        status: 403,
        body: { detail: 'who owns the case or supervises its unit puts off what you are to do' },
      });
      const dropping = { actionId, reason: 'not-needed' };
      expect(await ownersCommand(id, 'drop-action', dropping, 'zh-CN')).toMatchObject({
        status: 403,
        body: { detail: '措施须由工单负责人或工单所在部门的主管取消' },
      });
      const sooner = new Date(now() + 43_200_000).toISOString();
      const forward = { actionId, dueAt: sooner, reason: 'more-urgent' };
      expect((await ownersCommand(id, 'move-action', forward)).status).toBe(200);

      const told = await follow(product, ownersToken, '/api/v1/streams/cases');
      const dueSoon = new Date(now() + 1_800_000).toISOString();
      const given = { actionId, owner: 'a-001', dueAt: dueSoon, reason: 'absence', note: '休假' };
      await command('agent', id, 'move-action', given);
      await told.until((event) => event['ownerBefore'] === 'a-301' && event['owner'] === 'a-001', {
        type: /^clearline\.case\.action-moved\./,
      });
      told.end();
      expect((await asOwner(`/api/v1/cases/${id}`))['status']).toBe(403);
      expect((await ownActions('open')).filter(isOf)).toEqual([]);
      await waitFor(async () => (await alertsOf(id, dueSoon)).length === 1, {
        ...patience,
        describe: 'the alert at the new instant',
      });
      expect(await alertsOf(id, sooner)).toEqual([]);
      const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}/resolution`);
      expect(body['actions']).toMatchObject([
        { owner: 'a-001', dueAt: dueSoon, status: 'overdue' },
      ]);
    }, 180_000);

    it('are done by who has them, who owns the case and supervisors, and stand in no way once dropped', async () => {
      const id = await openCase();
      const dueAt = new Date(now() + 86_400_000).toISOString();
      await command('agent', id, 'plan-action', { owner: 'a-301', dueAt, text });
      const actionId = (await ownActions('open')).find((one) => one.caseId === id)!.id;
      // Whoever files a complaint owns its case: now somebody else does.
      await command('supervisor', id, 'assign', { owner: 's-001' });
      const path = `/api/v1/cases/${id}/commands`;
      const done = await product.call('agent', 'POST', `${path}/complete-action`, { actionId });
      expect(done).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('says that it is done') },
      });
      await command('supervisor', id, 'drop-action', { actionId, reason: 'replaced' });
      expect(await ownActions('dropped')).toMatchObject([{ id: actionId, doneAt: null }]);
      expect((await asOwner(`/api/v1/cases/${id}`))['status']).toBe(403);
      const again = await product.call('supervisor', 'POST', `${path}/complete-action`, {
        actionId,
      });
      expect(again.status).toBe(409);
    }, 180_000);

    it('send whom a case is about to a training that others see to, and are never theirs', async () => {
      const id = await openCase();
      const dueAt = new Date(now() + 86_400_000).toISOString();
      await command('agent', id, 'name-accused', { agents: ['a-301'] });
      const path = `/api/v1/cases/${id}/commands/plan-action`;
      const asked = { owner: 'a-301', dueAt, text };
      expect(await product.call('agent', 'POST', path, asked)).toMatchObject({
        status: 409,
        body: { detail: 'a-301 is who it is about: somebody else has to carry the action out' },
      });
      const inChinese = { 'accept-language': 'zh-CN' };
      expect(await product.call('agent', 'POST', path, asked, inChinese)).toMatchObject({
        body: { detail: 'a-301 是被投诉人，须由他人落实措施' },
      });
      await command('agent', id, 'plan-action', { ...asked, owner: 'a-001', concerns: 'a-301' });
      const isOf = (one: ActionView) => one.caseId === id;
      const listed = async (status: string) => {
        const { items } = await asOwner(`/api/v1/actions?status=${status}&limit=200`);
        return (items as ActionView[]).filter(isOf);
      };
      const [training] = await listed('open');
      expect(training).toMatchObject({ owner: 'a-001', concerns: 'a-301' });
      expect((await asOwner(`/api/v1/cases/${id}`))['status']).toBe(403);
      const actionId = training!.id;
      const moving = { actionId, owner: 'a-001', reason: 'workload' };
      expect((await ownersCommand(id, 'move-action', moving)).status).toBe(403);
      expect((await ownersCommand(id, 'complete-action', { actionId })).status).toBe(403);
      await command('agent', id, 'complete-action', { actionId, note: '已参加培训' });
      expect(await listed('done')).toMatchObject([{ id: actionId }]);
    }, 180_000);

    it('fall due after their case has ended, and are still shown to their owner', async () => {
      const id = await openCase();
      const dueAt = await plan(id);
      await command('agent', id, 'withdraw', { channel: 'phone' });
      await waitFor(async () => (await alertsOf(id, dueAt)).length === 1, {
        ...patience,
        describe: 'the alert',
      });
      expect(await ownActions('overdue')).toMatchObject([{ caseId: id }]);
      expect(await asOwner(`/api/v1/cases/${id}`)).toMatchObject({ id, status: 'withdrawn' });
    }, 180_000);
  });
}

/** Reads a live stream as somebody's screen does. */
async function follow(product: TestStandalone, token: string, path: string) {
  const abort = new AbortController();
  const headers = { authorization: `Bearer ${token}` };
  const url = new URL(path, product.services.url);
  const response = await fetch(url, { headers, signal: abort.signal });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    async until(isIt: (data: Record<string, unknown>) => boolean, { type }: { type: RegExp }) {
      for (;;) {
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) {
          const [, event = '', data = '{}'] = /event: (\S+)\ndata: (.*)$/.exec(block) ?? [];
          if (type.test(event) && isIt(JSON.parse(data) as Record<string, unknown>)) return;
        }
        text += decoder.decode((await reader.read()).value, { stream: true });
      }
    },
    end: () => abort.abort(),
  };
}
