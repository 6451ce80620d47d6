import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { demoOrganisation } from '../src/demo-data.js';
import { openKillableProduct } from './killable-product.js';
import type { KillableProduct, Replica } from './killable-product.js';
import { sampleComplaint } from './samples.js';
import { startReceiver } from './webhook-receiver.js';
import type { Receiver } from './webhook-receiver.js';

const alertRaised = 'clearline.alert.raised';

let product: KillableProduct;
let replica: Replica;
let receiver: Receiver;
const others: Receiver[] = [];

/** Critical complaints raise an alert each. */
async function fileCritical(count: number): Promise<void> {
  const complaints = Array.from({ length: count }, () => ({
    ...sampleComplaint,
    severity: 'critical',
  }));
  await replica.call('POST', '/api/v1/complaints', complaints);
}

const idsReceived = () => receiver.received.map(({ headers }) => headers['webhook-id']!);
const alertsInLog = async (): Promise<string[]> => {
  const rows = await product.database.query<{ id: string }>(
    `select id from escalation.events where type like 'clearline.alert.raised.%' order by id`,
  );
  return rows.map(({ id }) => id);
};

beforeAll(async () => {
  receiver = await startReceiver('hang');
  product = await openKillableProduct({ WEBHOOK_PRIVATE_TARGETS: 'allow' });
  replica = await product.start();
  await replica.call('POST', '/api/v1/organisation', demoOrganisation);
  const subscription = { url: receiver.url, types: [alertRaised] };
  await replica.call('POST', '/api/v1/subscriptions', subscription);
}, 540_000);

afterAll(async () => {
  await product?.close();
  for (const one of [receiver, ...others]) await one?.close();
}, 180_000);

describe('webhooks of a product on Kafka that is killed', () => {
  it('send again, under the same ids, what was under way, and whatever had not been sent', async () => {
    await fileCritical(10);
    await waitFor(() => receiver.received.length >= 4, {
      timeoutMs: 60_000,
      describe: 'sends that hang',
    });
    await replica.kill();
    const underWay = new Set(idsReceived());
    receiver.answer = 200;
    replica = await product.start();
    // Leases of a minute are cut short; the rest comes by itself.
    const { database } = product;
    await database.query(`update escalation.webhook_deliveries set next_at = 0`);
    await fileCritical(10);
    await waitFor(async () => (await alertsInLog()).length === 20, {
      timeoutMs: 60_000,
      describe: 'an alert of each complaint',
    });
    const expected = await alertsInLog();
    await waitFor(() => new Set(idsReceived()).size === expected.length, {
      timeoutMs: 60_000,
      describe: 'all of the alerts',
    });
    expect([...new Set(idsReceived())].sort()).toEqual(expected);
    const counts = idsReceived().filter((id) => underWay.has(id));
    expect(counts.length).toBe(2 * underWay.size);
    const rows = () =>
      database.query<{ state: string; n: number }>(
        `select state, count(*)::int as n from escalation.webhook_deliveries group by state`,
      );
    await waitFor(async () => (await rows()).every(({ state }) => state === 'delivered'));
    expect(await rows()).toEqual([{ state: 'delivered', n: 20 }]);
  }, 720_000);

  it('reach whoever takes them while others refuse, hang or redirect into the own network', async () => {
    const [good, secret] = [await startReceiver(), await startReceiver()];
    const bad = [
      await startReceiver(500),
      await startReceiver('hang'),
      await startReceiver({ redirectTo: secret.url }),
    ];
    others.push(good, secret, ...bad);
    const ids: string[] = [];
    for (const { url } of [...bad, good]) {
      const made = await replica.call('POST', '/api/v1/subscriptions', {
        url,
        types: [alertRaised],
      });
      ids.push(String(made['id']));
    }
    await fileCritical(20);
    await waitFor(() => good.received.length === 20, {
      timeoutMs: 60_000,
      describe: 'all that is for the one that takes them',
    });
    const outcomesOf = async (id: string) => {
      const rows = await product.database.query<{ outcome: string | null; state: string }>(
        `select distinct outcome, state from escalation.webhook_deliveries where subscription_id = $1`,
        [id],
      );
      return rows.map(({ outcome, state }) => `${state} ${outcome ?? ''}`);
    };
    const expected = ['waiting 500', 'waiting timeout', 'waiting 302'];
    for (const [index, outcome] of expected.entries()) {
      await waitFor(async () => (await outcomesOf(ids[index]!)).includes(outcome), {
        timeoutMs: 60_000,
        describe: outcome,
      });
    }
    expect(await outcomesOf(ids[3]!)).toEqual(['delivered 200']);
    expect(secret.received).toEqual([]);
  }, 540_000);
});
