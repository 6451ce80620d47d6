import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarMonth } from './calendar-month.js';
import { defaultPolicy } from './default-policy.js';
import { calendarAt } from './policy-calendars.js';
import { levelAt, quietUntil } from './policy-ladder.js';
import type { Ladder } from './policy-ladder.js';
import type { PolicyTrigger } from './policy-triggers.js';
import { readPolicyText } from './policy-text.js';
import { validatePolicy } from './policy-validation.js';
import { caseSeverities, caseTiers } from './policy-match.js';
import { selectRule } from './policy.js';
import type { Policy } from './policy.js';

const ladder: Ladder = {
  id: 'desk',
  levels: [
    { id: 'team', level: 1, audience: 'supervisor', after: { threshold: 0.75 }, next: 'branch' },
    { id: 'branch', level: 2, audience: 'manager', after: { breach: 0 }, next: 'head' },
    { id: 'head', level: 3, audience: 'admin', after: { unacknowledged: 30 } },
  ],
};

const trigger: PolicyTrigger = { id: 'again', on: { repeat: 1 }, ladder: 'desk' };

function changed(change: (policy: Policy) => void): unknown {
  // Days share their windows in the source: a copy that shares nothing.
  const policy = JSON.parse(JSON.stringify(defaultPolicy)) as Policy;
  policy.ladders = [structuredClone(ladder)];
  policy.rules[0]!.clocks[0]!.ladder = 'desk';
  change(policy);
  return policy;
}
const problemsOf = (change: (policy: Policy) => void) =>
  validatePolicy(changed(change)).problems.map(({ path, rule }) => `${path} ${rule}`);

