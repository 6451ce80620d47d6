import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, MessageMailView, PartiesView, ResolutionView } from '#contracts';
import { createTestDatabase, waitFor } from '#testing';
import { startMailServer } from './mail-server.js';
import type { MailServer } from './mail-server.js';
import { openTestStandalone } from './open-test-standalone.js';
import type { Answer, TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

const patience = { timeoutMs: 60_000 };
const text = '冯先生，抢修人员明天上午到，请留人开门。';
const tenant = {
  ...{ role: 'tenant', name: '租客小冯', mayBeTold: true },
  ...{ phone: '15500001111', email: 'feng@mail.example' },
};
const neighbour = { role: 'witness', name: '邻居老李', phone: '15500002222' };

let product: TestStandalone;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
  const mail = { smtpUrl: server.url, publicUrl: 'https://clearline.example' };
  product = await openTestStandalone(await createTestDatabase(), mail);
}, 360_000);
afterAll(async () => {
  await product?.close();
  await server?.close();
}, 180_000);

async function openCase(): Promise<string> {
  const { body } = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
  const path = `/api/v1/cases/${String(body['caseId'])}`;
  const isOpen = async () => (await product.call('agent', 'GET', path)).status === 200;
  await waitFor(isOpen, { ...patience, describe: 'the case' });
  return path;
}
const command = (path: string, name: string, body: object) =>
  product.call('agent', 'POST', `${path}/commands/${name}`, body);
const read = async <T>(path: string) =>
  (await product.call('agent', 'GET', path)).body as unknown as T;
async function name(path: string, party: object): Promise<string> {
  expect(await command(path, 'name-party', party)).toMatchObject({ status: 200 });
  const { items } = await read<PartiesView>(`${path}/parties`);
  return items.at(-1)!.id;
}
async function write(path: string, message: object, language = 'en'): Promise<Answer> {
  const { version: expectedVersion } = await read<CaseView>(path);
  const body = { expectedVersion, kind: 'interim', channel: 'phone', text, ...message };
  const asked = { 'accept-language': language };
  return product.call('agent', 'POST', `${path}/commands/send-message`, body, asked);
}
const messagesOf = async (path: string) =>
  (await read<ResolutionView>(`${path}/resolution`)).messages;
const lastLeft = (path: string) =>
  waitFor(async () => (await messagesOf(path)).at(-1)?.status === 'sent', {
    ...patience,
    describe: 'the message to leave',
  });
const clockOf = async (path: string, kind: string) =>
  (await read<CaseView>(path)).clocks.findLast((one) => one.kind === kind)!;
const mailed = (to: string) =>
  waitFor(() => server.received.find((one) => one.to === to), { ...patience, describe: to });
const parked = (messageId: string, outcome: string) =>
  waitFor(
    async () => {
      const { body } = await product.call('supervisor', 'GET', '/api/v1/message-mails');
      const mails = body['items'] as MessageMailView[];
      const mail = mails.find((one) => one.messageId === messageId);
      return mail?.state === 'parked' && mail.outcome === outcome;
    },
    { ...patience, describe: `the mail to be parked: ${outcome}` },
  );

