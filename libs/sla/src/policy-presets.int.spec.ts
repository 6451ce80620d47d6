import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { dueInstant } from './budget.js';
import { calendarSpec } from './calendar-spec.js';
import { calendarAt, calendarReference, compileCalendars } from './policy-calendars.js';
import { readPolicyText } from './policy-text.js';
import { chainWarnings, ladderChains } from './ladder-chain.js';
import { causeOfTrigger } from './policy-triggers.js';
import { validatePolicy } from './policy-validation.js';
import { selectRule } from './policy.js';
import type { CaseFacts } from './policy-match.js';
import type { Policy } from './policy.js';

const infra = join(import.meta.dirname, '../../../infra');
const names = readdirSync(join(infra, 'policies')).map((file) => file.replace('.yaml', ''));

function load(name: string): Policy {
  const { input } = readPolicyText(readFileSync(join(infra, 'policies', `${name}.yaml`), 'utf8'));
  const { policy, problems } = validatePolicy({ ...(input as object), version: 1 });
  if (!policy) throw new Error(JSON.stringify(problems, null, 2));
  return policy;
}

const anyCase: CaseFacts = {
  category: 'billing',
  severity: 'normal',
  tier: 'standard',
  channel: 'phone',
};

/** When a clock of the policy is due, in local time of its calendar. */
function due(name: string, kind: string, receivedAt: string, facts: Partial<CaseFacts> = {}) {
  const policy = load(name);
  const rule = selectRule(policy, { ...anyCase, ...facts });
  const clock = rule.clocks.find((one) => one.kind === kind)!;
  const start = Date.parse(receivedAt);
  const spec = calendarAt(policy, clock.calendar, start);
  const calendar = compileCalendars(policy).get(calendarReference(spec))!;
  return new Date(dueInstant(start, clock.budget, calendar)).toISOString();
}

