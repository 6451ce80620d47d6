import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';
import { waitFor } from '#testing';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

/** Whatever its severity, a complaint is told to those who lead: an alert that a snooze can stand at. */
const policy: Policy = {
  ...defaultPolicy,
  ladders: [
    {
      id: 'all',
      levels: [{ id: 'team', level: 1, audience: 'supervisor', after: { trigger: 0 } }],
    },
  ],
  triggers: [{ id: 'any', on: { severity: ['low', 'normal', 'high', 'critical'] }, ladder: 'all' }],
};

/** Reminders that wait, through the public edge, on the engine that `open` starts. */
export function remindersSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`reminders on ${engine}`, () => {
    let product: TestStandalone;
    let id: string;

    beforeAll(async () => {
      product = await open();
      const published = await product.call('manager', 'PUT', '/api/v1/policies', policy);
      expect(published.status).toBe(200);
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
      id = String(filed.body['caseId']);
      await waitFor(
        async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
        { describe: 'the case' },
      );
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const command = (as: string, name: string, body: object = {}) =>
      product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const alertsOfCase = async () => {
      const { body } = await product.call('supervisor', 'GET', '/api/v1/alerts');
      return (body['items'] as { caseId: string }[]).filter(({ caseId }) => caseId === id);
    };
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

    it('are snoozed by supervisors for a while, with a reason that is sealed, and go on when told', async () => {
      const until = inHours(20);
      const body = { until, reason: '客户出差，周五回来' };
      expect((await command('agent', 'snooze-reminders', body)).status).toBe(403);
      const snoozed = await command('supervisor', 'snooze-reminders', body);
      expect(snoozed).toMatchObject({ status: 200, body: { snoozedUntil: until } });
      const timeline = await product.call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
      expect(timeline.body['items']).toContainEqual(
        expect.objectContaining({
          type: 'clearline.case.reminders-snoozed.v1',
          data: expect.objectContaining({ reason: 'other', until }),
          texts: { note: '客户出差，周五回来' },
        }),
      );
      const mark = { until, by: 's-001', reason: 'other' };
      expect(await alertsOfCase()).toMatchObject([{ snoozed: mark }]);
      const resumed = await command('supervisor', 'resume-reminders');
      expect(resumed.status).toBe(200);
      expect(resumed.body).not.toHaveProperty('snoozedUntil');
      expect(await alertsOfCase()).toMatchObject([{ snoozed: null }]);
      expect((await command('supervisor', 'resume-reminders')).status).toBe(409);
    });

    it('are not snoozed for longer than a week, nor into the past', async () => {
      const body = { until: inHours(200), reason: 'worked-on' };
      expect(await command('supervisor', 'snooze-reminders', body)).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'until', rule: 'too-late' }] },
      });
      const past = { ...body, until: inHours(-1) };
      expect(await command('supervisor', 'snooze-reminders', past)).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'until', rule: 'in-the-past' }] },
      });
    });
  });
}
