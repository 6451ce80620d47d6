import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { startMailServer } from './mail-server.js';
import type { MailServer } from './mail-server.js';
import { addAgents, openTestStandalone } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

let server: MailServer;
let product: TestStandalone;
beforeAll(async () => {
  server = await startMailServer();
  const urls = { smtpUrl: server.url, publicUrl: 'https://clearline.example' };
  product = await openTestStandalone(await createTestDatabase(), urls);
  await addAgents(product, [{ agentId: 's-001', unit: 'south', roles: ['supervisor'] }]);
  const channel = { email: 'south@hotline.example', language: 'zh-CN', timeZone: 'Asia/Shanghai' };
  const kept = await product.call('supervisor', 'PUT', '/api/v1/channels/own', channel);
  expect(kept.status).toBe(200);
}, 360_000);
afterAll(async () => {
  await product?.close();
  await server?.close();
}, 180_000);

it('tells a unit that was mailed of a transfer that it was taken back, which shows it the case no more', async () => {
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
  const path = `/api/v1/cases/${String(filed.body['caseId'])}`;
  const isOpen = async () => (await product.call('agent', 'GET', path)).status === 200;
  await waitFor(isOpen, { describe: 'the case' });
  const number = String((await product.call('agent', 'GET', path)).body['number']);
  const mailed = (subject: string) =>
    waitFor(() => server.received.find((one) => one.subject === `[Clearline] ${subject}`), {
      timeoutMs: 20_000,
      describe: subject,
    });
  const command = async (name: string, body: object) => {
    const done = await product.call('agent', 'POST', `${path}/commands/${name}`, body);
    expect({ name, status: done.status }).toEqual({ name, status: 200 });
  };
  const transfer = { to: 'south', reason: 'on-site-work', note: '请到许女士家核对' };
  await command('transfer', transfer);
  await mailed(`${number} 转办给 south`);
  await command('withdraw-transfer', {});
  const told = await mailed(`${number} 的转办已撤回`);
  expect(told.to).toBe('south@hotline.example');
  expect(told.text).toContain(`a-001 撤回了转办给 south 的工单 ${number}，无需再答复。`);
  expect(told.text).not.toContain('许女士');
  expect((await product.call('supervisor', 'GET', path)).status).toBe(403);
}, 180_000);
