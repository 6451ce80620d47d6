import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import type { Answer, TestStandalone } from './open-test-standalone.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

/** Duplicates that go into another case and come out again, through the public edge, on the engine that `open` starts. */
export function mergingSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`a duplicate on ${engine}`, () => {
    let product: TestStandalone;
    beforeAll(async () => {
      product = await open();
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    async function openCase(changes: object = {}): Promise<string> {
      const body = { ...sampleComplaint, ...changes };
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
      const id = String(filed.body['caseId']);
      await waitFor(async () => (await read(id)).status === 200, { describe: 'the case' });
      return id;
    }
    const read = (id: string, as = 'agent') => product.call(as, 'GET', `/api/v1/cases/${id}`);
    const command = (as: string, id: string, name: string, body: object = {}) =>
      product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const clocksOf = ({ body }: Answer) =>
      (body['clocks'] as Record<string, unknown>[]).map(
        ({ consumedMinutes: _consumed, ...clock }) => clock,
      );
    const timeline = async (id: string) =>
      (await product.call('supervisor', 'GET', `/api/v1/cases/${id}/timeline`)).body['items'] as {
        type: string;
        texts: Record<string, string>;
      }[];
    const isReportedOpen = async (id: string) => {
      const path = '/api/v1/reports/backlog/cases?figure=open&limit=1000';
      const { body } = await product.call('manager', 'GET', path);
      return (body['items'] as { caseId: string }[]).some(({ caseId }) => caseId === id);
    };

    it('ends in the case that was first, keeps its entries, and an undo gives it back as it was', async () => {
      const first = await openCase();
      const second = await openCase({ channel: 'app' });
      const note = { channel: 'phone', direction: 'outbound', note: '已联系客户' };
      await command('agent', second, 'record-contact', note);
      await command('agent', second, 'pause', { reason: 'awaiting-customer' });
      const before = await read(second);
      const entries = await timeline(second);
      await waitFor(() => isReportedOpen(second), { describe: 'it in the report' });

      const merge = { into: before.body['number'], reason: '客户重复来电，同一件事' };
      const itself = await command('supervisor', second, 'merge', merge);
      expect(itself.body).toMatchObject({ errors: [{ path: 'into', rule: 'same-case' }] });
      const { body: target } = await read(first);
      const into = { ...merge, into: target['number'] };
      expect((await command('agent', second, 'merge', into)).status).toBe(403);
      const merged = await command('supervisor', second, 'merge', into);
      expect(merged.body).toMatchObject({
        status: 'merged',
        stage: 'closed',
        rulingClock: null,
        mergedInto: { id: first, number: target['number'] },
      });
      expect(clocksOf(merged).filter(({ state }) => /running|paused/.test(String(state)))).toEqual(
        [],
      );
      expect((await read(first)).body['links']).toContainEqual({
        rel: 'duplicate',
        href: `/api/v1/cases/${second}`,
      });
      expect(await timeline(second)).toEqual(expect.arrayContaining(entries));
      expect(await timeline(second)).toContainEqual(
        expect.objectContaining({
          type: 'clearline.case.merged.v1',
          texts: { note: '客户重复来电，同一件事' },
        }),
      );
      await waitFor(async () => !(await isReportedOpen(second)), {
        describe: 'it not in the report',
      });
      expect(await isReportedOpen(first)).toBe(true);
      const work = await command('agent', second, 'complete-stage', {
        stage: 'control',
        evidence: sampleEvidence.control,
      });
      expect(work.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });

      const undone = await command('supervisor', second, 'unmerge', { reason: 'other-matter' });
      expect(undone.body).toMatchObject({
        status: before.body['status'],
        stage: before.body['stage'],
        rulingClock: before.body['rulingClock'],
      });
      expect(clocksOf(undone)).toEqual(clocksOf(before));
      expect(undone.body).not.toHaveProperty('mergedInto');
      expect((await read(first)).body['links']).toEqual(target['links']);
      expect((await timeline(second)).slice(0, entries.length)).toEqual(entries);
      await waitFor(() => isReportedOpen(second), { describe: 'it in the report' });
      const { database } = product.services.runtimes.get('reporting')!;
      const cancelled = `select 1 from clock_facts where case_id = $1 and verdict = 'cancelled'`;
      await waitFor(async () => (await database.query(cancelled, [second])).length === 0, {
        describe: 'the figures of its clocks',
      });
      const again = await command('supervisor', second, 'unmerge', { reason: 'other' });
      expect(again.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
    }, 180_000);

    it('is one of many that go into one case at once, each with an answer', async () => {
      const first = await openCase();
      const others = await Promise.all([openCase(), openCase(), openCase()]);
      await command('agent', others[1]!, 'withdraw', { channel: 'phone' });
      const cases = [...others, first].map((id) => ({ case: id }));
      const body = { into: first, reason: 'filed-twice' };
      const path = '/api/v1/cases/commands/merge';
      const answer = await product.call('supervisor', 'POST', path, { cases, body });
      const items = answer.body['items'] as { status: number }[];
      expect(items.map(({ status }) => status)).toEqual([200, 409, 200, 422]);
      const links = (await read(first)).body['links'] as { rel: string; href: string }[];
      const duplicates = links.filter(({ rel }) => rel === 'duplicate').map(({ href }) => href);
      expect(duplicates.sort()).toEqual(
        [others[0], others[2]].map((id) => `/api/v1/cases/${id}`).sort(),
      );
    }, 120_000);

    it('never goes into a case that nobody works on, that is not there, or that came later', async () => {
      const first = await openCase();
      const second = await openCase();
      const merge = (id: string, into: string) =>
        command('supervisor', id, 'merge', { into, reason: 'same-matter' });
      const later = await merge(first, second);
      expect(String(later.body['detail'])).toContain('merge that one into this one');
      const unknown = await merge(first, '01963b1c-7a00-7000-8000-00000000dead');
      expect(unknown.body).toMatchObject({ errors: [{ path: 'into', rule: 'unknown-case' }] });
      await command('agent', first, 'withdraw', { channel: 'phone' });
      const ended = await merge(second, first);
      expect(ended.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
      expect((await read(second)).body['status']).toBe('open');
    }, 120_000);

    it('leaves the log such that an audit finds every case as its events say', async () => {
      const violations = new Violations();
      await verifyCases(product.services.runtimes.get('escalation')!.database, violations);
      expect(violations.list).toEqual([]);
    });
  });
}
