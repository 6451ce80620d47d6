import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '#sla';
import type { LadderLevel, Policy } from '#sla';
import { by, hour, newId, open, received } from '../../../test/given-case.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand } from '../case-command.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { PolicyBook } from '../policy-book.js';
import { whyPassed } from './ladder-staff.js';
import type { LadderStaff } from './ladder-staff.js';

const minute = 60_000;
const due = received + 2 * hour;
const north: LadderLevel = {
  ...{ id: 'north', level: 1, audience: 'supervisor', unit: 'north' },
  ...{ after: { breach: 0 }, next: 'branch' },
};
const branch: LadderLevel = {
  ...{ id: 'branch', level: 2, audience: 'manager', people: ['m-1'] },
  ...{ after: { unacknowledged: 30 }, next: 'head' },
};
const head: LadderLevel = {
  ...{ id: 'head', level: 3, audience: 'manager', people: ['m-2', 'm-3'] },
  ...{ after: { unacknowledged: 60 } },
};
const staff: LadderStaff = {
  agents: [
    { id: 's-1', unit: 'yard', roles: ['supervisor'] },
    { id: 's-2', unit: 'hq', roles: ['supervisor'] },
    { id: 's-3', unit: 'south', roles: ['supervisor'] },
    { id: 'm-1', unit: 'hq', roles: ['manager'] },
    { id: 'm-2', unit: 'hq', roles: ['manager'] },
    { id: 'a-7', unit: 'north', roles: ['agent'] },
  ],
  units: new Map([
    ['hq', null],
    ['north', 'hq'],
    ['yard', 'north'],
    ['south', 'hq'],
  ]),
  duty: {
    rosters: [
      {
        ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-01-05', handover: '00:00', days: 1 },
        ...{ people: ['s-1'], overrides: [] },
      },
    ],
    absences: [],
  },
};
const policyWith = (levels: LadderLevel[]): Policy => ({
  ...defaultPolicy,
  ladders: [{ id: 'desk', levels }],
  rules: [
    {
      ...{ id: 'all', match: {} },
      clocks: [{ ...defaultPolicy.rules[1]!.clocks[0]!, warnings: [], ladder: 'desk' }],
    },
  ],
});

class Case {
  state: CaseState = noCase;
  readonly events: CaseEvent[] = [];
  private readonly context;

  constructor(levels: LadderLevel[], known: LadderStaff | null = staff) {
    const policies = new PolicyBook([policyWith(levels)]);
    this.context = { policies, newId, staff: known ?? undefined };
    this.send(open(), received);
  }

  send(command: CaseCommand, at: number): this {
    const decided = decide(command, this.state, at, this.context);
    this.state = fold(this.state, decided);
    this.events.push(...decided);
    return this;
  }

  keepFrom(...conflicted: string[]): this {
    return this.keepAt(received + minute, ...conflicted);
  }

  keepAt(at: number, ...conflicted: string[]): this {
    return this.send({ type: 'name-accused', accused: conflicted, conflicted, by }, at);
  }

  get timer(): number | undefined {
    return earliestInstant(this.state as OpenedCase, this.context.policies);
  }

  runUntil(limit: number): this {
    for (let at = this.timer; at !== undefined && at <= limit; at = this.timer) {
      this.send({ type: 'tick' }, at);
    }
    return this;
  }

  get alerts() {
    return this.events.flatMap((event) =>
      event.name === 'alertRaised' || event.name === 'alertClimbed' || event.name === 'alertHeld'
        ? [event]
        : [],
    );
  }

  /** Who was told, by the minute after the due instant. */
  get told(): [string, number][] {
    return this.alerts.flatMap(({ name, data }): [string, number][] => {
      const minutes = Math.round((Date.parse(data.at) - due) / minute);
      return name === 'alertHeld' ? [] : [[data.ladder?.step ?? '', minutes]];
    });
  }
}

describe('a level whose people are all kept from the case', () => {
  it('is passed over at once, and the alert says so to those above', () => {
    const given = new Case([north, branch, head]).keepFrom('s-1').runUntil(due + 1);
    expect(given.told).toEqual([['branch', 0]]);
    expect(given.alerts[0]!.data).toMatchObject({
      ...{ level: 2, people: ['m-1'], next: { step: 'head' } },
      passedOver: [{ step: 'north', level: 1, audience: 'supervisor', unit: 'north', why: 'kept' }],
    });
  });

  it('is passed over where an alert climbs, and waits as ever for who was told last', () => {
    const given = new Case([north, branch, head]).keepFrom('m-1').runUntil(due + 100 * hour);
    expect(given.told).toEqual([
      ['north', 0],
      ['head', 30],
    ]);
    const ids = new Set(given.alerts.map(({ data }) => data.alertId));
    expect(ids.size).toBe(1);
  });

  it('lets go of an alert when they are named after they were told', () => {
    const given = new Case([north, branch, head]).runUntil(due + 1);
    given.keepAt(due + 10 * minute, 's-1');
    expect(given.told).toEqual([
      ['north', 0],
      ['branch', 10],
    ]);
    expect(given.alerts.at(-1)!.data).toMatchObject({
      passedOver: [{ step: 'north', why: 'kept' }],
      before: [{ step: 'north' }],
    });
  });

  it('is told where it is the last, as is the last of all that are kept away', () => {
    const given = new Case([north, branch]).keepFrom('s-1', 'm-1').runUntil(due + 100 * hour);
    expect(given.told).toEqual([['branch', 0]]);
    expect(given.alerts[0]!.data).toMatchObject({
      passedOver: [
        { step: 'north', why: 'kept' },
        { step: 'branch', why: 'kept' },
      ],
    });
    expect(given.timer).toBeUndefined();
  });

  it('leaves an alert with the quiet hours of the level above, one alert in all', () => {
    const asleep = { ...branch, quiet: { tz: 'Asia/Shanghai', from: '10:30', to: '11:40' } };
    const first = new Case([north, asleep]).keepFrom('s-1').runUntil(due + 100 * hour);
    expect(first.alerts.map(({ name }) => name)).toEqual(['alertHeld', 'alertRaised']);
    expect(first.told).toEqual([['branch', 40]]);
    const later = new Case([north, { ...branch, people: ['m-1'] }, asleepHead()]);
    later.keepFrom('m-1').runUntil(due + 100 * hour);
    expect(later.alerts.map(({ name }) => name)).toEqual([
      ...['alertRaised', 'alertHeld', 'alertClimbed'],
    ]);
    expect(later.told).toEqual([
      ['north', 0],
      ['head', 40],
    ]);
  });
});

