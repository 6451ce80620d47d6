import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseChannels, caseSeverities, caseThreats, caseTiers, defaultPolicy } from '#sla';
import { channel, severity, threat, tier } from '#contracts';
import { createTestDatabase, waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { Answer, TestStandalone } from '../test/open-test-standalone.js';
import { sampleComplaint } from '../test/samples.js';

const path = '/api/v1/policies';
const yaml = { 'content-type': 'application/yaml' };
let product: TestStandalone;

beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
}, 360_000);
afterAll(() => product?.close(), 180_000);

const publish = (body: unknown, query = '') =>
  product.call('manager', 'PUT', `${path}${query}`, body);
const current = async () => {
  const { body } = await product.call('supervisor', 'GET', path);
  return (body['items'] as (typeof defaultPolicy)[])[0]!;
};
const problems = ({ body }: Answer) =>
  (body['errors'] as { path: string; rule: string; line?: number }[]) ?? [];
type Office = (typeof defaultPolicy)['calendars'][number];
const changedCopy = () => JSON.parse(JSON.stringify(defaultPolicy)) as typeof defaultPolicy;

async function openCase(changes: object): Promise<string> {
  const body = { ...sampleComplaint, ...changes };
  const headers = { 'content-type': 'application/json', prefer: 'wait=10' };
  const filed = await product.send('agent', '/api/v1/complaints', JSON.stringify(body), headers);
  expect(filed).toMatchObject({ status: 201, body: { case: { stage: 'control' } } });
  return String(filed.body['caseId']);
}
/** All of the clocks but the time that passes while a test looks. */
const clocksOf = async (id: string) => {
  const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}`);
  const clocks = body['clocks'] as { clockId: string; dueAt: string; consumedMinutes: number }[];
  return clocks.map(({ consumedMinutes: _, ...clock }) => clock);
};

describe('a policy with problems', () => {
  it('is refused as a whole with every problem and its line, and the running one stays', async () => {
    const before = await current();
    const text = brokenPolicy.join('\n');
    const answer = await product.send('manager', path, text, yaml);
    expect(answer.status).toBe(422);
    expect(problems(answer).map(({ path: at, rule, line }) => `${line} ${at} ${rule}`)).toEqual([
      '6 calendars.0.holidays.0 format:date',
      '5 calendars.0.hours.mon.1 overlapping-windows',
      '8 calendars.1.tz unknown-zone',
      '13 ladders.0.levels.0.next circular-ladder',
      '14 ladders.0.levels.1.next circular-ladder',
      '19 rules.0.clocks.0.budget.minutes minimum:0',
      '17 rules.0.match one-default',
      '20 rules.1.match unreachable-rule',
    ]);
    expect(await current()).toEqual(before);
    expect(await openCase({})).toBeTruthy();
  });

  it('has lines in JSON too, and is refused when it can not be read', async () => {
    const json = { 'content-type': 'application/json' };
    const text = '{"id": "x", "calendars": [],\n"rules": [{"id": "r",\n"clocks": []}]}';
    const answer = await product.send('manager', path, text, json);
    expect(problems(answer)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'calendars', rule: 'minimum:1', line: 1 }),
        expect.objectContaining({ path: 'rules.0.clocks', rule: 'minimum:1', line: 3 }),
      ]),
    );
    for (const [body, headers] of [
      ['{"id": "x",', json],
      ['id: x', json],
      ['id: [', yaml],
      ['['.repeat(200_000), yaml],
      ['', yaml],
    ] as const) {
      const refused = await product.send('manager', path, body, headers);
      expect(refused.status).toBe(422);
      expect(problems(refused).length).toBeGreaterThan(0);
      expect(problems(refused).length).toBeLessThanOrEqual(10);
    }
    const long = await product.send('manager', path, `id: ${'x'.repeat(1_100_000)}`, yaml);
    expect(long.status).toBe(413);
    const elsewhere = await product.send('agent', '/api/v1/complaints', 'channel: phone', yaml);
    expect(elsewhere.status).toBe(415);
  });

  it('must not change the hours of a calendar that clocks are pinned to', async () => {
    const policy = changedCopy();
    policy.calendars[0]!.holidays.push('2026-10-01');
    const answer = await publish(policy);
    expect(problems(answer)).toMatchObject([
      { path: 'calendars.0.version', rule: 'unchanged-version', line: 1 },
    ]);
  });

  it('names the codes that complaints name', () => {
    expect(caseSeverities).toEqual(severity.options);
    expect(caseTiers).toEqual(tier.options);
    expect(caseChannels).toEqual(channel.options);
    expect(caseThreats).toEqual(threat.options);
  });
});

describe('a policy', () => {
  it('shows in a dry run which open clocks would move, and moves none', async () => {
    await openCase({ severity: 'normal' });
    const id = await openCase({ severity: 'high' });
    const before = await clocksOf(id);
    const policy = changedCopy();
    const standard = policy.rules[1]!;
    standard.clocks = standard.clocks.filter(({ kind }) => kind !== 'next-update');
    standard.clocks.find(({ kind }) => kind === 'statutory')!.budget = {
      unit: 'calendar-days',
      days: 30,
    };
    const body = JSON.stringify(policy);
    const tried = await product.send('supervisor', `${path}/dry-run?limit=2`, body, {
      'content-type': 'application/json',
    });
    expect(tried.status).toBe(200);
    const { cases } = tried.body as { cases: number };
    expect(tried.body).toMatchObject({
      casesChanged: cases,
      totals: { later: cases, ended: cases, earlier: 0, started: 0 },
      isTruncated: true,
    });
    expect(tried.body['items']).toHaveLength(2);
    const all = await product.call('supervisor', 'POST', `${path}/dry-run`, policy);
    const later = (all.body['items'] as Record<string, string>[]).find(
      (move) => move['caseId'] === id && move['kind'] === 'statutory',
    )!;
    expect(later).toMatchObject({ change: 'later', ruleBefore: 'standard', ruleAfter: 'standard' });
    const moved = Date.parse(later['dueAfter']!) - Date.parse(later['dueBefore']!);
    expect(moved).toBe(15 * 86_400_000);
    expect(await clocksOf(id)).toEqual(before);
    expect((await current()).version).toBe(1);
  });

  it('is replayed over recorded clocks before it is published: which verdicts flip, and why', async () => {
    const receivedAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const id = await openCase({ severity: 'high', receivedAt });
    const before = await clocksOf(id);
    const policy = changedCopy();
    const clock = policy.rules[1]!.clocks.find(({ kind }) => kind === 'statutory')!;
    Object.assign(clock, { budget: { unit: 'elapsed-minutes', minutes: 60 }, calendar: 'always' });
    const tried = await product.call('supervisor', 'POST', `${path}/what-if?limit=200`, policy);
    const { flips, ...totals } = tried.body as {
      flips: { caseId: string; why: { zh: string; en: string } }[];
      toBreached: number;
    };
    const flip = flips.find(({ caseId }) => caseId === id);
    expect(flip).toMatchObject({ kind: 'statutory', before: 'open', after: 'breached' });
    expect(flip!.why.en).toMatch(/^Breached .* 1 hour around the clock/);
    expect(totals).toMatchObject({ toMet: 0, toBreached: flips.length });
    const same = await product.call('supervisor', 'POST', `${path}/what-if`, defaultPolicy);
    expect(same.body).toMatchObject({ toMet: 0, toBreached: 0, flips: [] });
    expect(await clocksOf(id)).toEqual(before);
  });

  it('is published once of two at the same time; the other one answers stale-version', async () => {
    const { version } = await current();
    const seen = `?expectedVersion=${version}`;
    const answers = await Promise.all([publish(defaultPolicy, seen), publish(defaultPolicy, seen)]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409]);
    expect((await current()).version).toBe(version + 1);
    const many = await Promise.all(Array.from({ length: 8 }, () => publish(defaultPolicy)));
    const published = many.filter(({ status }) => status === 200);
    expect(many.filter(({ status }) => status === 409)).toHaveLength(8 - published.length);
    const versions = published.map(({ body }) => Number(body['version'])).sort((a, b) => a - b);
    expect(versions).toEqual(versions.map((_, index) => version + 2 + index));
    expect((await publish(defaultPolicy, `?expectedVersion=${version}`)).status).toBe(409);
  });

  it('leaves an entry in the log with who, when, and the hash of what, also when rolled back', async () => {
    const policy = changedCopy();
    policy.title = { zh: '短', en: 'Short' };
    const { body: published } = await publish(policy);
    const version = Number(published['version']);
    const back = await product.call('admin', 'POST', path, { fromVersion: version - 1 });
    expect(back).toMatchObject({ status: 201, body: { version: version + 1 } });
    const { database } = product.services.runtimes.get('escalation')!;
    const rows = await database.query<{ data: string; body: string }>(
      `select e.data, p.body from events e
         join policies p on p.version = (e.data::json->>'version')::int
        where e.type = 'clearline.policy.published.v1' order by e.sequence desc limit 2`,
    );
    const entries = rows.map(({ data }) => JSON.parse(data) as object);
    const hash = (body: string) => createHash('sha256').update(body).digest('hex');
    expect(entries).toMatchObject([
      { version: version + 1, by: 'admin', fromVersion: version - 1, hash: hash(rows[0]!.body) },
      { version, previous: version - 1, by: 'manager', hash: hash(rows[1]!.body) },
    ]);
    const { body } = await product.call('supervisor', 'GET', path);
    expect(body['versions']).toMatchObject([
      { version: version + 1, hash: hash(rows[0]!.body), publishedBy: 'admin', title: null },
      { version, title: { en: 'Short' } },
      ...Array.from({ length: version - 1 }, () => ({})),
    ]);
  });

  it('is applied to open cases where its publication asks for that, and to each once', async () => {
    const id = await openCase({ severity: 'high' });
    const before = await clocksOf(id);
    const policy = changedCopy();
    const statutory = policy.rules[1]!.clocks.find(({ kind }) => kind === 'statutory')!;
    statutory.budget = { unit: 'calendar-days', days: 30 };
    const { body: published } = await publish(policy, '?applyToOpenCases=true');
    const applications = async () => {
      const { body } = await product.call('supervisor', 'GET', path);
      return body['applications'] as { version: number; changed: number; finishedAt: string }[];
    };
    const done = await waitFor(async () => {
      const [first] = await applications();
      return first?.finishedAt ? first : undefined;
    });
    expect(done).toMatchObject({ version: published['version'], requestedBy: 'manager' });
    expect(done.changed).toBeGreaterThan(0);
    const dueOf = (clocks: typeof before) =>
      Date.parse(clocks.find(({ clockId }) => clockId === 'statutory')!.dueAt);
    const after = await clocksOf(id);
    expect(dueOf(after) - dueOf(before)).toBe(15 * 86_400_000);
    expect(after.filter((clock, index) => clock.dueAt !== before[index]!.dueAt)).toHaveLength(1);
    await product.call('manager', 'POST', `${path}/${String(published['version'])}/apply`);
    const again = await waitFor(async () => {
      const [first] = await applications();
      return first?.finishedAt && first.changed === 0 ? first : undefined;
    });
    expect(again).toMatchObject({ version: published['version'] });
  });

  it('is tried out before it is gone back to: what the trial says is what moves then', async () => {
    const id = await openCase({ severity: 'high' });
    const { version } = await current();
    const earlier = await product.call('supervisor', 'GET', `${path}/${version - 1}`);
    const policy = earlier.body['policy'];
    const tried = await product.call('supervisor', 'POST', `${path}/dry-run?limit=200`, policy);
    expect(tried).toMatchObject({ status: 200, body: { base: version } });
    const items = tried.body['items'] as Record<string, string>[];
    const move = items.find(({ caseId, kind }) => caseId === id && kind === 'statutory')!;
    expect(move).toMatchObject({ change: 'earlier' });
    const chains = await product.call('supervisor', 'POST', `${path}/chains`, policy);
    expect(chains).toMatchObject({ status: 200, body: { chains: expect.any(Array) } });

    const query = `?expectedVersion=${version}&applyToOpenCases=true`;
    const body = { fromVersion: version - 1 };
    expect((await product.call('manager', 'POST', `${path}${query}`, body)).status).toBe(201);
    const statutory = async () =>
      (await clocksOf(id)).find(({ clockId }) => clockId === 'statutory')!.dueAt;
    await waitFor(async () => Date.parse(await statutory()) === Date.parse(move['dueAfter']!), {
      describe: 'the instant that the trial told',
    });
  });

  it('is published as it ships, and gives its clocks to the next case', async () => {
    const folder = join(import.meta.dirname, '../../../infra/policies');
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), 'utf8');
      const answer = await product.send('manager', path, text, yaml);
      expect(answer).toMatchObject({ status: 201, body: { id: file.replace('.yaml', '') } });
    }
    const { version } = await current();
    const tried = await product.call('manager', 'POST', `${path}/dry-run?limit=0`, await current());
    expect(tried.body).toMatchObject({ base: version });
    const id = await openCase({});
    const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}`);
    expect(body).toMatchObject({ policyRule: 'every' });
    const grave = await openCase({ severity: 'critical' });
    const alerts = await product.call('manager', 'GET', '/api/v1/alerts?limit=200');
    const told = { caseId: grave, cause: 'severity', ladder: 'voices', audience: 'supervisor' };
    expect(alerts.body['items']).toContainEqual(expect.objectContaining(told));
    await product.call('admin', 'POST', path, { fromVersion: 1 });
  });

  it('pins the clocks of a case to the version of a calendar valid when they start', async () => {
    const policy = changedCopy();
    const always: Office = policy.calendars[1]!;
    policy.calendars.push({ ...always, version: 2, validFrom: '2020-01-01', tz: 'Europe/London' });
    policy.calendars.push({ ...always, version: 3, validFrom: '2999-01-01', tz: 'Asia/Tokyo' });
    expect((await publish(policy)).status).toBe(200);
    const id = await openCase({ severity: 'critical' });
    const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
    const [opened] = body['items'] as { data: { clocks: { kind: string; calendar: string }[] } }[];
    const pinned = opened!.data.clocks.find(({ kind }) => kind === 'resolution');
    expect(pinned?.calendar).toBe('always@2');
    const { body: calendars } = await product.call('agent', 'GET', '/api/v1/calendars/always');
    expect(calendars['versions']).toMatchObject([
      { version: 1, isCurrent: false },
      { version: 2, isCurrent: true },
      { version: 3, isCurrent: false },
    ]);
    await product.call('admin', 'POST', path, { fromVersion: 1 });
  });

  it('leaves cases whose stored clocks follow from their events and policies', async () => {
    await openCase({ severity: 'critical' });
    const { database } = product.services.runtimes.get('escalation')!;
    const violations = new Violations();
    const { cases } = await verifyCases(database, violations);
    expect(cases).toBeGreaterThan(3);
    expect(violations.list).toEqual([]);
  });
});

/** Everything that may be wrong at once, each on a line of its own. */
const brokenPolicy = [
  'id: broken',
  'calendars:',
  '  - { id: office, version: 1, tz: Asia/Shanghai,',
  '      hours: {',
  '        mon: [["09:00", "12:00"], ["11:00", "18:00"]], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },',
  '      holidays: [2026-02-30] }',
  '  - { id: moon, version: 1,',
  '      tz: Moon/Tranquility,',
  '      hours: { mon: [["09:00", "12:00"]], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } }',
  'ladders:',
  '  - id: desk',
  '    levels:',
  '      - { id: a, level: 1, audience: supervisor, after: { threshold: 0.9 }, next: b }',
  '      - { id: b, level: 2, audience: manager, after: { unacknowledged: 30 }, next: a }',
  'rules:',
  '  - id: first',
  '    match: {}',
  '    clocks:',
  '      - { kind: resolution, calendar: office, budget: { unit: elapsed-minutes, minutes: -5 } }',
  '  - { id: second, clocks: [{ kind: resolution, calendar: office, budget: { unit: calendar-days, days: 1 } }] }',
];
