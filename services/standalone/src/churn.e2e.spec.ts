import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitUntilCaughtUp } from '#eventing';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';

let product: TestStandalone;
const phone = '+86 139 5555 0001';

beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
});

afterAll(() => product?.close());

async function complain(threats: string[]): Promise<string> {
  const answer = await product.call('agent', 'POST', '/api/v1/complaints', {
    channel: 'phone',
    customer: { name: 'Wang Fang', phone, tier: 'vip' },
    category: 'unclassified',
    statement: 'The bill is wrong again.',
    threats,
  });
  expect(answer.status).toBe(201);
  return String(answer.body['caseId']);
}

interface Signal {
  type: string;
  level: string;
  previous: string;
  score: number;
  at: string;
  caseId: string;
  customerId: string;
  factors: { name: string; weight: number; evidence: string[] }[];
}

const signals = async (): Promise<Signal[]> => {
  const database = product.services.runtimes.get('signals')!.database;
  const rows = await database.query<{ type: string; data: string }>(
    `select type, data from events where topic = 'clearline.churn' order by position`,
  );
  return rows.map(({ type, data }) => ({ type, ...(JSON.parse(data) as Omit<Signal, 'type'>) }));
};
const caughtUp = () => waitUntilCaughtUp(product.services.transports());
const figures = async (query = '') => {
  const { body } = await product.call('bi', 'GET', `/api/v1/reports/churn${query}`);
  return body as { totals: Record<string, number>; rows: Record<string, unknown>[] };
};

describe('a customer who threatens to leave', () => {
  let first: string;
  let second: string;

  it('is warned of once, with reasons that name their events', async () => {
    first = await complain(['leave']);
    await waitFor(async () => (await signals()).length > 0, { describe: 'a churn signal' });
    const [warned, ...others] = await signals();
    expect(others).toEqual([]);
    expect(warned).toMatchObject({
      type: 'clearline.churn.warned.v1',
      level: 'warning',
      previous: 'none',
      caseId: first,
    });
    expect(warned!.factors.map(({ name }) => name)).toEqual(['threat-leave', 'valued-customer']);
    const intake = product.services.runtimes.get('intake')!.database;
    const [registered] = await intake.query<{ id: string }>(
      `select id from events where stream = $1`,
      [`complaint-${first}`],
    );
    expect(warned!.factors[0]!.evidence).toEqual([registered!.id]);
  });

  it('rises to critical with a repeated complaint that names the regulator', async () => {
    second = await complain(['regulator']);
    await waitFor(async () => (await signals()).length > 1, { describe: 'the next level' });
    const rise = (await signals()).at(-1)!;
    expect(rise).toMatchObject({ level: 'critical', previous: 'warning', caseId: second });
    expect(rise.factors.map(({ name }) => name)).toContain('repeat-complaint');
  });

  it('is shown to the agent with the level and its reasons, which is noted', async () => {
    const { customerId } = (await signals()).at(-1)!;
    const path = `/api/v1/churn/customers/${customerId}`;
    const { status, body } = await product.call('agent', 'GET', path);
    expect({ status, ...body }).toEqual({
      ...{ status: 200, customerId, level: 'critical', isHidden: false },
      factors: expect.arrayContaining(['threat-leave', 'threat-regulator', 'repeat-complaint']),
    });
    const { body: views } = await product.call('manager', 'GET', `${path}/views`);
    const noted = { what: 'churn', viewer: 'agent', times: 1 };
    expect(views['items']).toEqual([expect.objectContaining(noted)]);
  });

  it('falls again after satisfied answers', async () => {
    for (const caseId of [first, second]) {
      const body = { caseId, kind: 'csat', score: 5 };
      expect((await product.call('agent', 'POST', '/api/v1/surveys', body)).status).toBe(201);
    }
    await waitFor(async () => (await signals()).at(-1)!.level === 'watch', {
      describe: 'the level to fall',
    });
    expect((await signals()).at(-1)!.type).toBe('clearline.churn.cleared.v1');
  });

  it('shows in the report, and every figure leads to as many cases', async () => {
    await caughtUp();
    const { totals } = await figures();
    expect(totals).toMatchObject({ watch: 0, warning: 1, critical: 1, cleared: 2 });
    expect((await figures('?by=tier')).rows).toEqual([
      { group: 'vip', watch: 0, warning: 1, critical: 1, cleared: 2 },
    ]);
    for (const [figure, count] of Object.entries(totals)) {
      const path = `/api/v1/reports/churn/cases?figure=${figure}`;
      const { body } = await product.call('bi', 'GET', path);
      expect((body['items'] as unknown[]).length).toBe(count);
    }
    const { body } = await product.call('bi', 'GET', '/api/v1/reports/churn/cases?figure=warning');
    const [warned] = await signals();
    expect(body['items']).toEqual([
      expect.objectContaining({
        caseId: first,
        churn: {
          level: 'warning',
          score: warned!.score,
          since: expect.any(String),
          factors: ['threat-leave', 'valued-customer'],
          weights: warned!.factors.map(({ weight }) => weight),
        },
      }),
    ]);
  });

  it('is counted once, at the level that the customer is at now, with the case it rests on', async () => {
    const told = await signals();
    const fall = told.at(-1);
    const rise = told.findLast(({ type }) => type === 'clearline.churn.warned.v1');
    const { body } = await product.call('bi', 'GET', '/api/v1/reports/churn-levels?by=tier');
    expect(body).toMatchObject({
      totals: { watch: 1, warning: 0, critical: 0 },
      rows: [{ group: 'vip', watch: 1, warning: 0, critical: 0 }],
    });
    const list = '/api/v1/reports/churn-levels/cases?figure=watch';
    const { body: listed } = await product.call('bi', 'GET', list);
    expect(listed).toEqual({
      items: [
        expect.objectContaining({
          caseId: second,
          churn: {
            level: 'watch',
            score: fall!.score,
            since: fall!.at,
            factors: rise!.factors.map(({ name }) => name),
            weights: rise!.factors.map(({ weight }) => weight),
            rise: { score: rise!.score, since: rise!.at },
          },
        }),
      ],
      hidden: 0,
      next: null,
      total: 1,
    });
    expect(JSON.stringify(listed)).not.toContain(fall!.customerId);
  });

  it('is at the same level after a rebuild, also as CSV', async () => {
    const path = '/api/v1/projections/reporting/rebuild';
    expect((await product.call('admin', 'POST', path)).status).toBe(202);
    await waitFor(
      async () => {
        const { body } = await product.call('admin', 'GET', '/api/v1/projections');
        const [one] = body['items'] as { state: string; finishedAt: string | null }[];
        return one!.finishedAt !== null && one!.state !== 'rebuilding';
      },
      { describe: 'the rebuild' },
    );
    await caughtUp();
    const csv = '/api/v1/reports/churn-levels?by=tier&format=csv';
    const { body } = await product.call('bi', 'GET', csv);
    expect(body['text']).toBe('group,watch,warning,critical\r\nvip,1,0,0\r\n');
  });

  it('shows the reasons, each with the cases whose level rose for it', async () => {
    const { body } = await product.call('bi', 'GET', '/api/v1/reports/churn-factors');
    const expected = new Map<string, number>();
    for (const { type, factors } of await signals()) {
      if (type !== 'clearline.churn.warned.v1') continue;
      for (const { name } of factors) expected.set(name, (expected.get(name) ?? 0) + 1);
    }
    const totals = Object.entries(body['totals'] as Record<string, number>);
    expect(new Map(totals.filter(([, count]) => count > 0))).toEqual(expected);
    for (const [figure, count] of totals) {
      const path = `/api/v1/reports/churn-factors/cases?figure=${figure}&tier=vip,key`;
      const { body: list } = await product.call('bi', 'GET', path);
      expect(list['items']).toHaveLength(count);
    }
  });

  it('leaves no personal data in what BI consumers read', async () => {
    const database = product.services.runtimes.get('signals')!.database;
    const rows = await database.query<{ text: string }>(
      `select data || headers || key || stream as text from events`,
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { text } of rows) expect(text).not.toMatch(/Wang|1395555|bill is wrong/);
  });

  it('is streamed to BI consumers from the cursor they name', async () => {
    const login = { username: 'bi', password: 'clearline-demo' };
    const { body } = await product.call('', 'POST', '/api/v1/login', login);
    const abort = new AbortController();
    const response = await fetch(new URL('/api/v1/streams/signals', product.services.url), {
      headers: { authorization: `Bearer ${String(body['token'])}`, 'last-event-id': '0.0.0' },
      signal: abort.signal,
    });
    expect(response.status).toBe(200);
    const decoder = new TextDecoder();
    let seen = '';
    for await (const chunk of response.body!) {
      seen += decoder.decode(chunk as Uint8Array, { stream: true });
      if (seen.includes('churn.cleared')) break;
    }
    abort.abort();
    expect(seen).toContain('clearline.churn.warned.v1');
    expect(seen).toContain('clearline.satisfaction.scored.v1');
  });
});

