import { describe, expect, it } from '@jest/globals';
import type { DutyBody } from '#contracts';
import { defaultPolicy } from '#sla';
import type { LadderLevel, Policy } from '#sla';
import type { Staff } from './chain-staff.js';
import { chainsOf } from './chains.js';

const at = Date.parse('2026-11-23T10:00:00+08:00');
const level: LadderLevel = { id: 'desk', level: 1, audience: 'supervisor', after: { trigger: 0 } };
const staff: Staff = {
  agents: [
    { id: 's-101', unit: 'north-east', roles: ['supervisor'] },
    { id: 's-103', unit: 'south', roles: ['supervisor'] },
    { id: 'a-001', unit: 'south', roles: ['agent'] },
  ],
  mailboxes: [{ agentId: 's-101', unit: 'north-east', roles: ['supervisor'] }],
  units: new Map([
    ['hq', null],
    ['north', 'hq'],
    ['north-east', 'north'],
    ['south', 'hq'],
  ]),
};
const roster = {
  ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-11-23', handover: '00:00', days: 1 },
  ...{ people: ['s-101', 's-103'], overrides: [] },
};
const viewOf = (
  changes: Partial<LadderLevel>,
  given = staff,
  { absences = [], keptFrom }: { absences?: DutyBody['absences']; keptFrom?: string } = {},
) => {
  const policy: Policy = {
    ...defaultPolicy,
    ladders: [{ id: 'public', levels: [{ ...level, ...changes }] }],
    triggers: [{ id: 'threat', on: { threat: ['media'] }, ladder: 'public' }],
  };
  const duty = { rosters: [roster], absences };
  const query = { severity: 'normal' as const, ...(keptFrom !== undefined && { keptFrom }) };
  return chainsOf(policy, at, query, given, duty, true);
};
const gapsOf = (changes: Partial<LadderLevel>, given = staff) =>
  viewOf(changes, given).warnings.map(({ rule, people = [] }) => [rule, ...people].join(' '));

