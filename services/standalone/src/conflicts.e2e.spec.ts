import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView } from '#contracts';
import { defaultPolicy } from '#sla';
import type { LadderLevel } from '#sla';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { readStream } from '../test/read-stream.js';
import { sampleComplaint } from '../test/samples.js';

let product: TestStandalone;

beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
  const units = [{ code: 'yard', name: { zh: '抢修站', en: 'Yard' }, parent: 'south' }];
  const agents = [
    { agentId: 's-001', unit: 'south', roles: ['supervisor'] },
    { agentId: 's-010', unit: 'yard', roles: ['supervisor'] },
    { agentId: 's-020', unit: 'hq', roles: ['supervisor'] },
    { agentId: 's-030', unit: 'north', roles: ['supervisor'] },
    { agentId: 'a-010', unit: 'yard', roles: ['agent'] },
  ];
  const told = await product.call('admin', 'POST', '/api/v1/organisation', { units, agents });
  expect(told.status).toBeLessThan(300);
}, 180_000);
afterAll(() => product?.close());

/** One that threatens, so that supervisors are told of it at once. */
async function openCase(changes: object = {}): Promise<string> {
  const threatening = { ...sampleComplaint, threats: ['regulator'], organisation: 'south' };
  const body = { ...threatening, ...changes };
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
  const id = String(filed.body['caseId']);
  await waitFor(
    async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
    { describe: 'the case' },
  );
  return id;
}

const command = (as: string, id: string, name: string, body: object = {}) =>
  product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
const alertsOf = async (as: string, caseId: string) => {
  const { body } = await product.call(as, 'GET', '/api/v1/alerts?limit=200');
  return (body['items'] as { id: string; caseId: string }[]).filter((one) => one.caseId === caseId);
};

