import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { createTestDatabase, waitFor } from '#testing';
import { startMailServer } from './mail-server.js';
import type { MailServer } from './mail-server.js';
import { openTestStandalone } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';

let server: MailServer;
let product: TestStandalone;
beforeAll(async () => {
  server = await startMailServer();
  const urls = { smtpUrl: server.url, publicUrl: 'https://clearline.example' };
  product = await openTestStandalone(await createTestDatabase(), urls);
  for (const username of ['manager', 'supervisor']) {
    const email = `${username}@hotline.example`;
    const channel = { email, language: 'zh-CN', timeZone: 'Asia/Shanghai' };
    const kept = await product.call(username, 'PUT', '/api/v1/channels/own', channel);
    expect(kept.status).toBe(200);
  }
}, 360_000);
afterAll(async () => {
  await product?.close();
  await server?.close();
}, 180_000);

const look = async (changes: object) => {
  const level = { id: 'team', level: 1, audience: 'supervisor', after: { trigger: 0 } };
  const policy = {
    ...defaultPolicy,
    ladders: [{ id: 'unit', levels: [{ ...level, ...changes }] }],
    triggers: [{ id: 'grave', on: { severity: ['critical'] }, ladder: 'unit' }],
  };
  const published = await product.call('manager', 'PUT', '/api/v1/policies', policy);
  const looked = await product.call('manager', 'POST', '/api/v1/policies/checks');
  expect([published.status, looked.status]).toEqual([200, 200]);
};
const mailSaying = (words: string) =>
  waitFor(() => server.received.find(({ text }) => text.includes(words)), {
    timeoutMs: 20_000,
    describe: `a mail that says ${words}`,
  });

it('mails managers what a look at the ladders finds, each gap once', async () => {
  await look({ unit: 'nowhere' });
  const told = await mailSaying('阶梯 unit 的 team 级所指部门不存在');
  expect(told.to).toBe('manager@hotline.example');
  expect(told.subject).toMatch(/^\[Clearline\] 上报阶梯查出 \d+ 个问题$/);
  expect(told.text).toContain('https://clearline.example/administration/policies?tab=checks');
  await look({ unit: 'nowhere', people: ['a-404'] });
  const further = await mailSaying('阶梯 unit 的 team 级所指人员不在职：a-404');
  expect(further.text).not.toContain('所指部门不存在');
  expect(server.received.map(({ to }) => to)).toEqual([told.to, told.to]);
  const own = await product.call('manager', 'GET', '/api/v1/channels/own');
  const path = `/api/v1/channels/${String(own.body['id'])}/deliveries`;
  const deliveries = await product.call('admin', 'GET', path);
  const abouts = (deliveries.body['items'] as { about: string }[]).map(({ about }) => about);
  expect(abouts).toEqual(['ladder-gaps', 'ladder-gaps']);
}, 180_000);