describe('a policy', () => {
  it('gives a critical case the critical rule, and any other the last one', () => {
    const facts = { category: 'x', severity: 'critical', tier: 'vip', channel: 'phone' };
    expect(selectRule(defaultPolicy, facts).id).toBe('critical');
    expect(selectRule(defaultPolicy, { ...facts, severity: 'low' }).id).toBe('standard');
  });

  it('is valid as shipped, and with a ladder', () => {
    expect(validatePolicy(defaultPolicy).problems).toEqual([]);
    expect(problemsOf(() => undefined)).toEqual([]);
  });

  it.each<[string, (policy: Policy) => void, string]>([
    [
      'a date that does not exist',
      ({ calendars }) => calendars[0]!.holidays.push('2026-02-30'),
      'calendars.0.holidays.0 format:date',
    ],
    [
      'overlapping windows',
      ({ calendars }) => calendars[0]!.hours.tue.push(['17:00', '19:00']),
      'calendars.0.hours.tue.2 overlapping-windows',
    ],
    [
      'a window that runs over midnight into the next one',
      ({ calendars }) => (calendars[0]!.hours.sun = [['22:00', '10:00']]),
      'calendars.0.hours.sun.0 overlapping-windows',
    ],
    [
      'an unknown zone',
      ({ calendars }) => (calendars[0]!.tz = 'Nowhere/Here'),
      'calendars.0.tz unknown-zone',
    ],
    [
      'a calendar without working time',
      ({ calendars: [office] }) => {
        for (const day of ['mon', 'tue', 'wed', 'thu', 'fri'] as const) office!.hours[day] = [];
      },
      'calendars.0.hours no-working-time',
    ],
    [
      'a calendar that works on single dates only',
      ({ calendars: [office] }) => {
        office!.overrides = { '2026-10-10': office!.hours.mon };
        for (const day of ['mon', 'tue', 'wed', 'thu', 'fri'] as const) office!.hours[day] = [];
      },
      'calendars.0.hours ending-hours',
    ],
    [
      'the same version of a calendar twice',
      ({ calendars }) => calendars.push(calendars[0]!),
      'calendars.2 unique-id',
    ],
    [
      'two versions of a calendar valid from the same date',
      ({ calendars }) => calendars.push({ ...calendars[0]!, version: 2 }),
      'calendars.2 one-version-at-a-time',
    ],
    [
      'a negative budget',
      ({ rules }) => (rules[0]!.clocks[0]!.budget = { unit: 'elapsed-minutes', minutes: -1 }),
      'rules.0.clocks.0.budget.minutes minimum:0',
    ],
    [
      'a budget of nothing',
      ({ rules }) => (rules[0]!.clocks[0]!.budget = { unit: 'calendar-days', days: 0 }),
      'rules.0.clocks.0.budget.days minimum:0',
    ],
    [
      'a budget of a century',
      ({ rules }) => (rules[0]!.clocks[0]!.budget = { unit: 'calendar-days', days: 36_500 }),
      'rules.0.clocks.0.budget longest-budget',
    ],
    [
      'a circular ladder',
      ({ ladders }) => (ladders![0]!.levels[1]!.next = 'team'),
      'ladders.0.levels.0.next circular-ladder',
    ],
    [
      'a level that leads nowhere',
      ({ ladders }) => (ladders![0]!.levels[1]!.next = 'moon'),
      'ladders.0.levels.1.next known-level',
    ],
    [
      'a ladder that climbs downwards',
      ({ ladders }) => (ladders![0]!.levels[2]!.level = 1),
      'ladders.0.levels.1.next rising-level',
    ],
    [
      'two times at which a level is told',
      ({ ladders }) => (ladders![0]!.levels[1]!.after = { breach: 0, threshold: 0.5 }),
      'ladders.0.levels.1.after custom',
    ],
    [
      'a level that waits for years after the breach',
      ({ ladders }) =>
        (ladders![0]!.levels[1]!.after = { breach: { unit: 'calendar-days', days: 3_650 } }),
      'ladders.0.levels.1.after.breach custom',
    ],
    [
      'a level that waits for what comes from outside',
      ({ ladders }) => (ladders![0]!.levels[1]!.after = { breach: { unit: 'external' } }),
      'ladders.0.levels.1.after.breach custom',
    ],
    [
      'an unknown ladder',
      ({ rules }) => (rules[0]!.clocks[1]!.ladder = 'stairs'),
      'rules.0.clocks.1.ladder known-ladder',
    ],
    [
      'a level that waits for a warning its clock never gives',
      ({ rules }) => (rules[0]!.clocks[0]!.warnings = [0.5]),
      'rules.0.clocks.0.ladder ladder-threshold',
    ],
    [
      'a trigger that waits for two things',
      (policy) => (policy.triggers = [{ ...trigger, on: { repeat: 1, tier: ['vip'] } }]),
      'triggers.0.on custom',
    ],
    [
      'a trigger of an unknown ladder',
      (policy) => (policy.triggers = [{ ...trigger, ladder: 'stairs' }]),
      'triggers.0.ladder known-ladder',
    ],
    [
      'a trigger whose ladder tells nobody at once',
      (policy) => (policy.triggers = [trigger]),
      'triggers.0.ladder trigger-level',
    ],
    [
      'an unknown calendar',
      ({ rules }) => (rules[0]!.clocks[0]!.calendar = 'missing'),
      'rules.0.clocks.0.calendar known-calendar',
    ],
    [
      'an unknown pause reason',
      ({ rules }) => (rules[0]!.clocks[0]!.pauses = ['tea' as 'force-majeure']),
      'rules.0.clocks.0.pauses.0 invalid-value',
    ],
    [
      'a statutory clock that staff may pause',
      ({ rules }) => (rules[1]!.clocks[8]!.pauses = ['awaiting-customer']),
      'rules.1.clocks.8.pauses never-paused',
    ],
    [
      'two clocks of a kind',
      ({ rules }) => rules[0]!.clocks.push(rules[0]!.clocks[0]!),
      'rules.0.clocks.10 unique-clock',
    ],
    ['two rules of one id', ({ rules }) => (rules[1]!.id = 'critical'), 'rules.1.id unique-id'],
    [
      'no default rule',
      ({ rules }) => (rules[1]!.match = { tier: ['vip'] }),
      'rules.1.match one-default',
    ],
    [
      'an unknown severity',
      ({ rules }) => (rules[0]!.match.severity = ['huge' as 'low']),
      'rules.0.match.severity.0 invalid-value',
    ],
    [
      'an unknown field',
      (policy) => Object.assign(policy.rules[0]!, { priority: 1 }),
      'rules.0.priority unknown-field',
    ],
  ])('is refused for %s', (_, change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });

  it('is refused for a second default rule, behind which no rule is reached', () => {
    expect(problemsOf(({ rules }) => rules.push({ ...rules[1]!, id: 'other' }))).toEqual([
      'rules.1.match one-default',
      'rules.2.match unreachable-rule',
    ]);
  });

  it('is refused for a rule behind one that matches everything it matches', () => {
    const match = { severity: ['critical' as const], tier: ['vip' as const] };
    const problems = problemsOf(({ rules }) =>
      rules.splice(1, 0, { ...rules[0]!, id: 'vip', match }),
    );
    expect(problems).toEqual(['rules.1.match unreachable-rule']);
  });

  it('names every problem at once, whatever else is wrong', () => {
    const problems = problemsOf((policy) => {
      policy.calendars[0]!.holidays.push('2026-02-30');
      policy.calendars[0]!.hours.mon.push(['11:00', '11:30']);
      policy.calendars[1]!.tz = 'Nowhere/Here';
      policy.ladders![0]!.levels[2]!.next = 'team';
      policy.rules[0]!.clocks[0]!.budget = { unit: 'elapsed-minutes', minutes: -1 };
      policy.rules[0]!.clocks[0]!.calendar = 'missing';
      policy.rules.push({ ...policy.rules[1]!, id: 'other' });
      Object.assign(policy, { colour: 'red' });
    });
    expect(problems.sort()).toEqual([
      'calendars.0.holidays.0 format:date',
      'calendars.0.hours.mon.2 overlapping-windows',
      'calendars.1.tz unknown-zone',
      'colour unknown-field',
      'ladders.0.levels.0.next circular-ladder',
      'ladders.0.levels.1.next circular-ladder',
      'ladders.0.levels.2.next circular-ladder',
      'rules.0.clocks.0.budget.minutes minimum:0',
      'rules.0.clocks.0.calendar known-calendar',
      'rules.1.match one-default',
      'rules.2.match unreachable-rule',
    ]);
  });

  it('is either valid or has a problem, whatever is given', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (anything, part) => {
        const mixed = changed((policy) => Object.assign(policy.rules[0]!.clocks, { 0: part }));
        for (const input of [anything, { rules: [part], calendars: [anything] }, mixed]) {
          const { policy, problems } = validatePolicy(input);
          expect(policy === undefined).toBe(problems.length > 0);
        }
      }),
    );
  });

  it('leaves no rule that can be reached out, and reaches none that it calls unreachable', () => {
    const values = <T extends string>(all: readonly T[]) =>
      fc.option(fc.subarray([...all], { minLength: 1 }), { nil: undefined });
    const match = fc.record({ severity: values(caseSeverities), tier: values(caseTiers) });
    const match3 = fc.array(match, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(match3, (matches) => {
        const clocks = defaultPolicy.rules[0]!.clocks;
        const rules = [...matches, {}].map((one, index) => ({
          id: `r${index}`,
          match: one,
          clocks,
        }));
        const policy = { ...defaultPolicy, rules };
        const reached = new Set(
          caseSeverities.flatMap((severity) =>
            caseTiers.map(
              (tier) => selectRule(policy, { category: 'x', channel: 'web', severity, tier }).id,
            ),
          ),
        );
        for (const { path, rule } of validatePolicy(policy).problems) {
          if (rule !== 'unreachable-rule') continue;
          expect(reached).not.toContain(`r${path.split('.')[1]}`);
        }
      }),
    );
  });
});

