import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseCommandBodies, commandRoles } from '#contracts';
import type { CaseCommandName, Role } from '#contracts';
import { waitFor } from '#testing';
import { addAgents } from './open-test-standalone.js';
import type { Answer, TestStandalone } from './open-test-standalone.js';
import { readStreamUntil } from './read-stream-until.js';
import { fiveSecondPolicy, sampleComplaint } from './samples.js';

/** Log-ins by name: what they are, of which unit, and whether they see cases of the north and the south. */
const logins: Record<string, { role: Role; agentId?: string; sees: string[] }> = {
  'north-agent': { role: 'agent', agentId: 'a-101', sees: ['north', 'none'] },
  'south-agent': { role: 'agent', agentId: 'a-103', sees: ['south', 'none'] },
  'harbour-agent': { role: 'agent', agentId: 'a-105', sees: ['none'] },
  'north-supervisor': { role: 'supervisor', agentId: 's-101', sees: ['north', 'none'] },
  'office-supervisor': { role: 'supervisor', agentId: 's-001', sees: ['north', 'south', 'none'] },
  'unknown-agent': { role: 'agent', agentId: 'a-999', sees: ['none'] },
  'central-agent': { role: 'agent', sees: ['north', 'south', 'none'] },
  'central-supervisor': { role: 'supervisor', sees: ['north', 'south', 'none'] },
  'north-manager': { role: 'manager', agentId: 'm-101', sees: ['north', 'south', 'none'] },
  'only-admin': { role: 'admin', sees: ['north', 'south', 'none'] },
};
const agents = [
  { agentId: 'a-101', unit: 'north', roles: ['agent'] },
  { agentId: 'a-103', unit: 'south', roles: ['agent'] },
  { agentId: 'a-105', unit: 'south-harbour', roles: ['agent'] },
  { agentId: 's-101', unit: 'north', roles: ['supervisor'] },
  { agentId: 'm-101', unit: 'north', roles: ['manager'] },
];
const names = Object.keys(logins);
const commandNames = Object.keys(caseCommandBodies) as CaseCommandName[];
const someOfCase = [
  ...['', '/timeline', '/clocks', '/departments', '/orders', '/resolution', '/approvals'],
  ...['/parties', '/attachments'],
];