describe('the last of all levels that are kept away', () => {
  it('is passed over once, though its quiet hours held it', () => {
    const asleep = { ...branch, quiet: { tz: 'Asia/Shanghai', from: '10:30', to: '11:40' } };
    const given = new Case([north, asleep]).keepFrom('s-1', 'm-1').runUntil(due + 100 * hour);
    expect(given.alerts.map(({ name }) => name)).toEqual(['alertHeld', 'alertRaised']);
    for (const { data } of given.alerts) {
      expect(data.passedOver).toMatchObject([
        { step: 'north', why: 'kept' },
        { step: 'branch', why: 'kept' },
      ]);
      expect(data.passedOver).toHaveLength(2);
    }
  });
});

const asleepHead = (): LadderLevel => ({
  ...head,
  quiet: { tz: 'Asia/Shanghai', from: '10:30', to: '11:40' },
});

describe('a level that nobody is of', () => {
  it.each<[string, Partial<LadderLevel>, string | undefined]>([
    ['a unit without anybody of the audience', { unit: 'north', audience: 'manager' }, 'nobody'],
    ['a unit with one beneath it', { unit: 'north' }, undefined],
    ['people who left', { unit: undefined, people: ['m-9'] }, 'nobody'],
    ['a roster that nobody has', { unit: undefined, roster: 'gone' }, 'nobody'],
    ['a roster', { unit: undefined, roster: 'night' }, undefined],
    ['a role, of which there may be log-ins', { unit: undefined, audience: 'admin' }, undefined],
  ])('%s', (_what, changes, expected) => {
    const { state } = new Case([north]);
    const level = { ...north, ...changes } as LadderLevel;
    expect(whyPassed(level, state as OpenedCase, staff, received)).toBe(expected);
  });

  it('is none where nobody knows whom there is', () => {
    const { state } = new Case([north]);
    const level: LadderLevel = { ...north, unit: 'west' };
    const why = (known: LadderStaff) => whyPassed(level, state as OpenedCase, known, received);
    expect(why(staff)).toBe('nobody');
    expect(why({ ...staff, agents: [] })).toBeUndefined();
    expect(new Case([level, branch], null).runUntil(due + 1).told).toEqual([['north', 0]]);
  });

  it('says of whom the case is kept from, by unit, roster and role alone', () => {
    const { state } = new Case([north]).keepFrom('s-1', 's-2');
    const why = (changes: Partial<LadderLevel>) =>
      whyPassed({ ...north, ...changes } as LadderLevel, state as OpenedCase, staff, received);
    expect(why({})).toBe('kept');
    expect(why({ unit: undefined, roster: 'night' })).toBe('kept');
    expect(why({ unit: undefined })).toBe('kept');
    expect(why({ unit: undefined, audience: 'manager' })).toBeUndefined();
  });
});

describe('whoever is kept from a case', () => {
  it('one alert is told to somebody, at its instant, to one level after the other', () => {
    const all = ['s-1', 'm-1', 'm-2', 's-2'];
    fc.assert(
      fc.property(
        fc.subarray(all),
        fc.option(fc.integer({ min: 0, max: 150 }), { nil: undefined }),
        (kept, minutes) => {
          const given = new Case([north, branch, head]);
          if (minutes === undefined) given.keepFrom(...kept);
          else given.runUntil(due + minutes * minute).keepAt(due + minutes * minute + 1, ...kept);
          given.runUntil(due + 100 * hour);
          expect(given.told[0]![1]).toBe(0);
          expect(given.alerts.filter(({ name }) => name === 'alertRaised')).toHaveLength(1);
          const heights = given.alerts.map(({ data }) => data.level);
          expect(heights).toEqual([...new Set(heights)].sort());
          // Whoever could be told was, at the latest when everybody below could have taken it on.
          const isFree = (ids: string[]) => ids.some((id) => !kept.includes(id));
          if (isFree(['m-2'])) expect(given.told.at(-1)![0]).toBe('head');
        },
      ),
      { numRuns: 100 },
    );
  });
});
