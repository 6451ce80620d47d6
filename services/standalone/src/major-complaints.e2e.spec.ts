import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { sampleComplaint } from '../test/samples.js';

let product: TestStandalone;
beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
  const agents = [{ agentId: 'a-003', unit: 'south', roles: ['agent'] }];
  await product.call('admin', 'POST', '/api/v1/organisation', { agents });
  const { database } = product.services.runtimes.get('escalation')!;
  await waitFor(
    async () => (await database.query(`select 1 from agents where id = 'a-003'`)).length > 0,
    { describe: 'the agent' },
  );
}, 180_000);
afterAll(() => product?.close());

const command = (as: string, id: string, name: string, body: object = {}) =>
  product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
const taskForce = (as: string, id: string) =>
  product.call(as, 'GET', `/api/v1/cases/${id}/task-force`);

/** Of the south, and nobody's of the north. */
async function openCase(): Promise<string> {
  const body = { ...sampleComplaint, organisation: 'south' };
  const filed = await product.call('admin', 'POST', '/api/v1/complaints', body);
  const id = String(filed.body['caseId']);
  await waitFor(
    async () => (await product.call('admin', 'GET', `/api/v1/cases/${id}`)).status === 200,
    { describe: 'the case' },
  );
  return id;
}
const force = { lead: 's-001', members: [{ agent: 'a-001', role: 'technical' }] };
const newspaper = {
  kind: 'media',
  name: '晚报记者周某',
  stance: 'critical',
  speaker: 's-001',
  concern: '周五见报',
};

describe('a major complaint over HTTP', () => {
  it('has a task force with named members who see it, and a map of who has a say in it', async () => {
    const id = await openCase();
    expect((await taskForce('agent', id)).status).toBe(403);
    const early = await command('supervisor', id, 'name-task-force', force);
    expect(early.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
    await command('supervisor', id, 'triage', { complaintTier: 'major' });
    expect((await command('supervisor', id, 'name-task-force', force)).status).toBe(200);
    expect((await taskForce('agent', id)).body).toMatchObject({ ...force, stakeholders: [] });

    for (const [kind, name] of [
      ['superior', '分管副总'],
      ['top-management', '集团总经理'],
      ['neutral-body', '消费者协会'],
    ] as const) {
      const body = { kind, name, stance: 'unknown', speaker: 's-001' };
      expect((await command('agent', id, 'map-stakeholder', body)).status).toBe(200);
    }
    await command('supervisor', id, 'map-stakeholder', newspaper);
    const { stakeholders } = (await taskForce('manager', id)).body as {
      stakeholders: { id: string; kind: string; name: string; concern: string | null }[];
    };
    expect(stakeholders.map(({ kind }) => kind)).toEqual([
      ...['superior', 'top-management', 'neutral-body', 'media'],
    ]);
    expect(stakeholders.at(-1)).toMatchObject({ name: '晚报记者周某', concern: '周五见报' });
    const again = { ...newspaper, stakeholderId: stakeholders.at(-1)!.id, stance: 'neutral' };
    await command('supervisor', id, 'map-stakeholder', again);
    const now = (await taskForce('manager', id)).body['stakeholders'] as { stance: string }[];
    expect(now).toHaveLength(4);
    expect(now.at(-1)!.stance).toBe('neutral');
    const views = await product.call('manager', 'GET', `/api/v1/cases/${id}/views`);
    expect(views.body['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'task-force', viewer: 'agent' }),
        expect.objectContaining({ what: 'task-force', viewer: 'manager', times: 2 }),
      ]),
    );
  }, 120_000);

  it('stays major whatever agents do, until a supervisor says why it is none', async () => {
    const id = await openCase();
    await command('admin', id, 'assign', { owner: 'a-003', reason: 'workload' });
    await command('supervisor', id, 'triage', { complaintTier: 'major' });
    const control = { acknowledged: true, emotionLevel: 2 };
    const ended = await command('admin', id, 'complete-stages', { evidence: { control } });
    expect(ended.body).toMatchObject({
      stage: 'listen',
      triage: { emotionLevel: 2, complaintTier: 'major' },
    });
    expect((await command('supervisor', id, 'name-task-force', force)).status).toBe(200);
    // Named on its task force, an agent sees the case, and lowers nothing.
    const lowered = await command('agent', id, 'triage', { complaintTier: 'basic' });
    expect(lowered.body).toMatchObject({
      type: 'urn:clearline:problem:illegal-transition',
      detail: 'a supervisor judged the complaint as major: a supervisor or manager lowers it',
    });
    const silent = await command('supervisor', id, 'triage', { complaintTier: 'basic' });
    expect(silent.body).toMatchObject({ type: 'urn:clearline:problem:illegal-transition' });
    const said = { complaintTier: 'basic', note: '经核实只是普通咨询' };
    expect((await command('supervisor', id, 'triage', said)).body).toMatchObject({
      triage: { complaintTier: 'basic' },
    });
  }, 120_000);

  it('takes only agents of the organisation, each once, and only somebody who is mapped anew', async () => {
    const id = await openCase();
    await command('supervisor', id, 'triage', { complaintTier: 'major' });
    const strangers = {
      lead: 'x-1',
      members: [
        { agent: 'a-003', role: 'legal' },
        { agent: 'x-2', role: 'media' },
      ],
    };
    const refused = await command('supervisor', id, 'name-task-force', strangers);
    expect(refused.body['errors']).toMatchObject([
      { path: 'lead', rule: 'unknown-agent' },
      { path: 'members.1.agent', rule: 'unknown-agent' },
    ]);
    const twice = { lead: 's-001', members: [force.members[0], force.members[0]] };
    const unique = await command('supervisor', id, 'name-task-force', twice);
    expect(unique.body).toMatchObject({ errors: [{ path: 'members', rule: 'unique' }] });
    const nobody = { ...newspaper, stakeholderId: '01963b1c-7a00-7000-8000-00000000dead' };
    expect((await command('supervisor', id, 'map-stakeholder', nobody)).status).toBe(404);
    const speaker = { ...newspaper, speaker: 'x-3' };
    const mute = await command('supervisor', id, 'map-stakeholder', speaker);
    expect(mute.body).toMatchObject({ errors: [{ path: 'speaker', rule: 'unknown-agent' }] });
  }, 120_000);

  it('leaves the log such that an audit finds every case as its events say', async () => {
    const violations = new Violations();
    await verifyCases(product.services.runtimes.get('escalation')!.database, violations);
    expect(violations.list).toEqual([]);
  });
});