describe('a policy as text', () => {
  it('has a line for each of its problems, in YAML and in JSON', () => {
    const yaml = ['id: x', 'calendars:', '  - id: office', '    tz: Nowhere/Here', 'rules: []'];
    const json = JSON.stringify({ id: 'x', rules: [], version: -1 }, null, 2);
    const linesOf = (text: string) => {
      const { input, lineOf } = readPolicyText(text);
      const { problems } = validatePolicy(input, lineOf);
      return Object.fromEntries(problems.map(({ path, line }) => [path, line]));
    };
    expect(linesOf(yaml.join('\n'))).toMatchObject({
      'calendars.0.tz': 4,
      'calendars.0.hours': 3,
      rules: 5,
      version: 1,
    });
    expect(linesOf(json)).toMatchObject({ rules: 3, version: 4 });
  });

  it('names the line at which it can not be read, and a key that comes twice', () => {
    const lines = (text: string) =>
      readPolicyText(text).problems.map(({ line, rule }) => [line, rule]);
    expect(lines('id: x\nid: y')).toEqual([[2, 'syntax']]);
    expect(lines('{"id": "x",\n"rules": [}')[0]).toEqual([2, 'syntax']);
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefgh'.split('').map((name, index) => {
        const before = 'abcdefgh'[index];
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
      }),
    ];
    expect(lines(bomb.join('\n'))).toEqual([[1, 'syntax']]);
  });
});

