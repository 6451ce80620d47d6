import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView } from '#contracts';
import { defaultPolicy } from '#sla';
import type { LadderLevel, Policy } from '#sla';
import { waitFor } from '#testing';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

const levels: LadderLevel[] = [
  { id: 'desk', level: 1, audience: 'supervisor', after: { trigger: 0 }, unit: 'hq', next: 'head' },
  {
    ...{ id: 'head', level: 2, audience: 'manager', people: ['a-001'] },
    after: { unacknowledged: 60 },
  },
];
/** Its clocks alert nobody while a test looks on at ten minutes a second. */
const policy: Policy = {
  ...defaultPolicy,
  ladders: [{ id: 'public', levels }],
  triggers: [
    { id: 'public-threat', on: { threat: ['media', 'regulator'] }, ladder: 'public' },
    { id: 'vip', on: { tier: ['vip'] }, ladder: 'public' },
    { id: 'grave', on: { severity: ['critical'] }, ladder: 'public' },
    { id: 'again', on: { repeat: 1 }, ladder: 'public' },
    { id: 'not-content', on: { callback: 'dissatisfied' }, ladder: 'public' },
  ],
  rules: [
    {
      ...{ id: 'all', match: {} },
      clocks: [
        {
          ...{ kind: 'statutory', budget: { unit: 'calendar-days', days: 300 } },
          ...{ calendar: 'always', warnings: [] },
        },
      ],
    },
  ],
};

