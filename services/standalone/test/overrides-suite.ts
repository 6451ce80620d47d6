import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

/** Stages that end without their evidence, through the public edge, on the engine that `open` starts. */
export function overridesSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`a stage that ends without its evidence on ${engine}`, () => {
    let product: TestStandalone;
    beforeAll(async () => {
      product = await open();
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const command = (as: string, id: string, name: string, body: object = {}) =>
      product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const get = async (as: string, path: string) => (await product.call(as, 'GET', path)).body;

    async function openCase(): Promise<string> {
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
      const id = String(filed.body['caseId']);
      await waitFor(
        async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
        { describe: 'the case' },
      );
      return id;
    }

    const { control, establish, apologise, resolve } = sampleEvidence;
    const note = '客户出海，月底前联系不上';

    it('ends by the word of a supervisor alone, with a reason, and is marked wherever the case is read', async () => {
      const id = await openCase();
      await command('agent', id, 'complete-stage', { stage: 'control', evidence: control });
      const facts = { stage: 'listen', evidence: { facts: '三月扣了两次', product: 'meter' } };
      await command('agent', id, 'add-evidence', facts);
      const ended = { stage: 'listen', reason: 'customer-unreachable', note };
      expect((await command('agent', id, 'override-stage', ended)).status).toBe(403);
      const silent = await command('supervisor', id, 'override-stage', { stage: 'listen' });
      expect(silent).toMatchObject({
        status: 422,
        body: { errors: [expect.objectContaining({ path: 'reason' })] },
      });
      const early = await command('supervisor', id, 'override-stage', {
        ...ended,
        stage: 'resolve',
      });
      expect(early.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });

      const answer = await command('supervisor', id, 'override-stage', ended);
      const missing = ['happenedAt', 'place', 'remedySought'];
      const mark = { stage: 'listen', missing, reason: 'customer-unreachable', by: 's-001' };
      expect(answer).toMatchObject({
        status: 200,
        body: { stage: 'establish', missing: ['restatement', 'confirmed'], overrides: [mark] },
      });
      expect(await get('agent', `/api/v1/cases/${id}`)).toMatchObject({ overrides: [mark] });
      const { items } = await get('manager', '/api/v1/cases?stage=establish');
      expect(items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ id, overrides: [expect.objectContaining(mark)] }),
        ]),
      );
      const timeline = (await get('agent', `/api/v1/cases/${id}/timeline`))['items'] as {
        type: string;
        data: object;
        texts: object;
      }[];
      const overridden = timeline.findIndex(
        ({ type }) => type === 'clearline.case.stage-overridden.v1',
      );
      expect(timeline[overridden]).toMatchObject({ data: { missing }, texts: { note } });
      expect(timeline[overridden + 1]).toMatchObject({
        type: 'clearline.case.stage-completed.v1',
        data: {
          stage: 'listen',
          skipped: 'overridden by a supervisor',
          evidence: { product: 'meter' },
        },
      });

      await command('agent', id, 'complete-stages', {
        evidence: { establish, apologise, resolve },
      });
      const closed = await command('agent', id, 'close', { reason: 'customer-agreed' });
      expect(closed.body).toMatchObject({ status: 'closed', overrides: [mark] });
      const isCounted = async (figure: string) => {
        const path = `/api/v1/reports/volume/cases?figure=${figure}&limit=1000`;
        const { items: counted } = await get('manager', path);
        return (counted as { caseId: string }[]).some(({ caseId }) => caseId === id);
      };
      await waitFor(() => isCounted('closed'), { describe: 'the report' });
      expect([await isCounted('received'), await isCounted('overridden')]).toEqual([true, true]);
    }, 120_000);

    it('leaves the log such that an audit finds every case as its events say', async () => {
      const violations = new Violations();
      await verifyCases(product.services.runtimes.get('escalation')!.database, violations);
      expect(violations.list).toEqual([]);
    });
  });
}