describe('versions of a calendar', () => {
  const [office] = defaultPolicy.calendars;
  const closed = { ...office!, version: 2, validFrom: '2026-10-01', holidays: ['2026-10-01'] };
  const later = { ...office!, version: 3, validFrom: '2027-01-01', tz: 'Europe/London' };
  const policy = { calendars: [later, office!, closed] };
  const at = (instant: string) => calendarAt(policy, 'office', Date.parse(instant)).version;

  it('take turns at the midnight of their own zone', () => {
    expect(at('2000-01-01T00:00:00Z')).toBe(1);
    expect(at('2026-09-30T15:59:59.999Z')).toBe(1);
    expect(at('2026-09-30T16:00:00Z')).toBe(2);
    expect(at('2026-12-31T23:59:59.999Z')).toBe(2);
    expect(at('2027-01-01T00:00:00Z')).toBe(3);
  });

  it('begin with the first one, also before its time', () => {
    const only = { calendars: [later, closed] };
    expect(calendarAt(only, 'office', Date.parse('2020-01-01T00:00:00Z')).version).toBe(2);
    expect(() => calendarAt(only, 'none', 0)).toThrow(RangeError);
  });

  it('show a month day by day, each on the version valid then', () => {
    const named = {
      ...closed,
      names: { '2026-10-01': '国庆节', '2026-10-10': '国庆节调休' },
      overrides: { '2026-10-10': office!.hours.mon, '2026-10-30': [office!.hours.mon[0]!] },
    };
    const days = calendarMonth({ calendars: [office!, named] }, 'office', '2026-10');
    expect(days).toHaveLength(31);
    expect(days[0]).toMatchObject({ weekday: 'thu', exception: 'holiday', name: '国庆节' });
    expect(days[9]).toMatchObject({ weekday: 'sat', exception: 'make-up', isOpen: true });
    expect(days[29]).toMatchObject({ exception: 'other-hours', name: null });
    expect(days[3]).toMatchObject({ weekday: 'sun', exception: null, isOpen: false });
    const [before] = calendarMonth({ calendars: [office!, named] }, 'office', '2026-09');
    expect(before).toMatchObject({ date: '2026-09-01', calendar: 'office@1' });
  });
});

describe('a ladder', () => {
  it('names the highest level reached by a warning or a breach', () => {
    expect(levelAt(ladder, { threshold: 0.5 })).toBeUndefined();
    expect(levelAt(ladder, { threshold: 0.9 })?.id).toBe('team');
    expect(levelAt(ladder, 'breach')?.id).toBe('branch');
    const late = { id: 'late', levels: [{ ...ladder.levels[1]!, after: { breach: 60 } }] };
    expect(levelAt(late, 'breach')).toBeUndefined();
  });

  it('lets a level sleep at night, but never for a critical case', () => {
    const quiet = { tz: 'Asia/Shanghai', from: '22:00', to: '07:00' };
    const level = { ...ladder.levels[0]!, quiet };
    const until = (instant: string, severity = 'high') =>
      quietUntil(level, Date.parse(instant), severity);
    const morning = Date.parse('2026-10-02T07:00:00+08:00');
    expect(until('2026-10-01T22:00:00+08:00')).toBe(morning);
    expect(until('2026-10-02T06:59:59+08:00')).toBe(morning);
    expect(until('2026-10-02T07:00:00+08:00')).toBeUndefined();
    expect(until('2026-10-01T23:00:00+08:00', 'critical')).toBeUndefined();
    expect(quietUntil(ladder.levels[0]!, morning, 'low')).toBeUndefined();
  });
});