describe('conflicts of interest over HTTP', () => {
  it('keeps a case from the accused and from the line above them, up to below the top', async () => {
    const id = await openCase();
    const note = '客户称安装工索要红包';
    const named = await waitFor(
      async () => {
        const answer = await command('agent', id, 'name-accused', { agents: ['a-010'], note });
        // The organisation arrives in escalation a moment after it was told.
        return answer.status === 200 ? answer : undefined;
      },
      { describe: 'the organisation' },
    );
    expect(named.body).toMatchObject({
      accused: ['a-010'],
      conflicted: ['a-010', 's-001', 's-010'],
    });
    const given = await command('admin', id, 'assign', { owner: 's-010' });
    expect(given).toMatchObject({
      status: 409,
      body: { type: 'urn:clearline:problem:illegal-transition' },
    });
    expect((await command('admin', id, 'assign', { owner: 's-020' })).status).toBe(200);
  });

  it('tells them nothing of it, and lets them do nothing in it', async () => {
    const id = await openCase();
    const [alert] = await waitFor(
      async () => {
        const found = await alertsOf('supervisor', id);
        return found.length > 0 ? found : undefined;
      },
      { describe: 'the alert' },
    );
    await command('agent', id, 'name-accused', { agents: ['a-010'] });
    expect(await alertsOf('supervisor', id)).toEqual([]);
    expect(await alertsOf('manager', id)).toHaveLength(1);
    const path = `/api/v1/alerts/${alert!.id}`;
    expect((await product.call('supervisor', 'GET', path)).status).toBe(403);
    expect((await product.call('supervisor', 'POST', `${path}/acknowledge`)).status).toBe(403);
    expect((await command('supervisor', id, 'name-accused', { agents: [] })).status).toBe(403);
    expect((await command('supervisor', id, 'assign', { owner: 's-020' })).status).toBe(403);
    // Somebody else finds that it is about nobody: they are told again.
    expect((await command('manager', id, 'name-accused', { agents: [] })).body).not.toHaveProperty(
      'accused',
    );
    expect(await alertsOf('supervisor', id)).toHaveLength(1);
  });

  it('shows them neither the case nor what the customer said', async () => {
    const id = await openCase();
    const paths = ['', '/timeline', '/clocks', '/departments', '/resolution'].map(
      (part) => `/api/v1/cases/${id}${part}`,
    );
    const complaint = `/api/v1/complaints/${id}`;
    const asked = async (as: string) =>
      Promise.all(
        [...paths, complaint].map(async (path) => (await product.call(as, 'GET', path)).status),
      );
    // By its id, as what a search found is asked for, it is shown to nobody else.
    const listed = async (as: string) => {
      const lists = await Promise.all(
        ['limit=200', `ids=${id}`].map((query) =>
          product.call(as, 'GET', `/api/v1/cases?${query}`),
        ),
      );
      const isThere = lists.map(({ body }) =>
        (body['items'] as { id: string }[]).some((one) => one.id === id),
      );
      expect(isThere[0]).toBe(isThere[1]);
      return isThere[0];
    };
    const all = (status: number) => [...paths, complaint].map(() => status);
    expect([await asked('supervisor'), await listed('supervisor')]).toEqual([all(200), true]);
    await command('agent', id, 'name-accused', { agents: ['a-010'] });
    expect([await asked('supervisor'), await listed('supervisor')]).toEqual([all(403), false]);
    expect([await asked('manager'), await listed('manager')]).toEqual([all(200), true]);
  });

  it.each(['alerts', 'cases'])(
    'streams nothing of it to them: %s',
    async (stream) => {
      const kept = await openCase();
      await command('agent', kept, 'name-accused', { agents: ['a-010'] });
      const other = await openCase();
      const account = { username: 'supervisor', password: 'clearline-demo' };
      const { body: login } = await product.call('', 'POST', '/api/v1/login', account);
      const text = await readStream(product, stream, {
        ...{ token: String(login['token']), behind: '1.0.0', until: other },
      });
      expect(text).not.toContain(kept);
    },
    120_000,
  );

  it('keeps the case that a duplicate is merged into from them too, and a part that is split off', async () => {
    const into = await openCase();
    const duplicate = await openCase();
    await command('agent', duplicate, 'name-accused', { agents: ['a-010'] });
    const isKeptFrom = async (id: string) => {
      const { body } = await product.call('manager', 'GET', `/api/v1/cases/${id}`);
      return body['conflicted'];
    };
    expect(await isKeptFrom(into)).toBeUndefined();
    const { number } = (await product.call('manager', 'GET', `/api/v1/cases/${into}`)).body;
    const merged = await command('manager', duplicate, 'merge', {
      ...{ into: number, reason: 'same-matter' },
    });
    expect(merged.status).toBe(200);
    expect(await isKeptFrom(into)).toEqual(['a-010', 's-001', 's-010']);
    expect((await product.call('supervisor', 'GET', `/api/v1/cases/${into}`)).status).toBe(403);

    const part = { reason: 'several-matters', category: 'billing', statement: '发票也开错了' };
    const split = await product.call('agent', 'POST', `/api/v1/complaints/${into}/split`, part);
    expect(split.status).toBe(201);
    const id = String(split.body['caseId']);
    await waitFor(async () => Array.isArray(await isKeptFrom(id)), { describe: 'the part' });
    expect(await isKeptFrom(id)).toEqual(['a-010', 's-001', 's-010']);
  });

  it('refuses names that the organisation does not have', async () => {
    const id = await openCase();
    const refused = await command('agent', id, 'name-accused', { agents: ['a-001', 'a-999'] });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'agents.1', rule: 'unknown-agent' }] },
    });
  });

  it('passes over a level whose people are all kept away, at once, and says so in both languages', async () => {
    const yard: LadderLevel = {
      ...{ id: 'yard', level: 1, audience: 'supervisor', unit: 'yard' },
      ...{ after: { trigger: 0 }, next: 'branch' },
    };
    const branch: LadderLevel = {
      ...{ id: 'branch', level: 2, audience: 'manager', after: { unacknowledged: 10_000 } },
    };
    const policy = {
      ...defaultPolicy,
      ladders: [{ id: 'public', levels: [yard, branch] }],
      triggers: [{ id: 'threat', on: { threat: ['regulator'] }, ladder: 'public' }],
    };
    expect((await product.call('manager', 'PUT', '/api/v1/policies', policy)).status).toBe(200);
    const threatOf = async (caseId: string) => {
      const { body } = await product.call('manager', 'GET', '/api/v1/alerts?limit=200');
      const own = (body['items'] as AlertView[]).filter((one) => one.caseId === caseId);
      expect(own.length).toBeLessThan(2);
      return own[0];
    };
    const told = await openCase();
    await waitFor(async () => (await threatOf(told))?.step === 'yard', { describe: 'the alert' });
    await command('agent', told, 'name-accused', { agents: ['a-010'] });
    // Whoever was told before is kept away from now on: nobody of them could take it on.
    expect(await threatOf(told)).toMatchObject({
      ...{ step: 'branch', told: [{ step: 'yard' }, { step: 'branch' }] },
      passedOver: [{ step: 'yard', level: 1, unit: 'yard', why: 'kept' }],
    });

    const calm = await openCase({ threats: [] });
    await command('agent', calm, 'name-accused', { agents: ['a-010'] });
    const flag = { threats: ['regulator'] };
    expect((await command('agent', calm, 'flag-threats', flag)).status).toBe(200);
    expect(await threatOf(calm)).toMatchObject({
      ...{ step: 'branch', level: 2, told: [{ step: 'branch' }], next: null },
      passedOver: [{ step: 'yard', level: 1, unit: 'yard', why: 'kept' }],
      why: {
        en: expect.stringContaining(
          'level 1 (supervisors of yard) passed over: everybody of it is kept from the case',
        ),
        zh: expect.stringContaining('第 1 级（yard 主管）已跳过：其人员均须回避本工单'),
      },
    });
  });
});