describe('a message to a party of a case', () => {
  it('goes to where they are reached, and has told the customer nothing', async () => {
    const path = await openCase();
    const partyId = await name(path, tenant);
    const { items } = await read<PartiesView>(`${path}/parties`);
    expect(items).toMatchObject([{ ...tenant, address: null, reachedBy: ['phone', 'email'] }]);
    expect(await write(path, { partyId })).toMatchObject({ status: 200 });
    expect(await messagesOf(path)).toMatchObject([
      { status: 'held', partyId, to: tenant.phone, text },
    ]);
    await lastLeft(path);
    expect(await clockOf(path, 'acknowledge')).toMatchObject({ state: 'running' });
    const { body } = await product.call('agent', 'GET', `${path}/timeline`);
    const passed = (body['items'] as { type: string; data: object }[]).filter(({ type }) =>
      /case\.(message|contact)/.test(type),
    );
    expect(passed).toMatchObject([
      { type: 'clearline.case.message-held.v2', data: { partyId }, texts: { to: tenant.phone } },
      { type: 'clearline.case.message-sent.v2', data: { partyId } },
    ]);
    const contact = { channel: 'phone', direction: 'outbound' };
    expect((await command(path, 'record-contact', { ...contact, partyId })).status).toBe(200);
    expect(await clockOf(path, 'acknowledge')).toMatchObject({ state: 'running' });
    expect((await command(path, 'record-contact', contact)).status).toBe(200);
    expect(await clockOf(path, 'acknowledge')).toMatchObject({ state: 'met' });
  }, 180_000);

  it('is mailed as one about somebody’s complaint, and is no address of the customer', async () => {
    const path = await openCase();
    const partyId = await name(path, tenant);
    expect(await write(path, { partyId, channel: 'email' })).toMatchObject({ status: 200 });
    const { subject } = await mailed(tenant.email);
    const { number } = await read<CaseView>(path);
    expect(subject).toBe(`关于投诉 ${number}`);
    const first = { channel: 'email', to: 'wang@mail.example', text: '王女士，您好！' };
    expect(await write(path, first)).toMatchObject({ status: 200 });
    const both = { partyId, channel: 'email', to: 'wang@mail.example' };
    expect(await write(path, both)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'to', rule: 'of-party' }] },
    });
  }, 180_000);

  it('is refused, in words of both languages, to whoever is not to be told or not to be reached', async () => {
    const path = await openCase();
    const silent = await name(path, neighbour);
    const partyId = await name(path, tenant);
    const refused = async (message: object, status: number, en: string, zh: string) => {
      expect(await write(path, message)).toMatchObject({ status, body: { detail: en } });
      expect(await write(path, message, 'zh-CN')).toMatchObject({ status, body: { detail: zh } });
    };
    await refused(
      { partyId: silent },
      409,
      'the customer has not agreed that this party hears of the case',
      '客户未同意将工单情况告知该相关人',
    );
    await refused(
      { partyId, channel: 'letter' },
      409,
      'nothing is known by which this party is reached: letter',
      '没有登记该相关人的联系方式（信函）',
    );
    const gone = ['this party takes part no more, or never did', '该相关人已移除或不存在'] as const;
    await command(path, 'drop-party', { partyId });
    await refused({ partyId }, 404, ...gone);
    const contact = { channel: 'phone', direction: 'inbound', partyId };
    expect(await command(path, 'record-contact', contact)).toMatchObject({
      status: 404,
      body: { detail: gone[0] },
    });
    expect(await messagesOf(path)).toEqual([]);
  }, 180_000);

  it('holds no note of staff, and is checked like any other', async () => {
    const path = await openCase();
    const note = '客户上次威胁找媒体，内部先统一口径';
    await command(path, 'add-note', { text: note });
    const partyId = await name(path, { ...tenant, note: '白天不在家，钥匙在物业前台那里' });
    for (const quoted of [note, '白天不在家，钥匙在物业前台那里']) {
      expect(await write(path, { partyId, text: `您好！${quoted}` })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'text', rule: 'holds-a-note' }] },
      });
    }
    expect(await write(path, { partyId, text: '{称呼}，您好！' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text', rule: 'blank-left' }] },
    });
  }, 180_000);

  it('can be taken back, and is not sent to whoever may not be told any more', async () => {
    const path = await openCase();
    const partyId = await name(path, tenant);
    await write(path, { partyId });
    const [held] = await messagesOf(path);
    expect((await command(path, 'undo-message', { messageId: held!.id })).status).toBe(200);
    await write(path, { partyId });
    await command(path, 'name-party', { ...tenant, partyId, mayBeTold: false });
    expect(await messagesOf(path)).toMatchObject([{ status: 'undone' }, { status: 'undone' }]);
  }, 180_000);

  it('is mailed to nobody who was dropped after it had left, however often it is tried', async () => {
    const path = await openCase();
    const full = { ...tenant, email: 'full@mail.example' };
    const partyId = await name(path, full);
    server.refused.set(full.email, 550);
    expect(await write(path, { partyId, channel: 'email' })).toMatchObject({ status: 200 });
    const messageId = (await messagesOf(path))[0]!.id;
    await parked(messageId, '550');
    server.refused.clear();
    await command(path, 'drop-party', { partyId });
    const again = `/api/v1/message-mails/${messageId}/redrive`;
    expect((await product.call('supervisor', 'POST', again)).status).toBe(204);
    await parked(messageId, 'recipient-changed');
    expect(server.received.some(({ to }) => to === full.email)).toBe(false);
  }, 180_000);

  it('is kept as a draft for them', async () => {
    const path = await openCase();
    const partyId = await name(path, tenant);
    const draft = { kind: 'interim', channel: 'phone', text, partyId };
    const kept = await product.call('agent', 'PUT', `${path}/draft`, draft);
    expect(kept).toMatchObject({ status: 200, body: draft });
    expect(await read(`${path}/draft`)).toMatchObject(draft);
    const { partyId: _, ...toCustomer } = draft;
    await product.call('agent', 'PUT', `${path}/draft`, toCustomer);
    expect(await read(`${path}/draft`)).not.toHaveProperty('partyId');
  }, 180_000);
});
