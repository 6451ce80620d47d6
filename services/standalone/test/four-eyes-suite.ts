import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';
import { waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

/** What is grave closes with a manager's word; withdrawals and merges always want somebody else. */
const policy: Policy = {
  ...defaultPolicy,
  fourEyes: [
    { command: 'close', severity: 'high', decides: 'manager' },
    { command: 'withdraw', decides: 'supervisor' },
    { command: 'merge', decides: 'supervisor' },
    { command: 'amend-codes', decides: 'supervisor' },
  ],
  major: { taskForce: true, stakeholders: 1 },
};
type Approval = { id: string; command: string; by: string; status: string };

/** Commands that nobody gives alone, through the public edge, on the engine that `open` starts. */
export function fourEyesSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`four eyes on ${engine}`, () => {
    let product: TestStandalone;
    beforeAll(async () => {
      product = await open();
      const published = await product.call('manager', 'PUT', '/api/v1/policies', policy);
      expect(published.status).toBe(200);
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const command = (as: string, id: string, name: string, body: object = {}) =>
      product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const read = async (id: string, as = 'agent') =>
      (await product.call(as, 'GET', `/api/v1/cases/${id}`)).body;
    const approvalsOf = async (id: string, as = 'manager') =>
      (await product.call(as, 'GET', `/api/v1/cases/${id}/approvals`)).body['items'] as Approval[];
    const approvalOf = ({ body }: { body: Record<string, unknown> }) =>
      (body['approvals'] as Approval[])[0]!.id;

    async function openCase(changes: object = {}): Promise<string> {
      const body = { ...sampleComplaint, ...changes };
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
      const id = String(filed.body['caseId']);
      await waitFor(
        async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
        { describe: 'the case' },
      );
      return id;
    }
    async function resolved(changes: object = {}): Promise<string> {
      const id = await openCase(changes);
      const { control, listen, establish, apologise, resolve } = sampleEvidence;
      const evidence = { control, listen, establish, apologise, resolve };
      const done = await command('agent', id, 'complete-stages', { evidence });
      expect(done.body).toMatchObject({ status: 'resolved' });
      return id;
    }

    describe('a command that the policy lets nobody give alone', () => {
      it('waits until somebody of the role agrees, and is then done as whoever asked for it', async () => {
        const plain = await resolved();
        const close = { reason: 'customer-agreed', note: '客户当面签字确认' };
        expect((await command('agent', plain, 'close', close)).status).toBe(200);

        const grave = await resolved({ severity: 'high' });
        const early = await openCase({ severity: 'high' });
        expect((await command('agent', early, 'close', close)).body).toMatchObject({
          type: 'urn:clearline:problem:missing-evidence',
        });
        const asked = await command('agent', grave, 'close', close);
        expect(asked).toMatchObject({
          status: 202,
          body: {
            status: 'resolved',
            approvals: [{ command: 'close', by: 'a-001', decides: 'manager' }],
          },
        });
        const approvalId = approvalOf(asked);
        const again = await command('agent', grave, 'close', close);
        expect(again).toMatchObject({
          status: 409,
          body: { detail: expect.stringContaining('a-001') },
        });

        expect((await command('agent', grave, 'approve-command', { approvalId })).status).toBe(403);
        const lesser = await command('supervisor', grave, 'approve-command', { approvalId });
        expect(lesser).toMatchObject({
          status: 403,
          body: { detail: expect.stringContaining('a manager decides') },
        });
        const stale = { approvalId, expectedVersion: 1 };
        expect((await command('manager', grave, 'approve-command', stale)).status).toBe(409);
        expect(await approvalsOf(grave)).toMatchObject([
          { id: approvalId, status: 'asked', input: close, decidedBy: null },
        ]);

        const agreed = { approvalId, note: '已核对录音' };
        const done = await command('manager', grave, 'approve-command', agreed);
        expect(done).toMatchObject({ status: 200, body: { status: 'closed' } });
        expect(done.body).not.toHaveProperty('approvals');
        expect(await approvalsOf(grave)).toMatchObject([
          { status: 'approved', decidedBy: 'manager', note: '已核对录音', input: close },
        ]);
        const { body } = await product.call('manager', 'GET', `/api/v1/cases/${grave}/timeline`);
        const closed = (
          body['items'] as { type: string; actor: string; data: object; texts: object }[]
        ).filter(({ type }) => type.startsWith('clearline.case.closed'));
        expect(closed).toMatchObject([
          { actor: 'manager', data: { by: 'a-001' }, texts: { note: close.note } },
        ]);
        expect((await command('manager', grave, 'approve-command', { approvalId })).status).toBe(
          404,
        );
      }, 120_000);

      it('is refused with a note, or taken back by whoever asked, and can be asked for anew', async () => {
        const id = await openCase();
        const withdraw = { channel: 'phone', note: '客户说不追究了' };
        const first = await command('agent', id, 'withdraw', withdraw);
        const refusal = { approvalId: approvalOf(first), note: '请客户书面确认' };
        const refused = await command('supervisor', id, 'refuse-command', refusal);
        expect(refused).toMatchObject({ status: 200, body: { status: 'open' } });
        const second = await command('agent', id, 'withdraw', withdraw);
        const own = { approvalId: approvalOf(second) };
        expect((await command('agent', id, 'refuse-command', own)).status).toBe(200);
        expect(await approvalsOf(id, 'agent')).toMatchObject([
          { status: 'refused', decidedBy: 's-001', note: '请客户书面确认' },
          { status: 'refused', decidedBy: 'a-001', note: null },
        ]);
        const third = await command('supervisor', id, 'withdraw', withdraw);
        const alone = await command('supervisor', id, 'approve-command', {
          approvalId: approvalOf(third),
        });
        expect(alone).toMatchObject({
          status: 403,
          body: { detail: expect.stringContaining('somebody else') },
        });
        expect(await read(id)).toMatchObject({ status: 'open', approvals: [{ by: 's-001' }] });
      }, 120_000);

      it('can be read by nobody once the customer is erased: it is refused, and carried out no more', async () => {
        const customer = { name: '李四', phone: '13700137000' };
        const id = await openCase({ customer });
        const asked = await command('agent', id, 'withdraw', { channel: 'phone', note: '不追究' });
        const { database } = product.services.runtimes.get('escalation')!;
        const { customer: known } = (await read(id)) as { customer: { id: string } };
        await database.query(`delete from keys.customer_keys where customer_id = $1`, [known.id]);
        expect(await approvalsOf(id)).toMatchObject([{ status: 'asked', input: null }]);
        const body = { approvalId: approvalOf(asked) };
        expect(await command('supervisor', id, 'approve-command', body)).toMatchObject({
          status: 409,
          body: { detail: expect.stringContaining('can not be read') },
        });
        const refused = await command('supervisor', id, 'refuse-command', body);
        expect(refused).toMatchObject({ status: 200, body: { status: 'open' } });
      }, 120_000);

      it('puts codes right only once somebody else agrees, and asks nobody for what is so already', async () => {
        const id = await openCase();
        const right = {
          category: 'leak',
          product: 'none',
          reason: 'misheard',
          note: '录音里说的是漏气',
        };
        const asked = await command('agent', id, 'amend-codes', right);
        expect(asked).toMatchObject({
          status: 202,
          body: { category: 'billing', approvals: [{ command: 'amend-codes', by: 'a-001' }] },
        });
        expect(await approvalsOf(id)).toMatchObject([{ status: 'asked', input: right }]);
        const approvalId = approvalOf(asked);
        expect((await command('agent', id, 'approve-command', { approvalId })).status).toBe(403);
        const agreed = await command('supervisor', id, 'approve-command', { approvalId });
        expect(agreed).toMatchObject({ status: 200, body: { category: 'leak' } });
        const { body } = await product.call('manager', 'GET', `/api/v1/cases/${id}/timeline`);
        const told = (body['items'] as { type: string; data: object; actor: string }[]).filter(
          ({ type }) => /case\.(approval|codes)/.test(type),
        );
        expect(told).toMatchObject([
          { type: 'clearline.case.approval-asked.v2', data: { command: 'amend-codes' } },
          {
            type: 'clearline.case.approval-decided.v2',
            data: { outcome: 'approved', by: 's-001' },
          },
          {
            type: 'clearline.case.codes-amended.v1',
            ...{ actor: 'supervisor', texts: { note: right.note } },
            data: { by: 'a-001', before: { category: 'billing' }, after: { category: 'leak' } },
          },
        ]);
        const same = await command('agent', id, 'amend-codes', { ...right, product: undefined });
        expect(same).toMatchObject({ status: 200, body: { category: 'leak' } });
        expect(same.body).not.toHaveProperty('approvals');
      }, 120_000);

      it('holds for two cases at once: neither knows of the other before it is agreed to', async () => {
        const first = await openCase();
        const second = await openCase();
        const merge = { into: first, reason: 'same-matter' };
        const asked = await command('supervisor', second, 'merge', merge);
        expect(asked).toMatchObject({ status: 202, body: { status: 'open' } });
        expect(JSON.stringify(await read(first))).not.toContain(second);
        const agreed = { approvalId: approvalOf(asked) };
        const merged = await command('manager', second, 'approve-command', agreed);
        expect(merged).toMatchObject({ status: 200, body: { status: 'merged' } });
        expect(JSON.stringify((await read(first))['links'])).toContain(second);
      }, 120_000);

      it('waits for many cases alike, is listed for those who decide, and lapses where a case ends before', async () => {
        const ids = [await openCase(), await openCase()];
        const cases = ids.map((id) => ({ case: id }));
        const path = '/api/v1/cases/commands/withdraw';
        const bulk = await product.call('supervisor', 'POST', path, {
          cases,
          body: { channel: 'phone' },
        });
        expect(bulk.body['items']).toMatchObject([{ status: 202 }, { status: 202 }]);
        expect((await product.call('agent', 'GET', '/api/v1/approvals')).status).toBe(403);
        const listed = async (status: string) => {
          const query = `status=${status}&command=withdraw&limit=200`;
          const { body } = await product.call('manager', 'GET', `/api/v1/approvals?${query}`);
          const items = body['items'] as { caseId: string; by: string; decidedBy: string | null }[];
          return items.filter(({ caseId }) => ids.includes(caseId));
        };
        expect(await listed('asked')).toMatchObject([{ by: 's-001' }, { by: 's-001' }]);
        const other = await openCase();
        const merge = { into: ids[0]!, reason: 'same-matter' };
        const later = await command('supervisor', ids[1]!, 'merge', merge);
        const [, { id: approvalId }] = later.body['approvals'] as [Approval, Approval];
        await command('manager', ids[1]!, 'approve-command', { approvalId });
        expect(await listed('asked')).toMatchObject([{ caseId: ids[0] }]);
        expect(await listed('lapsed')).toMatchObject([{ caseId: ids[1], decidedBy: 'system' }]);
        expect(await approvalsOf(other)).toEqual([]);
      }, 120_000);
    });

    describe('a major complaint under such a policy', () => {
      it('says what it lacks before it can be closed, and closes with a task force and a map', async () => {
        const id = await resolved();
        await command('supervisor', id, 'triage', { complaintTier: 'major' });
        const missing = ['taskForce', 'stakeholders'];
        expect(await read(id)).toMatchObject({ status: 'resolved', missing });
        const close = { reason: 'customer-agreed' };
        expect(await command('supervisor', id, 'close', close)).toMatchObject({
          status: 409,
          body: { type: 'urn:clearline:problem:missing-evidence', missing },
        });
        const members = [{ agent: 'a-001', role: 'technical' }];
        await command('supervisor', id, 'name-task-force', { lead: 's-001', members });
        const superior = {
          kind: 'superior',
          name: '分管副总',
          stance: 'unknown',
          speaker: 's-001',
        };
        await command('supervisor', id, 'map-stakeholder', superior);
        const closed = await command('supervisor', id, 'close', close);
        expect(closed).toMatchObject({ status: 200, body: { status: 'closed', missing: [] } });
      }, 120_000);

      it('leaves the log such that an audit finds every case as its events say', async () => {
        const violations = new Violations();
        await verifyCases(product.services.runtimes.get('escalation')!.database, violations);
        expect(violations.list).toEqual([]);
      });
    });
  });
}
