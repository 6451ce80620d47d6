import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { waitUntilCaughtUp } from '#eventing';
import { createTestDatabase, waitFor } from '#testing';
import { claimDeliveries, settleDelivery } from '../../escalation/src/webhooks/webhook-queue.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { sampleComplaint } from '../test/samples.js';
import { startReceiver } from '../test/webhook-receiver.js';
import type { Receiver } from '../test/webhook-receiver.js';

const path = '/api/v1/subscriptions';
const alertRaised = 'clearline.alert.raised';
const receivers: Receiver[] = [];
let product: TestStandalone;

const database = () => product.services.runtimes.get('escalation')!.database;
const receiver = async (...answer: Parameters<typeof startReceiver>) => {
  const started = await startReceiver(...answer);
  receivers.push(started);
  return started;
};
/** What earlier tests set off has been told by then, and is not for this one. */
const subscribe = async (url: string, types = [alertRaised]) => {
  await waitUntilCaughtUp(product.services.transports());
  const { status, body } = await product.call('admin', 'POST', path, { url, types });
  expect({ status, body }).toMatchObject({ status: 201, body: { url, active: true } });
  return { id: String(body['id']), secret: String(body['secret']) };
};
/** A critical complaint raises an alert at once. */
const raiseAlert = async () => {
  const complaint = { ...sampleComplaint, severity: 'critical' };
  const { body } = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
  return String(body['caseId']);
};
const deliveries = async (id: string) => {
  const { body } = await product.call('admin', 'GET', `${path}/${id}/deliveries`);
  return body['items'] as {
    eventId: string;
    caseId: string;
    state: string;
    attempts: number;
    outcome: string | null;
  }[];
};
const deliveryOf = (id: string, caseId: string, state: string) =>
  waitFor(
    async () => (await deliveries(id)).find((one) => one.caseId === caseId && one.state === state),
    { timeoutMs: 20_000, describe: `a delivery that is ${state}` },
  );

beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase(), { allowPrivateTargets: true });
}, 180_000);
afterAll(async () => {
  await product?.close();
  for (const one of receivers) await one.close();
});

