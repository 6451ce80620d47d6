import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitDefined } from '#contracts';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestEdge } from '../../test/open-test-edge.js';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';

let intake: TestIntake<FakeClock>;
let edge: Awaited<ReturnType<typeof openTestEdge>>;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
  edge = await openTestEdge(intake);
});
afterAll(async () => {
  await edge?.close();
  await intake?.close();
});

const name = { zh: '西区', en: 'West' };
const define = async (units: object[]) => {
  const { status } = await edge.call('admin', 'POST', 'organisation', { units });
  expect(status).toBe(200);
};

describe('GET /api/v1/organisation/{kind}/{code}/history', () => {
  it('tells who defined a unit, when, and what changed, in pages from the latest on', async () => {
    await define([
      { code: 'hq', name },
      { code: 'west', name },
    ]);
    intake.clock.advance(60_000);
    await define([{ code: 'west', name: { ...name, en: 'Far west' }, parent: 'hq' }]);
    await define([{ code: 'west', name: { ...name, en: 'Far west' }, parent: 'hq' }]);
    await define([
      { code: 'west', name: { ...name, en: 'Far west' }, parent: 'hq', active: false },
    ]);
    const path = 'organisation/unit/west/history';
    const first = await edge.call('manager', 'GET', `${path}?limit=2`);
    expect(first).toEqual({
      status: 200,
      body: {
        items: [
          {
            ...{ version: 3, at: '2026-11-23T09:01:00.000Z', by: 'admin' },
            changes: [{ field: 'active', before: true, after: false }],
          },
          {
            ...{ version: 2, at: '2026-11-23T09:01:00.000Z', by: 'admin' },
            changes: [
              { field: 'nameEn', before: 'West', after: 'Far west' },
              { field: 'parent', before: null, after: 'hq' },
            ],
          },
        ],
        next: '2',
      },
    });
    const rest = await edge.call('admin', 'GET', `${path}?cursor=2`);
    expect(rest.body).toMatchObject({
      items: [{ version: 1, at: '2026-11-23T09:00:00.000Z' }],
      next: null,
    });
    const own = await edge.call('admin', 'GET', 'organisation/category/unclassified/history');
    expect(own.body).toMatchObject({ items: [{ version: 1, by: 'system' }] });
  });

  it('is of who runs the organisation, and of what was ever defined', async () => {
    const statusOf = async (who: 'agent' | 'admin', path: string) =>
      (await edge.call(who, 'GET', `organisation/${path}/history`)).status;
    expect(await statusOf('agent', 'unit/hq')).toBe(403);
    expect(await statusOf('admin', 'product/hq')).toBe(404);
    expect(await statusOf('admin', 'team/hq')).toBe(422);
  });
});

describe('POST /api/v1/organisation/imports', () => {
  const take = (csv: string, dryRun = false) =>
    edge.call('admin', 'POST', 'organisation/imports', { csv, dryRun });
  const csv = [
    'kind,code,nameZh,nameEn,parent,unit,roles,active',
    'unit,north-1,北一,North 1,north,,,',
    'unit,north,北区,North,,,,',
    'agent,a-9,,,,north-1,agent supervisor,',
  ].join('\r\n');

  it('says what would become of each line, and then what became of it', async () => {
    const before = (await intake.eventsOf(UnitDefined.type)).length;
    const rows = [
      { line: 2, kind: 'unit', code: 'north-1', outcome: 'created' },
      { line: 3, kind: 'unit', code: 'north', outcome: 'created' },
      { line: 4, kind: 'agent', code: 'a-9', outcome: 'created' },
    ];
    const whole = { status: 200, body: { read: 3, changed: 3, rows } };
    expect(await take(csv, true)).toEqual(whole);
    expect(await intake.eventsOf(UnitDefined.type)).toHaveLength(before);
    expect(await take(`\ufeff${csv}`)).toEqual(whole);
    expect(await intake.eventsOf(UnitDefined.type)).toHaveLength(before + 2);
    expect((await take(csv)).body).toMatchObject({
      changed: 0,
      rows: [{ outcome: 'same' }, {}, {}],
    });
    const renamed = await take(csv.replace('North,', 'Northern,'), true);
    expect(renamed.body).toMatchObject({ changed: 1, rows: [{}, { outcome: 'changed' }, {}] });
    const { body } = await edge.call('admin', 'GET', 'organisation/agent/a-9/history');
    expect(body).toMatchObject({ items: [{ by: 'admin' }], next: null });
  });

  it.each([
    ['unit,x,,,,,,', { line: 2, path: 'nameZh', rule: 'minimum:1' }],
    ['team,x,,X,,,,', { line: 2, path: 'kind', rule: 'invalid-value' }],
    ['agent,x,,,,nowhere,agent,', { line: 2, path: 'unit', rule: 'unknown-code' }],
    ['agent,x,,,,north,boss,', { line: 2, path: 'roles', rule: 'invalid-value' }],
    ['unit,x', { line: 2, path: '', rule: 'malformed' }],
  ])('refuses "%s" as a whole, naming line, column and rule', async (line, problem) => {
    const [header = ''] = csv.split('\r\n');
    const refused = await take([header, line, 'unit,fine,,Fine,,,,'].join('\n'));
    expect(refused.status).toBe(422);
    expect(refused.body['errors']).toContainEqual(expect.objectContaining(problem));
    expect((await edge.call('admin', 'GET', 'organisation/unit/fine/history')).status).toBe(404);
  });

  it('is for administrators', async () => {
    expect((await edge.call('manager', 'POST', 'organisation/imports', { csv })).status).toBe(403);
  });
});
