import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

interface Listed {
  id: string;
  owner: string | null;
  unit: string | null;
  priority: string;
  receivedAt: string;
  rulingClock: string | null;
  clocks: { clockId: string; dueAt: string }[];
}

let product: TestStandalone;
beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
  const severities = ['low', 'critical', 'normal', 'high', 'critical', 'low', 'normal'];
  for (const [at, severity] of severities.entries()) {
    const body = { ...sampleComplaint, severity, channel: at % 3 === 0 ? 'web' : 'phone' };
    const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
    expect(filed.status).toBe(201);
  }
  await waitFor(async () => (await readAll('newest', 100)).length === 7, {
    timeoutMs: 30_000,
    describe: 'the seven cases',
  });
}, 120_000);
afterAll(() => product?.close(), 60_000);

/** Page by page, as a list is scrolled. */
async function readAll(sort: string, limit: number): Promise<Listed[]> {
  const all: Listed[] = [];
  let cursor = '';
  do {
    const path = `/api/v1/cases?sort=${sort}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
    const { status, body } = await product.call('manager', 'GET', path);
    expect(status).toBe(200);
    all.push(...(body['items'] as Listed[]));
    cursor = String(body['next'] ?? '');
  } while (cursor);
  return all;
}

const dueOf = ({ clocks, rulingClock }: Listed) =>
  clocks.find(({ clockId }) => clockId === rulingClock)?.dueAt ?? '9999';
const ranks = ['critical', 'high', 'normal', 'low'];
const ids = (cases: readonly Listed[]) => cases.map(({ id }) => id);

describe('the order of the list of cases', () => {
  it('is the newest first where nothing is said, and the other way round', async () => {
    const newest = await readAll('newest', 100);
    expect(ids(await readAll('oldest', 100))).toEqual(ids(newest).reverse());
    const { body } = await product.call('manager', 'GET', '/api/v1/cases');
    expect(ids(body['items'] as Listed[])).toEqual(ids(newest));
  });

  it('is by the clock that rules a case, those in which none runs last', async () => {
    const [first] = await readAll('due', 1);
    const withdrawn = { channel: 'phone', note: 'the customer changed their mind' };
    const path = `/api/v1/cases/${first!.id}/commands/withdraw`;
    expect((await product.call('supervisor', 'POST', path, withdrawn)).status).toBe(200);
    const cases = await readAll('due', 100);
    expect(cases.at(-1)!.id).toBe(first!.id);
    expect(cases.map(dueOf)).toEqual(cases.map(dueOf).sort());
  });

  it('is by urgency, among equals the newest first', async () => {
    const cases = await readAll('priority', 100);
    expect(cases.map(({ priority }) => ranks.indexOf(priority))).toEqual([0, 0, 1, 2, 2, 3, 3]);
    expect(cases[0]!.receivedAt >= cases[1]!.receivedAt).toBe(true);
  });

  it.each(['newest', 'oldest', 'due', 'priority'])(
    'by %s is the same page by page, each case once',
    async (sort) => {
      expect(ids(await readAll(sort, 2))).toEqual(ids(await readAll(sort, 100)));
    },
  );
});

describe('the list of cases by their ids', () => {
  const list = (query: string) => product.call('manager', 'GET', `/api/v1/cases?${query}`);

  it('has those alone, narrowed by whatever else is asked', async () => {
    const all = await readAll('newest', 100);
    const critical = all.filter(({ priority }) => priority === 'critical');
    const asked = [...ids(critical), ids(all.filter(({ priority }) => priority === 'low'))[0]!];
    const { body } = await list(`ids=${asked.join(',')}`);
    expect(new Set(ids(body['items'] as Listed[]))).toEqual(new Set(asked));
    const { body: narrowed } = await list(`ids=${asked.join(',')}&priority=critical`);
    expect(new Set(ids(narrowed['items'] as Listed[]))).toEqual(new Set(ids(critical)));
  });

  it('takes nothing else for an id', async () => {
    const { status, body } = await list('ids=2026-0000001-5');
    expect(status).toBe(422);
    expect(body['errors']).toEqual([expect.objectContaining({ path: 'ids[0]' })]);
  });
});

describe('the list of cases, narrowed', () => {
  const names = ['status', 'stage', 'priority', 'severity', 'tier', 'channel', 'category'] as const;

  it('has those without an owner or a unit beside others, or alone', async () => {
    const all = await readAll('newest', 100);
    for (const name of ['owner', 'unit'] as const) {
      const valueOf = (one: Listed) => (one as unknown as Record<string, string | null>)[name];
      const some = all.map(valueOf).find((value) => value !== null);
      for (const asked of [['none'], ['none', ...(some ? [some] : [])]]) {
        const path = `/api/v1/cases?limit=100&${name}=${asked.join(',')}`;
        const { body } = await product.call('manager', 'GET', path);
        const fitting = all.filter((one) => asked.includes(valueOf(one) ?? 'none'));
        expect(new Set(ids(body['items'] as Listed[]))).toEqual(new Set(ids(fitting)));
      }
    }
  });

  it('by whoever asks has what they own, and what their unit and those beneath it have', async () => {
    const [given] = await readAll('due', 1);
    const path = `/api/v1/cases/${given!.id}/commands/assign`;
    expect((await product.call('supervisor', 'POST', path, { owner: 's-001' })).status).toBe(200);
    const all = await readAll('newest', 100);
    const of = async (as: string, query: string) => {
      const answer = await product.call(as, 'GET', `/api/v1/cases?limit=100&${query}`);
      expect([as, query, answer.status]).toEqual([as, query, 200]);
      return ids(answer.body['items'] as Listed[]);
    };
    const ownedBy = (...owners: (string | null)[]) =>
      ids(all.filter(({ owner }) => owners.includes(owner)));
    expect(await of('supervisor', 'owner=me')).toEqual([given!.id]);
    expect(await of('agent', 'owner=me')).toEqual(ownedBy('a-001'));
    expect(await of('agent', 'owner=me,none')).toEqual(ownedBy('a-001', null));
    expect(await of('supervisor', 'owner=me,a-001')).toEqual(ownedBy('a-001', 's-001'));
    // No agent: they own nothing and are of no unit.
    expect(await of('manager', 'owner=me')).toEqual([]);
    expect(await of('manager', 'unit=mine')).toEqual([]);
    expect(await of('manager', 'unit=mine,none')).toEqual(
      ids(all.filter(({ unit }) => unit === null)),
    );
    const north = ids(all.filter(({ unit }) => unit === 'north'));
    expect(north.length).toBeGreaterThan(0);
    expect(await of('agent', 'unit=mine')).toEqual(north);
    // The head office has the north beneath it.
    expect(await of('supervisor', 'unit=mine')).toEqual(north);
  });

  it.each(names)('by %s takes one code or several, any of which fits', async (name) => {
    const all = await readAll('newest', 100);
    const valueOf = (one: Listed) => String((one as unknown as Record<string, unknown>)[name]);
    const values = [...new Set(all.map(valueOf))];
    for (const asked of [...values.map((one) => [one]), values, values.slice(0, 2)]) {
      const path = `/api/v1/cases?${name}=${asked.join(',')}`;
      const { body } = await product.call('manager', 'GET', path);
      const fitting = all.filter((one) => asked.includes(valueOf(one)));
      expect(ids(body['items'] as Listed[])).toEqual(ids(fitting));
    }
  });

  it('by days counts back from now', async () => {
    const all = await readAll('newest', 100);
    const { body } = await product.call('manager', 'GET', '/api/v1/cases?receivedDays=1');
    const since = Date.now() - 86_400_000;
    const fitting = all.filter(({ receivedAt }) => Date.parse(receivedAt) >= since);
    expect(ids(body['items'] as Listed[])).toEqual(ids(fitting));
  });

  it('by days has those of the first and of the last, as they are in the time zone', async () => {
    const list = (query: string) => product.call('manager', 'GET', `/api/v1/cases?${query}`);
    // Before and after midnight in Shanghai, which is the middle of a day in UTC.
    const received = ['2026-03-02T15:59:59.999Z', '2026-03-02T16:00:00.000Z'];
    const filed = await Promise.all(
      received.map(async (receivedAt) => {
        const body = { ...sampleComplaint, receivedAt };
        const { status, body: answer } = await product.call(
          ...(['agent', 'POST', '/api/v1/complaints', body] as const),
        );
        expect(status).toBe(201);
        return String(answer['caseId']);
      }),
    );
    const [before, after] = filed as [string, string];
    const days = (first: string, last: string, tz = '') =>
      `receivedFrom=${first}&receivedTo=${last}${tz && `&tz=${tz}`}&sort=oldest`;
    const of = async (query: string) => ids((await list(query)).body['items'] as Listed[]);
    const both = async () => (await of(days('2026-03-02', '2026-03-02'))).length === 2;
    await waitFor(both, { timeoutMs: 30_000, describe: 'the two cases' });
    const shanghai = 'Asia/Shanghai';
    expect(await of(days('2026-03-02', '2026-03-02', shanghai))).toEqual([before]);
    expect(await of(days('2026-03-03', '2026-03-03', shanghai))).toEqual([after]);
    expect(await of(days('2026-03-02', '2026-03-03', shanghai))).toEqual([before, after]);
    expect(await of(`receivedTo=2026-03-02&tz=${shanghai}`)).toEqual([before]);
    expect(await of(`receivedFrom=2026-03-04&receivedDays=3660`)).not.toContain(after);
  });

  it.each([
    ['receivedFrom', 'receivedFrom=2026-02-30'],
    ['receivedFrom', 'receivedFrom=0000-01-01'],
    ['receivedTo', 'receivedTo=yesterday'],
    ['receivedTo', 'receivedFrom=2026-03-02&receivedTo=2026-03-01'],
    ['tz', 'receivedFrom=2026-03-02&tz=%2B08:00'],
    ['tz', 'receivedFrom=2026-03-02&tz=ACT'],
  ])('refuses %s that is no day, or none of such a span: %s', async (path, query) => {
    const { status, body } = await product.call('manager', 'GET', `/api/v1/cases?${query}`);
    expect(status).toBe(422);
    expect(body['errors']).toEqual([expect.objectContaining({ path })]);
  });

  it('refuses a code that is none', async () => {
    const { status, body } = await product.call('manager', 'GET', '/api/v1/cases?status=open,shut');
    expect(status).toBe(422);
    expect(body['errors']).toEqual([expect.objectContaining({ path: 'status' })]);
  });
});