/** Alerts that no clock raises, through the public edge, on the engine that `open` starts. */
export function triggerSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`the triggers of a policy on ${engine}`, () => {
    let product: TestStandalone;
    let phones = 13_900_000_100;
    const call: TestStandalone['call'] = (...given) => product.call(...given);
    const file = async (changes: object = {}, by = 'agent'): Promise<string> => {
      phones += 1;
      const customer = { name: '李娜', phone: String(phones) };
      const body = { ...sampleComplaint, customer, ...changes };
      const filed = await call(by, 'POST', '/api/v1/complaints', body);
      expect(filed.status).toBe(201);
      const caseId = String(filed.body['caseId']);
      await waitFor(
        async () => (await call('manager', 'GET', `/api/v1/cases/${caseId}`)).status === 200,
      );
      return caseId;
    };
    const command = (by: string, caseId: string, name: string, body: object) =>
      call(by, 'POST', `/api/v1/cases/${caseId}/commands/${name}`, body);
    const alertsOf = async (caseId: string): Promise<AlertView[]> => {
      const { body } = await call('manager', 'GET', '/api/v1/alerts?limit=200');
      return (body['items'] as AlertView[]).filter((alert) => alert.caseId === caseId);
    };
    const alertOf = (caseId: string, cause: AlertView['cause'], level = 1) =>
      waitFor(
        async () =>
          (await alertsOf(caseId)).find((one) => one.cause === cause && one.level >= level),
        { timeoutMs: 60_000, describe: `the alert of ${cause}` },
      );

    beforeAll(async () => {
      product = await open();
      expect((await call('manager', 'PUT', '/api/v1/policies', policy)).status).toBe(200);
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    it('find a threat in what the customer says, in either language', async () => {
      const chinese = await file({ statement: '再不退款我就找记者曝光你们' });
      const english = await file({ statement: 'If this is not paid I will go to the press.' });
      for (const caseId of [chinese, english]) {
        expect(await alertOf(caseId, 'threat')).toMatchObject({
          ...{ ladder: 'public', unit: 'hq', audience: 'supervisor', kind: null },
          why: { zh: expect.stringContaining('客户扬言') },
        });
      }
      const calm = await file();
      expect(await alertsOf(calm)).toEqual([]);
    }, 180_000);

    it('climb while nobody takes them on, and let whom a level names see the case', async () => {
      const caseId = await file({ organisation: 'south', threats: ['regulator'] }, 'supervisor');
      const path = `/api/v1/cases/${caseId}`;
      expect((await call('agent', 'GET', path)).status).toBe(403);
      const alert = await alertOf(caseId, 'threat', 2);
      expect(alert).toMatchObject({
        ...{ step: 'head', unit: null, people: ['a-001'] },
        told: [{ step: 'desk', unit: 'hq' }, { step: 'head' }],
        why: { en: expect.stringContaining('level 1 (supervisors of hq) did not acknowledge it') },
      });
      expect((await call('agent', 'GET', path)).status).toBe(200);
    }, 240_000);

    it('are read and taken on by the agent whom a level names, and by nobody whom none does', async () => {
      const urgent = '/api/v1/alerts?mine=true&sort=urgency&limit=200';
      const ownOf = async (as: string) =>
        (await call(as, 'GET', urgent)).body as { items: AlertView[]; total: number };
      const caseId = await file({ organisation: 'south', threats: ['media'] }, 'supervisor');
      const { id } = await alertOf(caseId, 'threat', 2);
      const own = await ownOf('agent');
      expect(own.items.map((one) => one.id)).toContain(id);
      expect(own.total).toBe(own.items.length);
      // Those that have climbed no further than to supervisors name no agent.
      const all = await call('agent', 'GET', '/api/v1/alerts?limit=200');
      for (const { people } of [...own.items, ...(all.body['items'] as AlertView[])]) {
        expect(people).toEqual(['a-001']);
      }
      // `hq` is their unit; a log-in that is no agent's is named by nothing.
      expect((await ownOf('supervisor')).items.map((one) => one.id)).toContain(id);
      expect(await ownOf('manager')).toEqual({ items: [], next: null, total: 0 });
      expect((await call('agent', 'GET', '/api/v1/alerts?mine=yes')).status).toBe(422);
      const taken = await call('agent', 'POST', `/api/v1/alerts/${id}/acknowledge`);
      expect(taken).toMatchObject({ status: 200, body: { acknowledgedBy: 'a-001', next: null } });
      for (const as of ['agent', 'supervisor']) {
        expect((await ownOf(as)).items.map((one) => one.id)).not.toContain(id);
      }
    }, 240_000);

    it('tell of a threat that comes later: flagged, noted of a call, or added by the customer', async () => {
      const [flagged, noted, added, asked] = await Promise.all([file(), file(), file(), file()]);
      const flag = { threats: ['media'], note: '客户来电称要找电视台' };
      expect((await command('bi', flagged, 'flag-threats', flag)).status).toBe(403);
      expect(
        await command('agent', flagged, 'flag-threats', { threats: ['strike'] }),
      ).toMatchObject({
        ...{ status: 422, body: { errors: [{ path: 'threats[0]' }] } },
      });
      expect((await command('agent', flagged, 'flag-threats', flag)).status).toBe(200);
      const contact = { channel: 'phone', direction: 'inbound', note: '客户说明天就投诉到监管局' };
      expect((await command('agent', noted, 'record-contact', contact)).status).toBe(200);
      const facts = { channel: 'web', text: '我已经写好材料，下周发微博' };
      const told = await call('agent', 'POST', `/api/v1/complaints/${added}/facts`, facts);
      expect(told.status).toBe(201);
      // A survey that ends its case.
      const { resolve, ...stages } = sampleEvidence;
      await command('agent', asked, 'complete-stages', { evidence: stages });
      await command('agent', asked, 'resolve', resolve);
      const reached = { caseId: asked, type: 'complaint', outcome: 'reached', satisfied: true };
      expect((await call('agent', 'POST', '/api/v1/callbacks', reached)).status).toBe(201);
      await waitFor(async () => {
        const { body } = await call('manager', 'GET', `/api/v1/cases/${asked}`);
        return body['stage'] === 'survey';
      });
      const survey = { caseId: asked, kind: 'csat', score: 1, comment: '太失望了，我要找金监局' };
      expect((await call('agent', 'POST', '/api/v1/surveys', survey)).status).toBe(201);
      // With what is noted while it is filed, too.
      const listen = { ...sampleEvidence.listen, facts: '客户说要把录音发到抖音' };
      const during = await file({ evidence: { listen } });
      for (const caseId of [flagged, noted, added, asked, during]) await alertOf(caseId, 'threat');
      const { body } = await call('manager', 'GET', `/api/v1/cases/${noted}/timeline`);
      expect(body['items']).toContainEqual(
        expect.objectContaining({
          type: 'clearline.case.threats-flagged.v1',
          data: expect.objectContaining({ threats: ['regulator'], source: 'text' }),
        }),
      );
    }, 240_000);

    it('tell of severity, of a tier and of a repeat', async () => {
      const grave = await file({ severity: 'critical' });
      expect(await alertOf(grave, 'severity')).toMatchObject({ ladder: 'public' });
      expect((await alertsOf(grave)).map(({ cause }) => cause)).toEqual(['severity']);
      const [earlier, later] = [await file(), await file()];
      await command('supervisor', later, 'change-tier', { tier: 'vip' });
      await alertOf(later, 'tier');
      const linked = await command('agent', later, 'link-repeat', { earlier });
      expect(linked.status).toBe(200);
      await alertOf(later, 'repeat');
      expect(await alertsOf(earlier)).toEqual([]);
    }, 240_000);

    it('tell of a callback that found the customer dissatisfied', async () => {
      const caseId = await file();
      const { resolve, ...stages } = sampleEvidence;
      await command('agent', caseId, 'complete-stages', { evidence: stages });
      expect((await command('agent', caseId, 'resolve', resolve)).status).toBe(200);
      const callback = { caseId, type: 'complaint', outcome: 'reached', satisfied: false };
      expect((await call('agent', 'POST', '/api/v1/callbacks', callback)).status).toBe(201);
      const { id } = await alertOf(caseId, 'dissatisfied');
      const taken = await call('supervisor', 'POST', `/api/v1/alerts/${id}/acknowledge`);
      expect(taken).toMatchObject({ status: 200, body: { next: null } });
    }, 240_000);

    it('are shown by a dry run and held against the organisation day by day', async () => {
      const candidate = structuredClone(policy);
      candidate.ladders![0]!.levels[0]!.unit = 'nowhere';
      const chains = await call('supervisor', 'POST', '/api/v1/policies/chains', candidate);
      expect(chains.body).toMatchObject({
        triggers: expect.arrayContaining([
          expect.objectContaining({ trigger: 'vip', cause: 'tier', ladder: 'public' }),
        ]),
        warnings: expect.arrayContaining([
          expect.objectContaining({ rule: 'unknown-unit', level: 'desk' }),
        ]),
      });
      const again = () => call('manager', 'POST', '/api/v1/policies/checks');
      const warned = JSON.stringify((await again()).body);
      expect(warned).not.toContain('unknown-person');
      const agents = [{ agentId: 'a-001', unit: 'north', roles: ['agent'], active: false }];
      await call('admin', 'POST', '/api/v1/organisation', { agents });
      await waitFor(async () => JSON.stringify((await again()).body).includes('unknown-person'), {
        timeoutMs: 30_000,
        describe: 'a check that misses who left',
      });
    }, 240_000);
  });
}