describe('the chains of a policy, held against the organisation', () => {
  it('show the alert of a trigger, whom it tells and how many of them are mailed', () => {
    const { triggers } = viewOf({});
    expect(triggers).toMatchObject([
      {
        ...{ trigger: 'threat', cause: 'threat', ladder: 'public' },
        steps: [{ step: 'desk', unit: null, named: [], people: 2, reached: 1, called: null }],
      },
    ]);
  });

  it('count the people of a unit and of those beneath it', () => {
    const people = (unit: string) => viewOf({ unit }).triggers[0]!.steps[0]!.people;
    expect([people('hq'), people('north'), people('south')]).toEqual([2, 1, 1]);
  });

  it.each<[string, Partial<LadderLevel>, string[]]>([
    ['nothing where somebody is told', {}, []],
    [
      'a unit that the organisation does not have',
      { unit: 'west' },
      ['nobody', 'unknown-unit', 'no-channel'],
    ],
    ['a unit of which nobody has a mailbox', { unit: 'south' }, ['no-channel']],
    ['people who are not there', { people: ['s-101', 's-999'] }, ['unknown-person s-999']],
    ['people without a mailbox', { people: ['s-101', 'a-001'] }, ['no-channel a-001']],
    ['people of a roster without one', { roster: 'night' }, ['no-channel s-103']],
  ])('warn of %s', (_what, changes, expected) => {
    expect(gapsOf(changes)).toEqual(expected);
  });

  it('ask for no mailbox where there is no mail server', () => {
    const { mailboxes: _, ...silent } = staff;
    expect(gapsOf({ unit: 'south' }, silent)).toEqual([]);
    expect(viewOf({}, silent).triggers[0]!.steps[0]!.reached).toBeNull();
  });

  it('name who is told, and whom no mail reaches, but for those who may not know', () => {
    expect(viewOf({}).triggers[0]!.steps[0]).toMatchObject({
      ...{ people: 2, reached: 1, who: ['s-101', 's-103'] },
      leftOut: [{ agentId: 's-103', why: 'no-channel', standIn: null }],
    });
    const policy: Policy = {
      ...defaultPolicy,
      ladders: [{ id: 'public', levels: [level] }],
      triggers: [{ id: 'threat', on: { threat: ['media'] }, ladder: 'public' }],
    };
    const duty = { rosters: [], absences: [] };
    const counted = chainsOf(policy, at, { severity: 'normal' }, staff, duty);
    expect(counted.triggers[0]!.steps[0]).toMatchObject({ people: 2, who: null, leftOut: null });
  });

  it('name whom they leave out and why: away, replaced, kept from the case, gone', () => {
    const stepOf = (...given: Parameters<typeof viewOf>) => {
      const { who, leftOut } = viewOf(...given).triggers[0]!.steps[0]!;
      const left = leftOut!.map(({ agentId, why, standIn }) => [agentId, why, standIn]);
      return { who, left: left.filter(([, why]) => why !== 'no-channel') };
    };
    const away = {
      ...{ agentId: 's-101', from: '2026-11-22T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' },
    };
    expect(stepOf({ roster: 'night' }, staff, { absences: [away] })).toEqual({
      who: ['s-103'],
      left: [['s-101', 'absent', null]],
    });
    const replaced = [{ ...away, standIn: 'a-001' }];
    expect(stepOf({ roster: 'night' }, staff, { absences: replaced })).toEqual({
      who: ['a-001'],
      left: [['s-101', 'stand-in', 'a-001']],
    });
    expect(stepOf({}, staff, { keptFrom: 's-101,s-999' })).toEqual({
      who: ['s-103'],
      left: [['s-101', 'kept', null]],
    });
    expect(stepOf({ people: ['s-101', 's-999'] })).toEqual({
      who: ['s-101'],
      left: [['s-999', 'gone', null]],
    });
  });

  it('pass over a level that would tell nobody, and tell the next ones sooner', () => {
    const levels: LadderLevel[] = [
      { ...level, people: ['s-101'], next: 'head' },
      {
        ...{ id: 'head', level: 2, audience: 'manager', people: ['s-103'] },
        ...{ after: { unacknowledged: 30 }, next: 'board' },
      },
      {
        ...{ id: 'board', level: 3, audience: 'admin', people: ['a-001'] },
        after: { unacknowledged: 60 },
      },
    ];
    const policy: Policy = {
      ...defaultPolicy,
      ladders: [{ id: 'public', levels }],
      triggers: [{ id: 'threat', on: { threat: ['media'] }, ladder: 'public' }],
    };
    const stepsFor = (keptFrom?: string) => {
      const query = { severity: 'normal' as const, ...(keptFrom !== undefined && { keptFrom }) };
      const view = chainsOf(policy, at, query, staff, { rosters: [], absences: [] });
      return view.triggers[0]!.steps.map((one) => {
        const minutes = (Date.parse(one.at) - at) / 60_000;
        return [one.step, minutes, one.passedOver];
      });
    };
    expect(stepsFor()).toEqual([
      ['desk', 0, null],
      ['head', 30, null],
      ['board', 90, null],
    ]);
    expect(stepsFor('s-101')).toEqual([
      ['desk', 0, 'kept'],
      ['head', 0, null],
      ['board', 60, null],
    ]);
    // The last of all is told all the same.
    expect(stepsFor('s-103,a-001')).toEqual([
      ['desk', 0, null],
      ['head', 30, 'kept'],
      ['board', 30, null],
    ]);
  });

  it('say what is wrong in both languages', () => {
    const [warning] = viewOf({ people: ['a-001'] }).warnings;
    expect(warning!.message).toEqual({
      zh: '阶梯 public 的 desk 级有人收不到邮件：a-001',
      en: 'no mail reaches people of the level desk of the ladder public: a-001',
    });
  });
});
