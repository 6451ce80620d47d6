import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { createTestDatabase, waitFor } from '#testing';
import { docsReceiver } from '../test/docs-receiver.js';
import type { DocsReceiver } from '../test/docs-receiver.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { sampleComplaint } from '../test/samples.js';

const path = '/api/v1/subscriptions';
let product: TestStandalone;
let receiver: DocsReceiver;
let id = '';
let secret = '';

beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase(), { allowPrivateTargets: true });
  receiver = await docsReceiver();
  const asked = { url: receiver.url, types: ['clearline.alert.raised'] };
  const { body } = await product.call('admin', 'POST', path, asked);
  id = String(body['id']);
  secret = String(body['secret']);
  receiver.start(secret);
  await waitFor(async () => (await post(signed('probe', new Date(), eventOf('probe')))) === 204, {
    describe: 'the receiver',
  });
}, 180_000);
afterAll(async () => {
  await product?.close();
  await receiver?.close();
});

const eventOf = (caseId: string) => JSON.stringify({ type: 'of.a.test', data: { caseId } });

interface Signed {
  body: string;
  headers: Record<string, string>;
}

function signed(messageId: string, at: Date, body: string, key = secret): Signed {
  const headers = {
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(key).sign(messageId, at, body),
  };
  return { body, headers };
}

const post = ({ body, headers }: Signed): Promise<number | undefined> =>
  fetch(receiver.url, { method: 'POST', body, headers }).then(
    ({ status }) => status,
    () => undefined,
  );

/** A critical complaint raises an alert at once; how its delivery fared when it was first tried. */
async function delivered(): Promise<{ caseId: string; state: string; outcome: string | null }> {
  const complaint = { ...sampleComplaint, severity: 'critical' };
  const { body } = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
  return waitFor(
    async () => {
      const { body: page } = await product.call('admin', 'GET', `${path}/${id}/deliveries`);
      const items = page['items'] as { caseId: string; state: string; outcome: string | null }[];
      return items.find(({ caseId, outcome }) => caseId === body['caseId'] && outcome !== null);
    },
    { timeoutMs: 20_000, describe: 'a delivery' },
  );
}

describe('the receiver of webhooks that the docs show', () => {
  it('takes what Clearline sends it, once however often it comes', async () => {
    const { caseId, state } = await delivered();
    expect(state).toBe('delivered');
    const told = receiver.lines().filter((line) => line.includes(caseId));
    expect(told).toEqual([expect.stringMatching(/^clearline\.alert\.raised\.v\d+ /)]);
    const again = signed('the-same', new Date(), eventOf('twice'));
    expect([await post(again), await post(again)]).toEqual([204, 204]);
    expect(receiver.lines().filter((line) => line.endsWith('twice'))).toHaveLength(1);
  }, 180_000);

  it('refuses what is altered, signed with another secret, or older than five minutes', async () => {
    const body = eventOf('forged');
    const now = new Date();
    const other = `whsec_${Buffer.from('another secret').toString('base64')}`;
    const genuine = signed('altered', now, body);
    expect(await post({ ...genuine, body: body.replace('forged', 'other') })).toBe(401);
    expect(await post(signed('other', now, body, other))).toBe(401);
    expect(await post(signed('old', new Date(now.getTime() - 301_000), body))).toBe(401);
    expect(await post(signed('young', new Date(now.getTime() - 240_000), eventOf('young')))).toBe(
      204,
    );
    expect(await post({ body, headers: {} })).toBe(401);
    expect(receiver.lines().filter((line) => line.includes('forged'))).toEqual([]);
  });

  it('refuses Clearline itself once the secret is another one, and that shows in the delivery', async () => {
    await product.call('admin', 'POST', `${path}/${id}/rotate-secret`);
    const { caseId, ...fate } = await delivered();
    expect(fate).toMatchObject({ state: 'waiting', outcome: '401' });
    expect(receiver.lines().filter((line) => line.includes(caseId))).toEqual([]);
  }, 180_000);
});
