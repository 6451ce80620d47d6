import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, ChainsView, DutyNowView } from '#contracts';
import { waitFor } from '#testing';
import { addAgents } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { fiveSecondPolicy, sampleComplaint } from './samples.js';

const roster = {
  ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-11-23', handover: '18:00', days: 1 },
  people: ['s-010', 's-011'],
};

/** Rosters and whom they call on an alert, through the public edge, on the engine that `open` starts. */
export function dutySuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`duty on ${engine}`, () => {
    let product: TestStandalone;

    beforeAll(async () => {
      product = await open();
      const agents = [
        { agentId: 's-010', unit: 'north', roles: ['supervisor'] },
        { agentId: 's-011', unit: 'south', roles: ['supervisor'] },
        { agentId: 's-012', unit: 'south', roles: ['supervisor'] },
      ];
      await addAgents(product, agents);
      await waitFor(
        async () => {
          const body = { rosters: [{ ...roster, people: agents.map(({ agentId }) => agentId) }] };
          return (await product.call('supervisor', 'PUT', '/api/v1/duty', body)).status === 200;
        },
        { describe: 'the organisation' },
      );
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const publish = (body: object, expectedVersion?: number) => {
      const query = expectedVersion === undefined ? '' : `?expectedVersion=${expectedVersion}`;
      return product.call('supervisor', 'PUT', `/api/v1/duty${query}`, body);
    };
    const calledAt = async (at: string) => {
      const { body } = await product.call('agent', 'GET', `/api/v1/duty/now?at=${at}`);
      return (body['rosters'] as object[])[0];
    };

    it('says who is called when, with overrides, absences and stand-ins', async () => {
      const overrides = [
        { agentId: 's-012', from: '2026-11-25T00:00:00.000Z', to: '2026-11-26T00:00:00.000Z' },
      ];
      const absences = [
        {
          ...{ agentId: 's-011', standIn: 's-012' },
          ...{ from: '2026-11-24T10:00:00.000Z', to: '2026-11-24T20:00:00.000Z' },
        },
      ];
      const published = await publish({ rosters: [{ ...roster, overrides }], absences });
      expect(published.status).toBe(200);
      expect(await calledAt('2026-11-23T12:00:00.000Z')).toMatchObject({
        ...{ roster: 'night', agentId: 's-010', because: 'turn' },
      });
      expect(await calledAt('2026-11-24T12:00:00.000Z')).toMatchObject({
        ...{ roster: 'night', agentId: 's-012', because: 'stand-in' },
        passedOver: [{ agentId: 's-011', why: 'absent' }],
      });
      const { next } = (await calledAt('2026-11-23T12:00:00.000Z')) as DutyNowView['rosters'][0];
      expect(next).toHaveLength(7);
      expect(next[0]).toEqual({
        ...{ agentId: 's-012', because: 'stand-in' },
        ...{ from: '2026-11-24T10:00:00.000Z', to: '2026-11-25T10:00:00.000Z' },
        passedOver: [{ agentId: 's-011', why: 'absent' }],
      });
      expect(next[1]).toMatchObject({ agentId: 's-012', because: 'override' });
      expect(await calledAt('2026-11-25T12:00:00.000Z')).toMatchObject({ because: 'override' });
    });

    it('refuses what others changed meanwhile, people nobody knows, and agents', async () => {
      const { body } = await product.call('agent', 'GET', '/api/v1/duty');
      const version = Number(body['version']);
      expect((await publish({ rosters: [roster] }, version - 1)).status).toBe(409);
      const unknown = { ...roster, people: ['s-010', 's-999'], tz: 'Nowhere/Here' };
      expect(await publish({ rosters: [unknown] })).toMatchObject({
        status: 422,
        body: {
          errors: [
            { path: 'rosters.0.people.1', rule: 'unknown-agent' },
            { path: 'rosters.0.tz', rule: 'unknown-zone' },
          ],
        },
      });
      const refused = await product.call('agent', 'PUT', '/api/v1/duty', { rosters: [] });
      expect(refused.status).toBe(403);
    });

    it('calls whose turn it is on an alert of a level with a roster, but never the accused', async () => {
      const day = new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10);
      const turns = { ...roster, firstDay: day, days: 31, handover: '00:00' };
      expect((await publish({ rosters: [turns] })).status).toBe(200);
      const policy = fiveSecondPolicy();
      policy.ladders = [
        {
          id: 'desk',
          levels: [
            { id: 'call', level: 1, audience: 'supervisor', roster: 'night', after: { breach: 0 } },
          ],
        },
      ];
      policy.rules[1]!.clocks[0] = { ...policy.rules[1]!.clocks[0]!, warnings: [], ladder: 'desk' };
      const chains = await product.call('manager', 'POST', '/api/v1/policies/chains', policy);
      expect(JSON.stringify(chains.body['chains'])).toContain('"agentId":"s-010"');
      const stepOf = async (as: string, query = '') => {
        const { body } = await product.call(as, 'POST', `/api/v1/policies/chains${query}`, policy);
        return (body as unknown as ChainsView).chains[0]!.steps[0]!;
      };
      expect(await stepOf('manager', '?keptFrom=s-010')).toMatchObject({
        who: ['s-011'],
        leftOut: [{ agentId: 's-010', why: 'kept', standIn: null }],
      });
      expect(await stepOf('supervisor')).toMatchObject({ who: null, leftOut: null });
      expect((await product.call('manager', 'PUT', '/api/v1/policies', policy)).status).toBe(200);
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
      const id = String(filed.body['caseId']);
      const alert = await waitFor(
        async () => {
          const { body } = await product.call('manager', 'GET', '/api/v1/alerts?limit=200');
          return (body['items'] as AlertView[]).find(({ caseId }) => caseId === id);
        },
        { timeoutMs: 60_000, describe: 'the alert' },
      );
      expect(alert).toMatchObject({ step: 'call', called: { agentId: 's-010', because: 'turn' } });
      const accuse = { agents: ['s-010'] };
      await product.call('manager', 'POST', `/api/v1/cases/${id}/commands/name-accused`, accuse);
      const { body } = await product.call('manager', 'GET', `/api/v1/alerts/${alert.id}`);
      expect(body['called']).toEqual({
        ...{ agentId: 's-011', because: 'next-in-turn' },
        passedOver: [{ agentId: 's-010', why: 'conflict' }],
      });
    }, 240_000);

    it('warns of a level whose roster has nobody', async () => {
      const policy = fiveSecondPolicy();
      policy.ladders = [
        {
          id: 'desk',
          levels: [
            { id: 'call', level: 1, audience: 'supervisor', roster: 'gone', after: { breach: 0 } },
          ],
        },
      ];
      policy.rules[1]!.clocks[0] = { ...policy.rules[1]!.clocks[0]!, warnings: [], ladder: 'desk' };
      const chains = await product.call('manager', 'POST', '/api/v1/policies/chains', policy);
      expect(chains.body['warnings']).toContainEqual(
        expect.objectContaining({ rule: 'nobody-on-duty', ladder: 'desk', level: 'call' }),
      );
    });
  });
}
