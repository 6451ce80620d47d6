import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { addAgents } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

/** Cases that units hand to each other, and what supervisors do with many, through the public edge, on the engine that `open` starts. */
export function departmentsSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`departments and their supervisors on ${engine}`, () => {
    let product: TestStandalone;

    beforeAll(async () => {
      product = await open();
      const agents = [
        { agentId: 'a-003', unit: 'south', roles: ['agent'] },
        { agentId: 's-001', unit: 'hq', roles: ['supervisor'] },
      ];
      await addAgents(product, agents);
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    async function openCase(organisation = 'north'): Promise<string> {
      const body = { ...sampleComplaint, organisation };
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
    const departments = async (id: string) =>
      (await product.call('agent', 'GET', `/api/v1/cases/${id}/departments`)).body;

    describe('units over HTTP', () => {
      it('hands a case over with reason and clock, takes it back on refusal, and counts refusals to the limit', async () => {
        const id = await openCase();
        const transfer = { to: 'south', reason: 'responsible-unit', note: '请核实现场' };
        const sent = await command('agent', id, 'transfer', transfer);
        expect(sent.body).toMatchObject({ unit: 'south', transferTo: 'south' });
        const running = expect.objectContaining({ kind: 'department', state: 'running' });
        expect(sent.body['clocks']).toEqual(expect.arrayContaining([running]));
        expect(await departments(id)).toMatchObject({
          unit: 'south',
          pending: { from: 'north', to: 'south' },
          // Sent on, it is theirs until somebody takes it.
          firstAsked: { agent: 'a-001', until: null, handedTo: null },
          refusals: 0,
          refusalLimit: 2,
        });
        const refuse = { reason: '不属于我站辖区' };
        const refused = await command('supervisor', id, 'refuse-transfer', refuse);
        expect(refused.body).toMatchObject({ unit: 'north' });
        await command('agent', id, 'transfer', transfer);
        await command('supervisor', id, 'refuse-transfer', { reason: 'no-authority' });
        await command('agent', id, 'transfer', transfer);
        const third = await command('supervisor', id, 'refuse-transfer', refuse);
        expect(third.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
        expect(String(third.body['detail'])).toContain('which is the limit');
        const accepted = await command('supervisor', id, 'accept-transfer', { owner: 'a-003' });
        expect(accepted.body).toMatchObject({ owner: 'a-003', unit: 'south' });
        expect((await departments(id))['firstAsked']).toMatchObject({
          ...{ agent: 'a-001', handedTo: 'a-003', how: 'transfer-accepted' },
          until: expect.any(String),
        });
        const timeline = await product.call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
        expect(timeline.body['items']).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              type: 'clearline.case.transferred.v1',
              texts: { note: '请核实现场' },
            }),
            expect.objectContaining({
              type: 'clearline.case.transfer-refused.v1',
              data: expect.objectContaining({ reason: 'other', refusals: 1, limit: 2 }),
              texts: { note: '不属于我站辖区' },
            }),
          ]),
        );
      });

      it('lets who asked take the case back, and neither the unit that was asked nor a third', async () => {
        const id = await openCase();
        await command('agent', id, 'transfer', { to: 'south', reason: 'wrong-unit' });
        const back = await command('agent', id, 'withdraw-transfer');
        expect(back).toMatchObject({ status: 200, body: { unit: 'north', owner: 'a-001' } });
        expect(back.body).not.toHaveProperty('transferTo');
        expect(await departments(id)).toMatchObject({ unit: 'north', pending: null, refusals: 0 });
        const again = await command('agent', id, 'withdraw-transfer');
        expect(again.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
        await command('supervisor', id, 'transfer', { to: 'hq', reason: 'expertise' });
        await command('supervisor', id, 'accept-transfer', { owner: 's-001' });
        await command('supervisor', id, 'transfer', { to: 'north', reason: 'on-site-work' });
        expect((await command('agent', id, 'withdraw-transfer')).body).toMatchObject({
          type: 'urn:clearline:problem:forbidden',
          detail: 'withdraw-transfer is for hq, which asked north to take the case',
        });
      });

      it('gives a case back with its result, and the spans of all units add up to its life', async () => {
        const id = await openCase('south');
        await command('supervisor', id, 'transfer', { to: 'north', reason: 'expertise' });
        const accepted = await command('agent', id, 'accept-transfer');
        expect(accepted.body).toMatchObject({ owner: 'a-001' });
        const back = await command('agent', id, 'hand-back', { result: '已上门处理' });
        expect(back.body).toMatchObject({ unit: 'south' });
        const { spans, lifeMinutes, units } = (await departments(id)) as {
          spans: { unit: string; minutes: number; from: string; to: string | null }[];
          lifeMinutes: number;
          units: { unit: string; minutes: number }[];
        };
        expect(spans.map(({ unit }) => unit)).toEqual(['south', 'north', 'south']);
        spans.slice(1).forEach(({ from }, index) => expect(from).toBe(spans[index]!.to));
        const sum = (parts: { minutes: number }[]) =>
          parts.reduce((all, one) => all + one.minutes, 0);
        expect([sum(spans), sum(units)]).toEqual([lifeMinutes, lifeMinutes]);
      });

      it('leaves the answer to the unit that was asked, not to who asked from beneath it', async () => {
        const id = await openCase('north');
        await command('agent', id, 'transfer', { to: 'hq', reason: 'expertise' });
        const { body: waiting } = await product.call('agent', 'GET', `/api/v1/cases/${id}`);
        expect(waiting).toMatchObject({ transferFrom: 'north', transferTo: 'hq' });
        for (const [name, body] of [
          ['accept-transfer', {}],
          ['refuse-transfer', { reason: 'other' }],
        ] as const) {
          const answer = await command('agent', id, name, body);
          expect(answer.body).toMatchObject({
            type: 'urn:clearline:problem:forbidden',
            detail: `${name} is for hq, which was asked to take the case`,
          });
        }
        // Who supervises the unit that was asked refuses, which counts.
        const around = await command('supervisor', id, 'withdraw-transfer');
        expect(around.body).toMatchObject({
          type: 'urn:clearline:problem:forbidden',
          detail: 'withdraw-transfer is for north, which asked hq to take the case',
        });
        await command('supervisor', id, 'refuse-transfer', { reason: 'no-authority' });
        // Down the organisation the unit that was asked is the nearer one, though both have its agents.
        await command('supervisor', id, 'transfer', { to: 'hq', reason: 'expertise' });
        const asker = await command('supervisor', id, 'accept-transfer', { owner: 'a-001' });
        expect(asker).toMatchObject({
          status: 422,
          body: {
            errors: [
              {
                ...{ path: 'owner', rule: 'asking-unit' },
                message: 'the agent belongs to north, which asked hq to take the case',
              },
            ],
          },
        });
        await command('supervisor', id, 'accept-transfer', { owner: 's-001' });
        await command('supervisor', id, 'transfer', { to: 'north', reason: 'on-site-work' });
        const accepted = await command('agent', id, 'accept-transfer');
        expect(accepted.body).toMatchObject({ owner: 'a-001', unit: 'north' });
      });

      it('lets only agents of the unit that has a case decide, and supervisors', async () => {
        const id = await openCase('south');
        const transfer = { to: 'south-harbour', reason: 'on-site-work' };
        // Whoever was asked first owns it and may send it on, whichever unit it is for.
        expect((await command('agent', id, 'transfer', transfer)).status).toBe(200);
        for (const [name, body] of [
          ['accept-transfer', {}],
          ['refuse-transfer', { reason: 'other' }],
          ['hand-back', { result: '完成' }],
        ] as const) {
          const answer = await command('agent', id, name, body);
          expect(answer.body).toMatchObject({ type: 'urn:clearline:problem:forbidden' });
        }
        const other = await command('supervisor', id, 'accept-transfer', { owner: 'a-003' });
        expect(other.body).toMatchObject({ errors: [{ path: 'owner', rule: 'other-unit' }] });
        const nowhere = await command('manager', id, 'accept-transfer');
        expect(nowhere.body).toMatchObject({ errors: [{ path: 'owner', rule: 'required' }] });
        const unknown = { to: 'nowhere', reason: 'other' };
        const refused = await command('supervisor', id, 'transfer', unknown);
        expect(refused.body).toMatchObject({ errors: [{ path: 'to', rule: 'unknown-unit' }] });
      });
    });

    describe('supervisors over HTTP', () => {
      it('reassigns many cases with an answer for each, the refused ones with their problem', async () => {
        const ids = await Promise.all([openCase(), openCase(), openCase()]);
        await command('agent', ids[1]!, 'withdraw', { channel: 'phone' });
        const nobody = '01963b1c-7a00-7000-8000-00000000dead';
        const cases = [
          ...ids.map((id) => ({ case: id })),
          { case: nobody },
          { case: await openCase(), expectedVersion: 99 },
        ];
        const body = { cases, body: { owner: 'a-003', reason: 'workload', note: '均衡工作量' } };
        const path = '/api/v1/cases/commands/assign';
        const answer = await product.call('supervisor', 'POST', path, body);
        expect(answer.status).toBe(207);
        const problem = (slug: string) =>
          expect.objectContaining({ type: `urn:clearline:problem:${slug}` });
        expect(answer.body['items']).toEqual([
          { index: 0, case: ids[0], status: 200, version: expect.any(Number) },
          { index: 1, case: ids[1], status: 409, problem: problem('illegal-transition') },
          { index: 2, case: ids[2], status: 200, version: expect.any(Number) },
          { index: 3, case: nobody, status: 404, problem: problem('not-found') },
          { index: 4, case: cases[4]!.case, status: 409, problem: problem('stale-version') },
        ]);
        for (const id of [ids[0]!, ids[2]!]) {
          const { body: found } = await product.call('agent', 'GET', `/api/v1/cases/${id}`);
          expect(found['owner']).toBe('a-003');
        }
        expect((await product.call('agent', 'POST', path, body)).status).toBe(403);
        const twice = { ...body, cases: [{ case: ids[0] }, { case: ids[0] }] };
        const refused = await product.call('supervisor', 'POST', path, twice);
        expect(refused.body).toMatchObject({ errors: [{ path: 'cases', rule: 'unique' }] });
        const many = { ...body, cases: Array.from({ length: 1_001 }, () => ({ case: nobody })) };
        expect((await product.call('supervisor', 'POST', path, many)).status).toBe(422);
        const unknown = { ...body, body: { owner: 'a-999' } };
        const items = (await product.call('supervisor', 'POST', path, unknown)).body['items'];
        expect((items as { status: number }[]).map(({ status }) => status)).toEqual([
          422, 422, 422, 404, 409,
        ]);
      }, 120_000);

      it('says what changed since the version that was read, and who did it', async () => {
        const id = await openCase();
        const { body: read } = await product.call('agent', 'GET', `/api/v1/cases/${id}`);
        await command('supervisor', id, 'change-priority', { priority: 'low' });
        await command('agent', id, 'transfer', { to: 'south', reason: 'expertise' });
        const late = { owner: 'a-003', expectedVersion: read['version'] };
        const answer = await command('supervisor', id, 'assign', late);
        expect(answer.status).toBe(409);
        const { changes, version } = answer.body as {
          changes: { sequence: number; type: string; actor: string }[];
          version: number;
        };
        expect(changes).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              type: 'clearline.case.priority-changed.v1',
              actor: 'supervisor',
              at: expect.any(String),
            }),
            expect.objectContaining({ type: 'clearline.case.transferred.v1', actor: 'agent' }),
          ]),
        );
        expect(changes[0]!.sequence).toBe(Number(read['version']) + 1);
        expect(changes.at(-1)!.sequence).toBe(version);
      });

      it('ends a case at once that its customer takes back, its clocks without a verdict', async () => {
        const id = await openCase();
        const body = { channel: 'phone', note: '客户已自行解决' };
        const { body: found } = await command('agent', id, 'withdraw', body);
        expect(found).toMatchObject({ status: 'withdrawn', stage: 'closed', rulingClock: null });
        const states = (found['clocks'] as { state: string }[]).map(({ state }) => state);
        expect(new Set(states)).toEqual(new Set(['cancelled']));
        const again = await command('agent', id, 'withdraw', body);
        expect(again.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
        const { body: timeline } = await product.call(
          'agent',
          'GET',
          `/api/v1/cases/${id}/timeline`,
        );
        expect(timeline['items']).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              type: 'clearline.case.contact-recorded.v2',
              texts: { note: '客户已自行解决' },
            }),
            expect.objectContaining({ type: 'clearline.case.withdrawn.v1', actor: 'agent' }),
          ]),
        );
      });
    });
  });
}
