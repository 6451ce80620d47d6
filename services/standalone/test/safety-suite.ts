import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import { addAgents } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { safetyPolicy } from './safety-policy.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

/** Safety reports, through the public edge, on the engine that `open` starts. */
export function safetySuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`a safety report on ${engine}`, () => {
    let product: TestStandalone;
    beforeAll(async () => {
      product = await open();
      const agents = [{ agentId: 'a-006', unit: 'hse', roles: ['agent'] }];
      await addAgents(product, agents);
      expect((await product.call('manager', 'PUT', '/api/v1/policies', safetyPolicy)).status).toBe(
        200,
      );
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const command = (as: string, id: string, name: string, body: object = {}) =>
      product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const read = async (as: string, path: string) => (await product.call(as, 'GET', path)).body;
    const safetyOf = (id: string) => read('supervisor', `/api/v1/cases/${id}/safety`);

    async function openCase(changes: object = {}): Promise<string> {
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', {
        ...sampleComplaint,
        ...{ product: 'boiler', ...changes },
      });
      expect(filed).toMatchObject({ status: 201 });
      const id = String(filed.body['caseId']);
      await waitFor(
        async () => (await product.call('admin', 'GET', `/api/v1/cases/${id}`)).status === 200,
        { describe: 'the case' },
      );
      return id;
    }
    const told = {
      ...{ reporter: 'relative', seriousness: ['hospitalisation'], outcome: 'recovering' },
      ...{ patient: '张某，女，61 岁', reaction: '洗澡时晕倒，送医吸氧', batch: '2026-03 批' },
    };
    const sent = { recipient: 'authority', channel: 'web', name: '区监管局', reference: '回执 88' };

    it('leaves the normal flow as it is filed: desk, clocks and an alert at once, no stage, no callback', async () => {
      const { control, listen } = sampleEvidence;
      const id = await openCase({
        category: 'injury',
        evidence: { control, listen: { ...listen, product: 'boiler' } },
      });
      const found = await read('agent', `/api/v1/cases/${id}`);
      expect(found).toMatchObject({
        ...{ unit: 'hse', owner: 'a-001', stage: 'control', policyRule: 'injury' },
        ...{ safety: { desk: 'hse', takenBy: null }, missing: ['taken', 'report', 'submission'] },
      });
      const kinds = (found['clocks'] as { kind: string }[]).map(({ kind }) => kind);
      expect(kinds).toEqual(['acknowledge', 'statutory']);
      const { items } = (await read('supervisor', '/api/v1/alerts?open=true')) as {
        items: { caseId: string; cause: string }[];
      };
      expect(items.filter(({ caseId }) => caseId === id)).toMatchObject([
        { cause: 'critical', desk: 'hse', unit: null },
      ]);
      for (const [name, body] of [
        ['complete-stage', { stage: 'control', evidence: control }],
        ['record-apology', { channel: 'phone', text: '深表歉意' }],
        ['offer-remedy', { kind: 'compensation', cost: 10, text: '礼品' }],
        ['close', { reason: 'customer-agreed' }],
        ['withdraw', { channel: 'phone' }],
      ] as const) {
        const refused = await command('agent', id, name, body);
        expect(refused).toMatchObject({
          status: 409,
          body: { detail: expect.stringContaining('normal flow') },
        });
      }
    }, 120_000);

    it('is taken on by its desk, reported, sent and ended, and says who told what to whom and when', async () => {
      const id = await openCase({ category: 'injury' });
      expect((await command('agent', id, 'report-adverse-event', told)).status).toBe(200);
      expect(
        (await command('agent', id, 'end-safety-report', { finding: 'reported' })).status,
      ).toBe(403);
      const taken = await command('supervisor', id, 'take-safety-report', { owner: 'a-006' });
      expect(taken.body).toMatchObject({
        owner: 'a-006',
        priority: 'high',
        missing: ['submission'],
      });
      // Whoever was asked first has handed it over: what is said of the patient is no longer theirs to read.
      expect((await product.call('agent', 'GET', `/api/v1/cases/${id}/safety`)).status).toBe(403);
      const early = await command('supervisor', id, 'end-safety-report', { finding: 'reported' });
      expect(early.body).toMatchObject({
        type: 'urn:clearline:problem:missing-evidence',
        missing: ['submission'],
      });
      await command('supervisor', id, 'record-safety-submission', sent);
      const met = await read('supervisor', `/api/v1/cases/${id}`);
      expect(met['clocks']).toMatchObject([
        { kind: 'acknowledge', state: 'met' },
        { kind: 'statutory', state: 'met' },
      ]);
      const ended = await command('supervisor', id, 'end-safety-report', { finding: 'reported' });
      expect(ended.body).toMatchObject({ stage: 'closed', status: 'closed' });
      expect(await safetyOf(id)).toMatchObject({
        status: 'ended',
        desk: 'hse',
        left: { cause: 'category', category: 'injury', unit: 'north', by: 'system' },
        taken: { owner: 'a-006', by: 's-001' },
        reports: [{ ...told, version: 1, product: 'boiler', by: 'a-001' }],
        submissions: [{ ...sent, version: 1, by: 's-001' }],
        ended: { finding: 'reported', by: 's-001' },
        missing: [],
      });
      const departments = await read('supervisor', `/api/v1/cases/${id}/departments`);
      expect(departments['firstAsked']).toMatchObject({ agent: 'a-001', how: 'safety-taken' });
      const { items } = (await read('manager', `/api/v1/cases/${id}/views`)) as { items: object[] };
      expect(items).toContainEqual(
        expect.objectContaining({ what: 'safety', viewer: 'supervisor' }),
      );
    }, 120_000);

    it('begins in the middle of a complaint too, which keeps no promise of its own, and is in the register', async () => {
      const id = await openCase();
      const stays = await command('agent', id, 'leave-for-safety', { category: 'repair' });
      expect(stays.status).toBe(409);
      const left = await command('agent', id, 'leave-for-safety', {
        category: 'injury',
        note: '母亲被熏晕',
      });
      expect(left.body).toMatchObject({ category: 'injury', unit: 'hse', owner: 'a-001' });
      const clocks = left.body['clocks'] as { kind: string; state: string; clockId: string }[];
      const running = clocks.filter(({ state }) => state === 'running');
      expect(running.map(({ clockId }) => clockId)).toEqual(['acknowledge#2', 'statutory#2']);
      expect(clocks.some(({ state }) => state === 'met' || state === 'breached')).toBe(false);
      expect(await safetyOf(id)).toMatchObject({
        status: 'waiting',
        left: { cause: 'found', category: 'billing', unit: 'north', note: '母亲被熏晕' },
      });
      const path = '/api/v1/safety-reports?desk=hse&status=waiting&serious=false&limit=1';
      expect(await read('supervisor', path)).toMatchObject({
        items: [{ caseId: id, category: 'injury', product: 'boiler', seriousness: [] }],
      });
    }, 120_000);

    it('leaves a log such that an audit finds every case as its events say', async () => {
      const violations = new Violations();
      await verifyCases(product.services.runtimes.get('escalation')!.database, violations);
      expect(violations.list).toEqual([]);
    });
  });
}