describe('a webhook', () => {
  it('is sent what it asked for, once, signed so that a stock library takes it', async () => {
    const target = await receiver();
    const { id, secret } = await subscribe(target.url);
    const caseId = await raiseAlert();
    const { eventId } = await deliveryOf(id, caseId, 'delivered');
    expect(target.received).toHaveLength(1);
    const { headers, body } = target.received[0]!;
    expect(headers['webhook-id']).toBe(eventId);
    expect(headers['content-type']).toMatch(/^application\/cloudevents\+json/);
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      specversion: '1.0',
      type: expect.stringMatching(/^clearline\.alert\.raised\.v\d+$/),
      id: eventId,
      data: { caseId, cause: 'critical' },
    });
    const other = new Webhook(`whsec_${Buffer.from('another secret').toString('base64')}`);
    expect(() => other.verify(body, headers)).toThrow(/No matching signature/);
    expect(() => new Webhook(secret).verify(body.replace(caseId, 'other'), headers)).toThrow();
  });

  it('is sent what signals finds out, from when it was made', async () => {
    const target = await receiver();
    const caseId = await raiseAlert();
    const answer = (score: number) =>
      product.call('agent', 'POST', '/api/v1/surveys', { caseId, kind: 'csat', score });
    await waitFor(
      async () => (await product.call('agent', 'GET', `/api/v1/cases/${caseId}`)).status === 200,
    );
    await answer(5);
    const { id, secret } = await subscribe(target.url, ['clearline.satisfaction.scored']);
    await answer(1);
    const { eventId } = await deliveryOf(id, caseId, 'delivered');
    const { headers, body } = target.received[0]!;
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      id: eventId,
      source: expect.stringContaining('signals'),
      data: { caseId, score: 1, satisfied: false },
    });
    expect(target.received).toHaveLength(1);
  }, 180_000);

  it('signs with another secret once it is rotated', async () => {
    const target = await receiver();
    const { id, secret } = await subscribe(target.url);
    const { body } = await product.call('admin', 'POST', `${path}/${id}/rotate-secret`);
    expect(body['secret']).not.toBe(secret);
    await deliveryOf(id, await raiseAlert(), 'delivered');
    const sent = target.received.at(-1)!;
    expect(() => new Webhook(secret).verify(sent.body, sent.headers)).toThrow();
    new Webhook(String(body['secret'])).verify(sent.body, sent.headers);
  });

  it('is tried again under the same id, parked after its last attempt, and redriven by a person', async () => {
    const target = await receiver(500);
    const { id } = await subscribe(target.url);
    const caseId = await raiseAlert();
    const refused = await waitFor(async () => {
      const [one] = await deliveries(id);
      return one?.outcome === '500' ? one : undefined;
    });
    expect(refused).toMatchObject({ state: 'waiting', attempts: 1 });
    await database().query(
      `update webhook_deliveries set attempts = 9, next_at = 0 where subscription_id = $1`,
      [id],
    );
    expect(await deliveryOf(id, caseId, 'parked')).toMatchObject({ attempts: 10, outcome: '500' });
    target.answer = 204;
    const { body } = await product.call('admin', 'POST', `${path}/${id}/redrive`, {});
    expect(body).toEqual({ redriven: 1 });
    await deliveryOf(id, caseId, 'delivered');
    const ids = target.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  }, 180_000);

  it('does not wait for another that hangs, and does not follow one that redirects', async () => {
    const secret = await receiver();
    const hanging = await receiver('hang');
    const moved = await receiver({ redirectTo: secret.url });
    const good = await receiver();
    const [hung, away, fine] = [
      await subscribe(hanging.url),
      await subscribe(moved.url),
      await subscribe(good.url),
    ];
    const cases = [];
    for (let count = 0; count < 6; count += 1) cases.push(await raiseAlert());
    for (const caseId of cases) await deliveryOf(fine.id, caseId, 'delivered');
    expect((await deliveries(hung.id)).map(({ state }) => state)).toEqual(
      cases.map(() => 'waiting'),
    );
    await waitFor(async () =>
      (await deliveries(away.id)).every(({ outcome }) => outcome === '302'),
    );
    expect(secret.received).toEqual([]);
    const timedOut = async () =>
      (await deliveries(hung.id)).some(({ outcome }) => outcome === 'timeout');
    await waitFor(timedOut, { timeoutMs: 20_000, describe: 'the answer to be overdue' });
  }, 180_000);

  it('is sent again what a process had claimed when it died', async () => {
    const target = await receiver();
    const { id } = await subscribe(target.url);
    await product.call('admin', 'PATCH', `${path}/${id}`, { active: false });
    await product.call('admin', 'PATCH', `${path}/${id}`, { active: true });
    const claimed = await waitFor(async () => {
      await raiseAlert();
      const mine = await claimDeliveries(database(), 1, new Map(), Date.now());
      return mine.find(({ subscriptionId }) => subscriptionId === id);
    });
    const isSent = () =>
      target.received.some(({ headers }) => headers['webhook-id'] === claimed.eventId);
    expect(isSent()).toBe(false);
    await database().query(`update webhook_deliveries set next_at = 0 where event_id = $1`, [
      claimed.eventId,
    ]);
    await waitFor(isSent, { timeoutMs: 10_000, describe: 'the lease to run out' });
  }, 180_000);

  it('is not taken back by a slow attempt that fails after another had delivered it', async () => {
    const target = await receiver();
    const { id } = await subscribe(target.url);
    const caseId = await raiseAlert();
    const { eventId } = await deliveryOf(id, caseId, 'delivered');
    const slow = {
      subscriptionId: id,
      url: target.url,
      secretVersion: 1,
      eventId,
      body: '',
      attempts: 1,
    };
    const failed = { outcome: 'timeout', isDelivered: false, retryAt: Date.now() };
    await settleDelivery(database(), slow, failed, Date.now());
    const after = (await deliveries(id)).find((one) => one.eventId === eventId);
    expect(after).toMatchObject({ state: 'delivered', outcome: '200' });
  });

  it('gathers nothing while it is stopped, and is gone with its deliveries when removed', async () => {
    const target = await receiver();
    const { id } = await subscribe(target.url);
    await product.call('admin', 'PATCH', `${path}/${id}`, { active: false });
    const other = await subscribe((await receiver()).url);
    await deliveryOf(other.id, await raiseAlert(), 'delivered');
    expect(await deliveries(id)).toEqual([]);
    expect((await product.call('admin', 'DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await product.call('admin', 'GET', `${path}/${id}`)).status).toBe(404);
  });
});

describe('the only webhook', () => {
  it('passes over what happens while it is stopped', async () => {
    await database().query(`update webhook_subscriptions set active = false`);
    const target = await receiver();
    const { id } = await subscribe(target.url);
    await product.call('admin', 'PATCH', `${path}/${id}`, { active: false });
    await raiseAlert();
    await waitUntilCaughtUp(product.services.transports());
    await product.call('admin', 'PATCH', `${path}/${id}`, { active: true });
    const caseId = await raiseAlert();
    await deliveryOf(id, caseId, 'delivered');
    expect((await deliveries(id)).map((one) => one.caseId)).toEqual([caseId]);
  });
});

describe('a webhook into the own network', () => {
  it('is refused when it is made, and by every attempt where its name leads there later', async () => {
    const closed = await openTestStandalone(await createTestDatabase());
    const target = await receiver();
    try {
      const make = async (url: string) => {
        const { status, body } = await closed.call('admin', 'POST', path, {
          url,
          types: [alertRaised],
        });
        return [
          status,
          (body['errors'] as { path: string; rule: string }[] | undefined)?.[0]?.rule,
        ];
      };
      expect(await make('http://example.com/hook')).toEqual([422, 'https']);
      for (const host of [
        '127.0.0.1',
        '10.1.2.3',
        '169.254.169.254',
        '[::1]',
        '[::ffff:10.0.0.1]',
        '[::a00:1]',
        '100.64.0.1',
        'localhost',
      ]) {
        expect([host, ...(await make(`https://${host}/hook`))]).toEqual([
          host,
          422,
          'private-target',
        ]);
      }
      const runtime = closed.services.runtimes.get('escalation')!;
      const [row] = await runtime.database.query<{ id: string }>(
        `insert into webhook_subscriptions (id, url, types, created_by, created_at)
         values (gen_random_uuid(), $1, $2, 'test', 0) returning id`,
        [target.url, [alertRaised]],
      );
      await runtime.database.query(
        `insert into webhook_deliveries (subscription_id, event_id, type, case_id, body, next_at, created_at)
         values ($1, gen_random_uuid(), $2, 'case', '{}', 0, 0)`,
        [row!.id, alertRaised],
      );
      const outcome = await waitFor(async () => {
        const { body } = await closed.call('admin', 'GET', `${path}/${row!.id}/deliveries`);
        return (body['items'] as { outcome: string | null }[])[0]?.outcome ?? undefined;
      });
      expect(outcome).toBe('private-target');
      expect(target.received).toEqual([]);
    } finally {
      await closed.close();
    }
  }, 180_000);
});
