import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ChannelView } from '#contracts';
import { createTestDatabase, freePort, waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';

let product: TestStandalone;
beforeAll(async () => {
  // No server: of mails that leave the suite of mails tells.
  product = await openTestStandalone(await createTestDatabase(), {
    smtpUrl: `smtp://127.0.0.1:${await freePort()}`,
    publicUrl: 'https://clearline.example',
  });
}, 360_000);
afterAll(() => product?.close(), 180_000);

const path = '/api/v1/channels/own';

/** Somebody with an address for their alerts. */
async function newReader(username: string) {
  const account = { username, password: `${username}-may-sign-in` };
  const user = { ...account, roles: ['supervisor'] };
  const { body: made } = await product.call('admin', 'POST', '/api/v1/users', user);
  const signIn = async () => {
    const { body } = await product.call('', 'POST', '/api/v1/login', account);
    return { authorization: `Bearer ${String(body['token'])}` };
  };
  const channel = { email: `${username}@hotline.example`, language: 'en', timeZone: 'UTC' };
  const kept = await product.call('', 'PUT', path, channel, await signIn());
  expect(kept.status).toBe(200);
  return { user: `/api/v1/users/${String(made['id'])}`, signIn };
}

const readers = async () => {
  const { body } = await product.call('admin', 'GET', '/api/v1/channels');
  return (body['items'] as ChannelView[]).map(({ username }) => username);
};

it('is mailed no alerts whose account was disabled, also once they are back, until they say where to', async () => {
  const [leaving] = [await newReader('leaving'), await newReader('staying')];
  expect(await readers()).toEqual(['leaving', 'staying']);
  await product.call('admin', 'POST', `${leaving.user}/disable`);
  await waitFor(async () => (await readers()).length === 1, { describe: 'the end of the channel' });
  expect(await readers()).toEqual(['staying']);
  await product.call('admin', 'POST', `${leaving.user}/restore`);
  const headers = await leaving.signIn();
  expect((await product.call('', 'GET', path, undefined, headers)).status).toBe(404);
}, 60_000);
