import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

/** Reminders that wait, through the public edge, on the engine that `open` starts. */
export function remindersSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`reminders on ${engine}`, () => {
    let product: TestStandalone;
    let id: string;

    beforeAll(async () => {
      product = await open();
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
      const resumed = await command('supervisor', 'resume-reminders');
      expect(resumed.status).toBe(200);
      expect(resumed.body).not.toHaveProperty('snoozedUntil');
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
