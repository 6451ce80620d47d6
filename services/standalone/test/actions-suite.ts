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
        { cause: 'breach', audience: 'supervisor', acknowledgedAt: null },
      ]);
      await command('agent', id, 'complete-action', { actionId: action!.id });
      expect(await ownActions('done')).toMatchObject([{ id: action!.id }]);
      const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}/resolution`);
      expect(body['actions']).toMatchObject([{ status: 'done-late' }]);
      expect(await alertsOf(id, dueAt)).toHaveLength(1);
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