/** Who sees and commands whose cases, through the public edge, on the engine that `open` starts. */
export function unitRightsSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`rights by unit on ${engine}`, () => {
    let product: TestStandalone;
    /** A case of each unit, by unit; `none` for the one that no unit has. */
    const cases: Record<string, string> = {};
    const tokens = new Map<string, string>();

    beforeAll(async () => {
      product = await open();
      await addAgents(product, agents);
      for (const [username, { role, agentId }] of Object.entries(logins)) {
        const password = `${username}-may-sign-in`;
        const user = { username, password, roles: [role], ...(agentId && { agentId }) };
        await product.call('admin', 'POST', '/api/v1/users', user);
        const { body } = await product.call('', 'POST', '/api/v1/login', { username, password });
        tokens.set(username, String(body['token']));
      }
      for (const unit of ['north', 'south']) cases[unit] = await openCase(unit);
      cases['none'] = await openCase(undefined);
      await waitFor(
        async () => (await ask('north-manager', 'GET', '/api/v1/alerts')).status === 200,
      );
      const figures = async () => (await ask('only-admin', 'GET', '/api/v1/reports/volume')).body;
      await waitFor(
        async () => ((await figures())['totals'] as { received: number }).received === 3,
        {
          describe: 'the report of all three',
        },
      );
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    /** Of high severity and with a threat, so that it has an alert; filed by nobody's agent. */
    async function openCase(organisation: string | undefined): Promise<string> {
      const body = { ...sampleComplaint, severity: 'critical', threats: ['media'], organisation };
      const filed = await product.call('admin', 'POST', '/api/v1/complaints', body);
      const id = String(filed.body['caseId']);
      const path = `/api/v1/cases/${id}`;
      await waitFor(async () => (await product.call('admin', 'GET', path)).status === 200, {
        describe: 'the case',
      });
      return id;
    }

    async function ask(as: string, method: string, path: string, body?: object): Promise<Answer> {
      const answer = await fetch(new URL(path, product.services.url), {
        method,
        headers: {
          authorization: `Bearer ${tokens.get(as)}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const { status, headers } = answer;
      return { status, headers, body: (await answer.json()) as Record<string, unknown> };
    }

    const isOfAnother = ({ status, body }: Answer) =>
      status === 403 && /of another unit|not shown to you/.test(String(body['detail']));
    const casesIn = ({ body }: Answer, field = 'id') =>
      (body['items'] as Record<string, unknown>[]).map((item) => item[field]);

    it.each(names)('of %s hold for every command on every case', async (name) => {
      const { role, sees } = logins[name]!;
      const wrong: string[] = [];
      for (const [unit, id] of Object.entries(cases)) {
        for (const command of commandNames) {
          // An empty body: what is let in is refused for what is missing, or does what harms no other test.
          const answer = await ask(name, 'POST', `/api/v1/cases/${id}/commands/${command}`, {});
          const isRole = commandRoles[command].includes(role);
          const isRight = isRole
            ? isOfAnother(answer) === !sees.includes(unit)
            : answer.status === 403 && answer.body['requiredRoles'] !== undefined;
          if (!isRight) wrong.push(`${command} on ${unit}: ${answer.status}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    it.each(names)('of %s hold for everything that shows one case', async (name) => {
      const { sees } = logins[name]!;
      for (const [unit, id] of Object.entries(cases)) {
        const paths = [...someOfCase.map((part) => `cases/${id}${part}`), `complaints/${id}`];
        for (const path of paths) {
          const answer = await ask(name, 'GET', `/api/v1/${path}`);
          const shown = [path, answer.status, isOfAnother(answer)];
          expect(shown).toEqual([path, ...(sees.includes(unit) ? [200, false] : [403, true])]);
        }
      }
    });

    it.each(names)('of %s hold for lists, search and what other services ask', async (name) => {
      const { role, sees } = logins[name]!;
      const seen = sees.map((unit) => cases[unit]!).sort();
      const list = await ask(name, 'GET', '/api/v1/cases?limit=100');
      expect(casesIn(list).sort()).toEqual(seen);
      const q = encodeURIComponent('账单');
      const found = await ask(name, 'GET', `/api/v1/complaints/search?q=${q}`);
      expect(casesIn(found, 'complaintId').sort()).toEqual(seen);
      const ids = Object.values(cases).join(',');
      const { body } = await ask(name, 'GET', `/api/v1/cases/access?ids=${ids}`);
      expect((body['seen'] as string[]).sort()).toEqual(seen);
      expect(body['hidden']).toHaveLength(3 - seen.length);
      const asked = { statement: sampleComplaint.statement };
      const repeats = await ask(name, 'POST', '/api/v1/complaints/repeats', asked);
      const hits = repeats.body['items'] as { complaintId: string; isHidden: boolean }[];
      const shown = hits.filter(({ isHidden }) => !isHidden);
      expect(shown.map(({ complaintId }) => complaintId).sort()).toEqual(seen);
      for (const hit of hits.filter(({ isHidden }) => isHidden)) {
        expect(hit).toMatchObject({ category: null, product: null, similarity: null, terms: [] });
      }
      expect(hits).toHaveLength(3);
      if (role === 'agent') return;
      const clocks = await ask(name, 'GET', '/api/v1/clocks');
      expect([...new Set(casesIn(clocks, 'caseId'))].sort()).toEqual(seen);
      const alerts = await ask(name, 'GET', '/api/v1/alerts');
      expect([...new Set(casesIn(alerts, 'caseId'))].sort()).toEqual(seen);
      const figure = await ask(name, 'GET', '/api/v1/reports/volume/cases?figure=received');
      expect(casesIn(figure, 'caseId').sort()).toEqual(seen);
      expect(figure.body['hidden']).toBe(3 - seen.length);
    });

    it('hold for single alerts, their acknowledgement and commands for many', async () => {
      const { body } = await ask('only-admin', 'GET', '/api/v1/alerts');
      const items = body['items'] as { id: string; caseId: string }[];
      const alertOf = (unit: string) => items.find(({ caseId }) => caseId === cases[unit])!.id;
      const path = `/api/v1/alerts/${alertOf('south')}`;
      expect(isOfAnother(await ask('north-supervisor', 'GET', path))).toBe(true);
      expect(isOfAnother(await ask('north-supervisor', 'POST', `${path}/acknowledge`))).toBe(true);
      expect((await ask('office-supervisor', 'POST', `${path}/acknowledge`)).status).toBe(200);
      const alerts = [alertOf('south'), alertOf('north')];
      const take = '/api/v1/alerts/acknowledge';
      const taken = await ask('north-supervisor', 'POST', take, { alerts });
      expect(taken).toMatchObject({
        status: 207,
        body: {
          items: [
            { index: 0, status: 403 },
            { alert: alerts[1], status: 200 },
          ],
        },
      });
      const many = {
        cases: [{ case: cases['north'] }, { case: cases['south'] }],
        body: { priority: 'critical' },
      };
      const bulk = await ask(
        'north-supervisor',
        'POST',
        '/api/v1/cases/commands/change-priority',
        many,
      );
      const [north, south] = bulk.body['items'] as { status: number }[];
      expect(north!.status).not.toBe(403);
      expect(south!.status).toBe(403);
    });

    it('follow a case: the unit it went to sees it, the one that gave it still does, others do not', async () => {
      const id = await openCase('north');
      const path = `/api/v1/cases/${id}`;
      const sends = { to: 'south', reason: 'expertise' };
      expect((await ask('south-agent', 'GET', path)).status).toBe(403);
      expect((await ask('north-agent', 'POST', `${path}/commands/transfer`, sends)).status).toBe(
        200,
      );
      for (const name of ['north-agent', 'south-agent']) {
        expect((await ask(name, 'GET', path)).status).toBe(200);
        expect(casesIn(await ask(name, 'GET', '/api/v1/cases?limit=100'))).toContain(id);
      }
      expect((await ask('harbour-agent', 'GET', path)).status).toBe(403);
      const refusal = { reason: 'no-authority' };
      await ask('south-agent', 'POST', `${path}/commands/refuse-transfer`, refusal);
      expect((await ask('south-agent', 'GET', path)).status).toBe(403);
      await ask('north-supervisor', 'POST', `${path}/commands/assign`, { owner: 'a-103' });
      expect((await ask('south-agent', 'GET', path)).status).toBe(200);
    });

    it('let somebody ask for a case they do not see, and see it once who has it lets them in', async () => {
      const [repeated, own] = [await openCase('south'), await openCase('north')];
      const path = `/api/v1/cases/${repeated}`;
      const { number } = (await ask('south-agent', 'GET', path)).body;
      const query = await ask('north-agent', 'GET', `/api/v1/complaints/${own}/repeats`);
      const hit = (query.body['items'] as Record<string, unknown>[]).find(
        (item) => item['number'] === number,
      );
      expect(hit).toMatchObject({ isHidden: true, isLikelyDuplicate: true, category: null });

      const link = { earlier: number, note: '同一客户，同一张账单' };
      const linked = await ask(
        'north-agent',
        'POST',
        `/api/v1/cases/${own}/commands/link-repeat`,
        link,
      );
      expect(linked.status).toBe(200);
      expect((await ask('south-agent', 'GET', path)).body['repeats']).toBe(1);
      expect(isOfAnother(await ask('north-agent', 'GET', path))).toBe(true);

      const asked = await ask('north-agent', 'POST', `${path}/join-requests`, {
        note: '想一并处理',
      });
      expect([asked.status, asked.body]).toEqual([201, { number, agent: 'a-101' }]);
      const again = await ask('north-agent', 'POST', `${path}/join-requests`, {});
      expect(again.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
      const forOthers = await ask('harbour-agent', 'POST', `${path}/join-requests`, {
        agent: 'a-103',
      });
      expect(forOthers.status).toBe(403);
      const itself = await ask('north-agent', 'POST', `${path}/commands/let-join`, {
        agent: 'a-101',
      });
      expect(isOfAnother(itself)).toBe(true);
      expect((await ask('south-agent', 'GET', path)).body['joiners']).toEqual([
        { agent: 'a-101', status: 'asked' },
      ]);
      const waiting = async (name: string, query = '') =>
        casesIn(await ask(name, 'GET', `/api/v1/join-requests${query}`), 'caseId');
      for (const name of ['south-agent', 'office-supervisor', 'north-manager']) {
        expect([name, await waiting(name, '?unit=south')]).toEqual([name, [repeated]]);
      }
      for (const name of ['north-agent', 'north-supervisor', 'harbour-agent']) {
        expect([name, await waiting(name)]).toEqual([name, []]);
      }
      const guest = { agent: 'a-101' };
      await ask('south-agent', 'POST', `${path}/commands/let-join`, guest);
      expect(await waiting('south-agent')).toEqual([]);
      expect((await ask('north-agent', 'GET', path)).status).toBe(200);
      expect(casesIn(await ask('north-agent', 'GET', '/api/v1/cases?limit=100'))).toContain(
        repeated,
      );
      await ask('south-agent', 'POST', `${path}/commands/refuse-join`, guest);
      expect(isOfAnother(await ask('north-agent', 'GET', path))).toBe(true);
    });

    it('show a case to a unit that is asked for its part until it answers, and its own orders after it', async () => {
      const id = await openCase('north');
      const path = `/api/v1/cases/${id}`;
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      const asks = { units: ['south'], dueAt, text: '请核对管网图' };
      expect((await ask('south-agent', 'POST', `${path}/commands/co-handle`, asks)).status).toBe(
        403,
      );
      expect((await ask('north-agent', 'POST', `${path}/commands/co-handle`, asks)).status).toBe(
        200,
      );
      const listed = async (name: string) =>
        casesIn(await ask(name, 'GET', '/api/v1/orders?unit=south'), 'caseId');
      expect(await listed('harbour-agent')).not.toContain(id);
      expect(await listed('north-agent')).toContain(id);
      const orders = await ask('south-agent', 'GET', `${path}/orders`);
      const [order] = orders.body['orders'] as { id: string; text: string }[];
      expect(order).toMatchObject({ text: '请核对管网图' });
      const answer = { orderId: order!.id, answer: '图已更正' };
      const foreign = await ask('north-agent', 'POST', `${path}/commands/answer-order`, answer);
      expect(foreign.body).toMatchObject({ status: 403, detail: 'answer-order is for south' });
      const answered = await ask('south-agent', 'POST', `${path}/commands/answer-order`, answer);
      expect(answered.status).toBe(200);
      expect((await ask('south-agent', 'GET', path)).status).toBe(403);
      expect(await listed('south-agent')).toContain(id);
    });

    it('let supervisors answer for their unit and those beneath it, and for no other', async () => {
      const path = `/api/v1/cases/${await openCase('north')}`;
      const command = (as: string, name: string, body: object) =>
        ask(as, 'POST', `${path}/commands/${name}`, body);
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      await command('north-agent', 'co-handle', { units: ['south'], dueAt, text: '请核对' });
      const { body } = await ask('north-agent', 'GET', `${path}/orders`);
      const [{ id: orderId }] = body['orders'] as [{ id: string }];
      const answer = { orderId, answer: '已核对' };
      const foreign = await command('north-supervisor', 'answer-order', answer);
      expect(foreign.body).toMatchObject({ status: 403, detail: 'answer-order is for south' });
      expect((await command('office-supervisor', 'answer-order', answer)).status).toBe(200);
      await command('north-agent', 'transfer', { to: 'south', reason: 'expertise' });
      const refusal = { reason: 'no-authority' };
      const detail = 'refuse-transfer is for south, which has the case';
      const asking = await command('north-supervisor', 'refuse-transfer', refusal);
      expect(asking.body).toMatchObject({ status: 403, detail });
      expect((await command('central-supervisor', 'refuse-transfer', refusal)).status).toBe(200);
    });

    it('show a case to whoever has a preventive action of it to do, until it is done', async () => {
      const path = `/api/v1/cases/${cases['north']}`;
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      const action = { owner: 'a-105', dueAt, text: '复查调压箱' };
      expect(
        (await ask('north-agent', 'POST', `${path}/commands/plan-action`, action)).status,
      ).toBe(200);
      expect((await ask('harbour-agent', 'GET', path)).status).toBe(200);
      const items = async (name: string) =>
        (await ask(name, 'GET', '/api/v1/actions')).body['items'];
      expect(await items('south-agent')).toEqual([]);
      const [planned] = (await items('harbour-agent')) as { id: string }[];
      const done = { actionId: planned!.id };
      expect(
        await ask('harbour-agent', 'POST', `${path}/commands/complete-action`, done),
      ).toMatchObject({ status: 200 });
      expect((await ask('harbour-agent', 'GET', path)).status).toBe(403);
      expect(await items('harbour-agent')).toMatchObject([{ id: planned!.id, status: 'done' }]);
    });

    it('name only cases that somebody sees in the dry run of a policy, and count all', async () => {
      const policy = fiveSecondPolicy();
      for (const { clocks } of policy.rules) {
        const budget = { unit: 'elapsed-minutes' as const, minutes: 7 };
        clocks[0] = { ...clocks[0]!, calendar: 'always', budget };
      }
      const tried = (name: string) =>
        ask(name, 'POST', '/api/v1/policies/dry-run?limit=200', policy);
      const [some, all] = [await tried('north-supervisor'), await tried('north-manager')];
      expect([some.status, all.status]).toEqual([200, 200]);
      expect(some.body['totals']).toEqual(all.body['totals']);
      expect(casesIn(all, 'caseId')).toContain(cases['south']);
      expect(casesIn(some, 'caseId')).toContain(cases['north']);
      expect(casesIn(some, 'caseId')).not.toContain(cases['south']);
    });

    it('keep a churn level from whoever is not shown one of the cases it rests on', async () => {
      const { body } = await ask('only-admin', 'GET', `/api/v1/cases/${cases['north']}`);
      const path = `/api/v1/churn/customers/${(body['customer'] as { id: string }).id}`;
      const told = (name: string) => ask(name, 'GET', path);
      await waitFor(async () => (await told('only-admin')).body['level'] === 'critical', {
        describe: 'the level of who threatened three times',
      });
      for (const name of ['central-agent', 'office-supervisor']) {
        expect((await told(name)).body).toMatchObject({ level: 'critical', isHidden: false });
      }
      for (const name of ['north-agent', 'south-agent', 'north-supervisor']) {
        expect((await told(name)).body).toMatchObject({ level: null, factors: [], isHidden: true });
      }
      expect((await told('north-manager')).status).toBe(403);
    });

    it('hold for every event of a stream', async () => {
      const abort = new AbortController();
      const read = (name: string, until: string, stream = 'cases') => {
        const address = new URL(`/api/v1/streams/${stream}`, product.services.url);
        return readStreamUntil(address, { token: tokens.get(name), until, signal: abort.signal });
      };
      // The last of all: whoever is sent it was sent everything before it that they may see.
      const last = await openCase('south');
      const south = await read('south-agent', last);
      expect(south).toContain(cases['south']);
      expect(south).toContain(cases['none']);
      expect(south).not.toContain(cases['north']);
      expect(await read('central-agent', last)).toContain(cases['north']);
      for (const unit of ['south', 'north']) {
        const survey = { caseId: cases[unit], kind: 'csat', score: 5 };
        expect((await ask('only-admin', 'POST', '/api/v1/surveys', survey)).status).toBe(201);
        await read('central-supervisor', cases[unit]!, 'signals');
      }
      const signals = await read('north-supervisor', cases['north']!, 'signals');
      expect(signals).not.toContain(cases['south']);
      // Their only customer threatened in cases of both.
      expect(signals).not.toContain('event: clearline.churn.');
      const all = await read('office-supervisor', cases['north']!, 'signals');
      expect(all).toContain(cases['south']);
      expect(all).toContain('event: clearline.churn.');
      abort.abort();
    });
  });
}