describe('the policies that ship', () => {
  it.each(names)('%s is valid, bilingual, and says what each clock rests on', (name) => {
    const policy = load(name);
    expect(policy.id).toBe(name);
    expect(policy.title && policy.description).toBeTruthy();
    for (const { title, clocks } of policy.rules) {
      expect(title).toMatchObject({ zh: expect.stringMatching(/\p{Script=Han}/u) });
      for (const { source } of clocks) expect(source).toMatch(/\S{3}/);
    }
  });

  it.each(names)('%s has people told of what no clock knows, and says why of each rule', (name) => {
    const { triggers = [], likelyRepeats, ladders = [] } = load(name);
    const causes = triggers.map(causeOfTrigger).sort();
    // The desk of what is grave there is told without a trigger.
    const grave = name === 'cn-drug-safety' ? [] : ['severity'];
    expect(causes).toEqual(['dissatisfied', 'repeat', ...grave, 'threat']);
    expect(likelyRepeats).toMatchObject({ answeredFrom: expect.any(Number) });
    const levels = ladders.flatMap((one) => one.levels);
    for (const { source } of [...triggers, ...levels, likelyRepeats!]) {
      expect(source).toMatch(/\S{3}/);
    }
    const at = Date.parse('2026-09-30T10:00:00+08:00');
    expect(chainWarnings(load(name), at)).toEqual([]);
  });

  it('tell the branch leader the day after expiry, and criticise five working days after it', () => {
    // Due on 29 September: the Golden Week lies between, and the Saturday after it is worked.
    const at = Date.parse('2026-09-22T10:00:00+08:00');
    const chain = ladderChains(load('cn-12345'), at, 'normal').find(
      ({ rule, clock, cause }) =>
        rule === 'general' && clock.kind === 'resolution' && cause === 'breach',
    )!;
    const told = chain.steps.map((step) => [step.level.id, new Date(step.at).toISOString()]);
    expect(told).toEqual([
      ['reminder', '2026-09-29T02:00:00.000Z'],
      ['branch-leader', '2026-09-30T02:00:00.000Z'],
      ['criticism', '2026-10-12T02:00:00.000Z'],
    ]);
  });

  it('have the holidays of the calendars that ship', () => {
    const shipped = (name: string) =>
      calendarSpec.parse(parse(readFileSync(join(infra, 'calendars', `${name}.yaml`), 'utf8')));
    const within = (days: readonly string[], last: string) =>
      days.filter((day) => day >= '2026' && day < last);
    for (const name of names) {
      const { calendars } = load(name);
      const china = calendars.find(({ id }) => id === 'cn-workdays');
      const england = calendars.find(({ id }) => id === 'gb-workdays');
      for (const [own, all, last] of [
        [china, shipped('cn-statutory'), '2027'],
        [england, shipped('gb-england'), '2029'],
      ] as const) {
        if (!own) continue;
        expect(own.hours).toEqual(all.hours);
        expect(own.holidays).toEqual(within(all.holidays, last));
        expect(Object.keys(own.overrides)).toEqual(within(Object.keys(all.overrides), last));
      }
    }
  });

  const before = '2026-09-30T10:00:00+08:00';
  const adverse = { category: 'adverse-event' };
  it.each([
    ['cn-banking-insurance', 'statutory', before, {}, '2026-10-15T02:00:00.000Z'],
    ['cn-banking-insurance', 'statutory', before, { severity: 'high' }, '2026-10-30T02:00:00.000Z'],
    ['cn-12345', 'resolution', before, { severity: 'critical' }, '2026-09-30T04:00:00.000Z'],
    ['cn-12345', 'resolution', before, { category: 'gas' }, '2026-10-01T02:00:00.000Z'],
    ['cn-12345', 'resolution', before, {}, '2026-10-07T02:00:00.000Z'],
    ['cn-12345', 'resolution', before, { severity: 'high' }, '2026-10-15T02:00:00.000Z'],
    ['cn-telecom', 'statutory', before, {}, '2026-10-15T02:00:00.000Z'],
    // National Day until the 7th, and Saturday the 10th is worked.
    ['cn-12315', 'acknowledge', before, {}, '2026-10-15T10:00:00.000Z'],
    ['cn-state-grid', 'acknowledge', before, {}, '2026-10-08T10:00:00.000Z'],
    ['cn-state-grid', 'resolution', before, {}, '2026-10-15T10:00:00.000Z'],
    // Received before Christmas: Friday and Monday are bank holidays.
    ['uk-fca', 'resolution', '2026-12-23T11:00:00Z', {}, '2026-12-30T17:00:00.000Z'],
    ['uk-fca', 'statutory', '2026-03-02T11:00:00Z', {}, '2026-04-27T10:00:00.000Z'],
    [
      'uk-fca',
      'statutory',
      '2026-12-23T11:00:00Z',
      { category: 'payment' },
      '2027-01-18T17:00:00.000Z',
    ],
    ['us-cfpb', 'resolution', '2026-10-25T12:00:00-04:00', {}, '2026-11-09T17:00:00.000Z'],
    ['us-cfpb', 'statutory', '2026-10-01T12:00:00-04:00', {}, '2026-11-30T17:00:00.000Z'],
    ['dealer-after-sales', 'next-update', before, {}, '2026-10-07T02:00:00.000Z'],
    ['insurance-broker', 'acknowledge', before, {}, '2026-09-30T04:00:00.000Z'],
    ['cn-drug-safety', 'statutory', before, adverse, '2026-10-30T02:00:00.000Z'],
    [
      'cn-drug-safety',
      'statutory',
      before,
      { ...adverse, severity: 'high' },
      '2026-10-15T02:00:00.000Z',
    ],
    [
      'cn-drug-safety',
      'statutory',
      before,
      { ...adverse, severity: 'critical' },
      '2026-10-01T02:00:00.000Z',
    ],
  ])('%s: %s of what comes at %s', (name, kind, receivedAt, facts, expected) => {
    expect(due(name, kind, receivedAt, facts)).toBe(expected);
  });

  it('are written as docs/policies.md says, whose own example is valid too', () => {
    const guide = readFileSync(join(infra, '../docs/policies.md'), 'utf8');
    const [, example] = /```yaml\n(id: [^]*?)```/.exec(guide)!;
    const { input } = readPolicyText(example!);
    expect(validatePolicy({ ...(input as object), version: 1 }).problems).toEqual([]);
  });

  it('extend where the regulation does', () => {
    const terms = (name: string, severity: string) =>
      selectRule(load(name), { ...anyCase, severity }).clocks.find(
        ({ kind }) => kind === 'statutory',
      )!.extension;
    expect(terms('cn-banking-insurance', 'high')).toMatchObject({ budget: { days: 30 }, times: 1 });
    expect(terms('cn-telecom', 'high')).toBeUndefined();
  });
});
