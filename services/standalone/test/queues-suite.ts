import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { waitFor } from '#testing';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

const title = (zh: string, en: string) => ({ zh, en });
const queues = [
  {
    ...{ id: 'billing', title: title('账单', 'Bills'), match: { category: ['billing'] } },
    ...{ talkMinutes: 3, handlingMinutes: 10, costPerHour: 45 },
  },
  {
    ...{ id: 'experts', title: title('疑难', 'Difficult'), match: { tier: ['vip'] } },
    handlingMinutes: 120,
  },
];

/** Queues of a policy, through the public edge, on the engine that `open` starts. */
export function queuesSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`queues on ${engine}`, () => {
    let product: TestStandalone;
    /** Cases of no queue that were there before. */
    let unqueued = 0;

    beforeAll(async () => {
      product = await open();
      const policy = { ...defaultPolicy, queues };
      expect((await product.call('manager', 'PUT', '/api/v1/policies', policy)).status).toBe(200);
      unqueued = Number((await figures()).find(({ queue }) => queue === null)?.['open'] ?? 0);
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    async function openCase(changes: object = {}): Promise<string> {
      const body = { ...sampleComplaint, ...changes };
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
      const id = String(filed.body['caseId']);
      await waitFor(
        async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
        { describe: 'the case' },
      );
      return id;
    }
    const command = (id: string, name: string, body: object) =>
      product.call('agent', 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const spend = (id: string, activity: string, seconds: number) =>
      command(id, 'record-handling', { activity, seconds });
    const inQueue = async (queue: string) => {
      const { body } = await product.call('agent', 'GET', `/api/v1/cases?queue=${queue}`);
      return (body['items'] as { id: string }[]).map(({ id }) => id);
    };
    const figures = async (as = 'supervisor', query = '') => {
      const { body } = await product.call(as, 'GET', `/api/v1/queues${query}`);
      return body['items'] as Record<string, unknown>[];
    };

    it('take complaints by the rules of the policy, and say so before one is filed', async () => {
      const ask = (facts: object) => product.call('agent', 'POST', '/api/v1/queues/match', facts);
      expect((await ask({ category: 'billing' })).body).toEqual({
        queue: {
          ...{ queue: 'billing', title: title('账单', 'Bills') },
          ...{ talkSeconds: 180, handlingSeconds: 600, costPerHour: 45 },
        },
      });
      expect((await ask({ category: 'leak' })).body).toEqual({ queue: null });
      const id = await openCase();
      const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}`);
      expect(body).toMatchObject({ queue: 'billing' });
      expect(await inQueue('billing')).toContain(id);
      const other = await openCase({ category: 'leak' });
      expect(
        (await product.call('agent', 'GET', `/api/v1/cases/${other}`)).body,
      ).not.toHaveProperty('queue');
    });

    it('let a case go to another one, and refuse one that the policy does not have', async () => {
      const id = await openCase();
      const unknown = await command(id, 'move-to-queue', { queue: 'nowhere' });
      expect(unknown).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'queue', rule: 'unknown-code' }] },
      });
      const moved = await command(id, 'move-to-queue', { queue: 'experts', note: '已来电三次' });
      expect(moved.body).toMatchObject({ queue: 'experts' });
      expect(await inQueue('experts')).toEqual([id]);
      expect(await inQueue('billing')).not.toContain(id);
      expect((await command(id, 'move-to-queue', { queue: 'experts' })).status).toBe(409);
      const timeline = await product.call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
      expect(timeline.body['items']).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            type: 'clearline.case.queue-changed.v1',
            data: expect.objectContaining({ before: 'billing', queue: 'experts' }),
            texts: { note: '已来电三次' },
          }),
        ]),
      );
    });

    it('measure what handling takes and costs, each by its own target and limit of a call', async () => {
      const before = (await figures()).find(({ queue }) => queue === 'billing')!;
      expect(before).toMatchObject({ handled: 0, secondsPerCase: null, cost: null });
      const [short, long] = [await openCase(), await openCase()];
      await spend(short, 'call', 120);
      await spend(long, 'call', 200);
      const { body } = await spend(long, 'research', 480);
      expect(body).toMatchObject({ handling: { seconds: 680, targetSeconds: 600, cost: 8.5 } });
      const [billing, experts, none] = await figures();
      expect(billing).toMatchObject({
        ...{ queue: 'billing', open: 3, handled: 2, seconds: 800, secondsPerCase: 400 },
        ...{ overTarget: 1, calls: 2, overLimit: 1, cost: 10, costPerCase: 5 },
        costPerCall: 2,
      });
      expect(experts).toMatchObject({ queue: 'experts', open: 1, handled: 0, costPerHour: null });
      expect(none).toMatchObject({ queue: null, title: null, open: unqueued + 1 });
      const past = '?from=2026-01-01T00:00:00.000Z&to=2026-01-02T00:00:00.000Z';
      expect((await figures('supervisor', past))[0]).toMatchObject({ handled: 0, open: 3 });
    });

    it('have supervisors told once when the work on a case crosses the target of its queue', async () => {
      const id = await openCase();
      const alerts = async (as: string) => {
        const { body } = await product.call(as, 'GET', '/api/v1/alerts?limit=200');
        return (body['items'] as { caseId: string }[]).filter(({ caseId }) => caseId === id);
      };
      await spend(id, 'call', 600);
      expect(await alerts('supervisor')).toEqual([]);
      await spend(id, 'research', 1);
      await spend(id, 'research', 300);
      expect(await alerts('supervisor')).toMatchObject([
        {
          ...{ cause: 'over-target', audience: 'supervisor', kind: null, dueAt: null },
          why: { zh: '办理时长已超队列目标。', en: expect.stringContaining('target of its queue') },
        },
      ]);
      expect(await alerts('agent')).toEqual([]);
    });

    it('refuse work of no time or of more than a day, and times that end before they begin', async () => {
      const id = await openCase();
      for (const [seconds, rule] of [
        [0, 'minimum:1'],
        [86_401, 'maximum:86400'],
      ] as const) {
        const refused = await spend(id, 'call', seconds);
        expect(refused).toMatchObject({
          status: 422,
          body: { errors: [{ path: 'seconds', rule }] },
        });
      }
      const query = '?from=2026-01-02T00:00:00.000Z&to=2026-01-02T00:00:00.000Z';
      const refused = await product.call('agent', 'GET', `/api/v1/queues${query}`);
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'from', rule: 'before-to' }] },
      });
    });
  });
}
