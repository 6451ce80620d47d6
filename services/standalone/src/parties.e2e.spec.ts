import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CasePartyDropped } from '#contracts';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { sampleComplaint } from '../test/samples.js';

let product: TestStandalone;
let id: string;
beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
  id = String(filed.body['caseId']);
  await waitFor(
    async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
    { describe: 'the case' },
  );
}, 180_000);
afterAll(() => product?.close());

const command = (name: string, body: object) =>
  product.call('agent', 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
type Parties = { items: { id: string; role: string; name: string; isContact: boolean }[] };
const parties = async () =>
  (await product.call('agent', 'GET', `/api/v1/cases/${id}/parties`)).body as Parties;

const tenant = { role: 'tenant', name: '租客小冯', phone: '15500001111' };

describe('parties of a case over HTTP', () => {
  it('begin with what the caller is to the customer, where somebody said', async () => {
    const filed = await product.call('agent', 'POST', '/api/v1/complaints', {
      ...sampleComplaint,
      party: 'tenant',
    });
    const path = `/api/v1/complaints/${String(filed.body['complaintId'])}`;
    await waitFor(async () => (await product.call('agent', 'GET', path)).status === 200, {
      describe: 'the complaint',
    });
    expect((await product.call('agent', 'GET', path)).body).toMatchObject({ party: 'tenant' });
    const unsaid = await product.call('agent', 'GET', `/api/v1/complaints/${id}`);
    expect(unsaid.body).toMatchObject({ party: null });
  });

  it('are named beside the customer: tenants, relatives, subcontractors, units of the house', async () => {
    const called = { ...tenant, mayBeTold: true, isContact: true, note: '白天在家' };
    expect((await command('name-party', called)).body).toMatchObject({
      parties: [{ role: 'tenant', mayBeTold: true, isContact: true }],
    });
    await command('name-party', { role: 'internal', unit: 'south', name: '南区调度室' });
    await command('name-party', { role: 'subcontractor', name: '装修队老乔' });
    const sister = { role: 'relative', name: '妹妹许某', mayBeTold: true, isContact: true };
    await command('name-party', sister);
    const { items } = await parties();
    expect(items).toMatchObject([
      { ...tenant, mayBeTold: true, isContact: false, note: '白天在家', by: 'a-001' },
      { role: 'internal', unit: 'south', name: '南区调度室', mayBeTold: false },
      { role: 'subcontractor', phone: null },
      { role: 'relative', isContact: true },
    ]);
    const views = await product.call('manager', 'GET', `/api/v1/cases/${id}/views`);
    expect(views.body['items']).toContainEqual(
      expect.objectContaining({ what: 'parties', viewer: 'agent' }),
    );
  });

  it('are masked for who may not look customers up, in the history as well', async () => {
    const read = async (as: string) =>
      JSON.stringify([
        (await product.call(as, 'GET', `/api/v1/cases/${id}/parties`)).body,
        (await product.call(as, 'GET', `/api/v1/cases/${id}/timeline`)).body,
      ]);
    expect((await read('agent')).split(tenant.phone)).toHaveLength(3);
    const masked = await read('manager');
    expect(masked).not.toContain(tenant.phone);
    expect(masked.split('*******1111')).toHaveLength(3);
  });

  it('are found by their phone, however it is written, as long as they take part', async () => {
    const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
    const other = String(filed.body['caseId']);
    const path = `/api/v1/cases/${other}/commands`;
    await waitFor(
      async () => (await product.call('agent', 'GET', `/api/v1/cases/${other}`)).status === 200,
      { describe: 'the other case' },
    );
    const found = async (q: string) => {
      const search = `/api/v1/complaints/search?q=${encodeURIComponent(q)}`;
      const { body } = await product.call('agent', 'GET', search);
      return (body['items'] as { complaintId: string }[]).map(({ complaintId }) => complaintId);
    };
    const neighbour = { role: 'witness', name: '邻居老李', phone: '+86 137-0000 6262' };
    const named = await product.call('agent', 'POST', `${path}/name-party`, neighbour);
    const parties = named.body['parties'] as { id: string }[];
    const isFound = async (q: string) => (await found(q)).includes(other);
    await waitFor(() => isFound('6262'), { describe: 'the case by the phone of a party' });
    expect(await found('137 0000 6262')).toEqual([other]);
    expect(await found('0086-13700006262')).toEqual([other]);
    expect(await found('13800006262')).toEqual([]);
    const partyId = parties[0]!.id;
    const changed = { ...neighbour, partyId, phone: '13700007373' };
    await product.call('agent', 'POST', `${path}/name-party`, changed);
    await waitFor(() => isFound('7373'), { describe: 'the case by the new phone' });
    expect(await found('6262')).toEqual([]);
    await product.call('agent', 'POST', `${path}/drop-party`, { partyId });
    await waitFor(async () => !(await isFound('7373')), { describe: 'the party to be forgotten' });
  });

  it('are told anew and dropped by their id, which nobody else has', async () => {
    const [first] = (await parties()).items;
    const moved = { partyId: first!.id, role: 'visitor', name: '冯女士' };
    expect((await command('name-party', moved)).status).toBe(200);
    const now = (await parties()).items.find((one) => one.id === first!.id);
    expect(now).toMatchObject({ role: 'visitor', name: '冯女士', mayBeTold: false, phone: null });
    const why = { partyId: first!.id, note: '已搬走' };
    expect((await command('drop-party', why)).status).toBe(200);
    expect((await command('drop-party', { partyId: first!.id })).status).toBe(404);
    expect((await parties()).items.map(({ role }) => role)).not.toContain('visitor');
    const timeline = await product.call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
    expect(timeline.body['items']).toContainEqual(
      expect.objectContaining({ type: CasePartyDropped.type, texts: { note: '已搬走' } }),
    );
  });

  it('are refused where a unit is not there or not named, or who is called may hear of nothing', async () => {
    const nowhere = await command('name-party', { role: 'internal', unit: 'moon', name: '月球站' });
    expect(nowhere.body).toMatchObject({ errors: [{ path: 'unit', rule: 'unknown-unit' }] });
    const unnamed = await command('name-party', { role: 'internal', name: '某站' });
    expect(unnamed.body).toMatchObject({ errors: [{ path: 'unit', rule: 'required' }] });
    const mute = await command('name-party', { ...tenant, isContact: true });
    expect(mute.body).toMatchObject({ errors: [{ path: 'isContact', rule: 'may-be-told' }] });
  });
});