describe('a customer who refuses a remedy', () => {
  it('is watched for it, by an event that holds none of their words in the clear', async () => {
    const { body } = await product.call('agent', 'POST', '/api/v1/complaints', {
      channel: 'phone',
      customer: { name: 'Zhao Min', phone: '+86 139 5555 0002', tier: 'vip' },
      category: 'billing',
      statement: 'The meter was read twice.',
    });
    const path = `/api/v1/cases/${String(body['caseId'])}`;
    const isOpen = async () => (await product.call('agent', 'GET', path)).status === 200;
    await waitFor(isOpen, { describe: 'the case' });
    const command = async (name: string, given: object) => {
      const answer = await product.call('agent', 'POST', `${path}/commands/${name}`, given);
      expect({ name, status: answer.status }).toEqual({ name, status: 200 });
    };
    await command('offer-remedy', { kind: 'gesture', cost: 20, text: 'A voucher' });
    const settled = await product.call('agent', 'GET', `${path}/resolution`);
    const [remedy] = settled.body['remedies'] as { id: string }[];
    const said = { remedyId: remedy!.id, answer: 'refused', channel: 'phone' };
    await command('answer-remedy', { ...said, note: 'Would not hear of it' });
    const caseId = String(body['caseId']);
    const warned = await waitFor(
      async () => (await signals()).find((signal) => signal.caseId === caseId),
      { describe: 'a churn signal' },
    );
    expect(warned).toMatchObject({ type: 'clearline.churn.warned.v1', level: 'watch' });
    expect(warned.factors.map(({ name }) => name)).toEqual(['remedy-refused', 'valued-customer']);
    const escalation = product.services.runtimes.get('escalation')!.database;
    const [answered] = await escalation.query<{ id: string; data: string }>(
      `select id, data from events where type = 'clearline.case.remedy-answered.v1'`,
    );
    expect(warned.factors[0]!.evidence).toEqual([answered!.id]);
    expect(answered!.data).not.toMatch(/hear of it/);
  });
});
