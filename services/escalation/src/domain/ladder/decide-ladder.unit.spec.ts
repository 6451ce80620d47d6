import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '#sla';
import type { LadderLevel, Policy } from '#sla';
import { by, hour, newId, open, received } from '../../../test/given-case.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand, ComplaintFacts } from '../case-command.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { PolicyBook } from '../policy-book.js';

const minute = 60_000;
const levels: LadderLevel[] = [
  { id: 'team', level: 1, audience: 'supervisor', after: { threshold: 0.5 }, next: 'head' },
  { id: 'desk', level: 2, audience: 'supervisor', after: { breach: 0 }, next: 'head' },
  { id: 'branch', level: 3, audience: 'manager', after: { breach: 60 } },
  { id: 'head', level: 4, audience: 'admin', after: { unacknowledged: 90 } },
];
/** One clock of two hours, so that its alerts are all there are. */
const policyWith = (given: LadderLevel[], warnings: number[] = []): Policy => {
  const [clock] = defaultPolicy.rules[1]!.clocks;
  return {
    ...defaultPolicy,
    ladders: [{ id: 'desk', levels: given }],
    rules: [{ id: 'all', match: {}, clocks: [{ ...clock!, warnings, ladder: 'desk' }] }],
  };
};
const tick: CaseCommand = { type: 'tick' };
const contact: CaseCommand = {
  type: 'record-contact',
  channel: 'phone',
  direction: 'outbound',
  by,
};
const due = received + 2 * hour;
const breach = due + 1;

class Case {
  state: CaseState = noCase;
  readonly events: CaseEvent[] = [];
  private readonly context;

  constructor(policy = policyWith(levels), complaint: Partial<ComplaintFacts> = {}) {
    this.context = { policies: new PolicyBook([policy]), newId };
    this.send(open(complaint), complaint.receivedAt ?? received);
  }

  send(command: CaseCommand, at: number): this {
    const decided = decide(command, this.state, at, this.context);
    this.state = fold(this.state, decided);
    this.events.push(...decided);
    return this;
  }

  get timer(): number | undefined {
    return earliestInstant(this.state as OpenedCase, this.context.policies);
  }

  /** Fires the one timer at its very instants, up to a limit. */
  runUntil(limit: number): this {
    for (let at = this.timer; at !== undefined && at <= limit; at = this.timer) this.send(tick, at);
    return this;
  }

  acknowledge(at: number): this {
    const { alerts } = this.state as OpenedCase;
    return this.send({ type: 'acknowledge-alert', alertId: alerts.at(-1)!.id, by }, at);
  }

  /** Who was told of it, by the minute after the due instant. */
  get told(): [string, number][] {
    return this.events.flatMap((event): [string, number][] => {
      if (event.name !== 'alertRaised' && event.name !== 'alertClimbed') return [];
      const { ladder, at } = event.data;
      return [[ladder?.step ?? '', Math.round((Date.parse(at) - due) / minute)]];
    });
  }
}

describe('the ladder of a case', () => {
  it('tells one level after the other by the one timer, while nobody acknowledges', () => {
    const given = new Case().runUntil(due + 100 * hour);
    expect(given.told).toEqual([
      ['desk', 0],
      ['branch', 60],
      ['head', 90],
    ]);
    expect(given.timer).toBeUndefined();
  });

  it('is one alert from bottom to top, which says who was told before and who is next', () => {
    const given = new Case().runUntil(due + 100 * hour);
    const steps = given.events.filter(({ name }) => /^alert/.test(name));
    const ids = steps.map(({ data }) => (data as { alertId: string }).alertId);
    expect(new Set(ids).size).toBe(1);
    expect(steps[1]).toMatchObject({
      name: 'alertClimbed',
      data: {
        level: 3,
        audience: 'manager',
        before: [{ step: 'desk', level: 2, audience: 'supervisor' }],
        next: { step: 'head', audience: 'admin', at: new Date(due + 90 * minute).toISOString() },
      },
    });
    expect(steps[2]!.data).not.toHaveProperty('next');
  });

  it('stops at once when somebody acknowledges it, and disarms its timer', () => {
    const given = new Case().runUntil(due + 59 * minute).acknowledge(due + 59 * minute);
    expect(given.timer).toBeUndefined();
    expect(given.state).not.toHaveProperty('climbs');
    expect(given.runUntil(due + 100 * hour).told).toEqual([['desk', 0]]);
  });

  it('climbs first when it is acknowledged at the very instant of a step: that was due before', () => {
    const given = new Case().runUntil(due + 1).acknowledge(due + 60 * minute);
    expect(given.told).toEqual([
      ['desk', 0],
      ['branch', 60],
    ]);
    expect(given.timer).toBeUndefined();
  });

  it('stops when what was late is done', () => {
    const given = new Case().runUntil(breach).send(contact, due + 30 * minute);
    expect(given.runUntil(due + 100 * hour).told).toEqual([['desk', 0]]);
  });

  it('tells the highest level reached after an outage, and counts from then', () => {
    const given = new Case().send(tick, due + 70 * minute);
    expect(given.told).toEqual([['branch', 70]]);
    const again = new Case().runUntil(breach).send(tick, due + 100 * minute);
    expect(again.told).toEqual([
      ['desk', 0],
      ['head', 100],
    ]);
  });

  it('climbs from a warning too, and each alert by itself', () => {
    const given = new Case(policyWith(levels, [0.5])).runUntil(due + 100 * hour);
    expect(given.told).toEqual([
      ['team', -60],
      ['desk', 0],
      ['head', 30],
      ['branch', 60],
      ['head', 90],
    ]);
  });

  it('tells nobody of a warning before its first level, which stays an event', () => {
    const given = new Case(policyWith(levels, [0.25, 0.5])).runUntil(due - 1);
    const names = given.events.map(({ name }) => name);
    expect(names).toEqual(['opened', 'warningReached', 'warningReached', 'alertRaised']);
    expect(given.told).toEqual([['team', -60]]);
  });

  it('waits in working time of the calendar of its clock where a level says so', () => {
    const budget = { unit: 'working-days' as const, days: 5, at: 'same-time' as const };
    const given = new Case(policyWith([levels[1]!, { ...levels[2]!, after: { breach: budget } }]));
    given.runUntil(due + 10 * 24 * hour);
    // From a Monday to the next one: the calendar has weekends.
    expect(given.told).toEqual([
      ['desk', 0],
      ['branch', 7 * 24 * 60],
    ]);
    expect(given.events.find(({ name }) => name === 'alertRaised')!.data).toMatchObject({
      next: { step: 'branch', at: new Date(due + 7 * 24 * hour).toISOString() },
    });
  });

  it('keeps climbing the ladder under which the alert was raised', () => {
    const { state } = new Case().runUntil(breach);
    expect(state).toMatchObject({ climbs: [{ ladder: 'desk', policyVersion: 1 }] });
  });
});

describe('quiet hours', () => {
  /** 11:00 in Shanghai is when the clock is due. */
  const quietLevels = (quiet: { from: string; to: string }): LadderLevel[] => [
    { ...levels[1]!, quiet: { tz: 'Asia/Shanghai', ...quiet } },
    { ...levels[2]! },
  ];

  it('hold an alert until they end, and say so in the log', () => {
    const given = new Case(policyWith(quietLevels({ from: '10:30', to: '11:40' })));
    given.runUntil(breach);
    expect(given.told).toEqual([]);
    expect(given.events.at(-1)).toMatchObject({
      name: 'alertHeld',
      data: { level: 2, until: new Date(due + 40 * minute).toISOString() },
    });
    expect(given.timer).toBe(due + 40 * minute);
    expect(given.runUntil(due + 100 * hour).told).toEqual([
      ['desk', 40],
      ['branch', 60],
    ]);
  });

  it('do not hold back the level above, which is then the first to be told', () => {
    const given = new Case(policyWith(quietLevels({ from: '10:30', to: '20:00' })));
    expect(given.runUntil(due + 100 * hour).told).toEqual([['branch', 60]]);
  });

  it('tell nobody of what was done meanwhile', () => {
    const given = new Case(policyWith(quietLevels({ from: '10:30', to: '11:40' })));
    given.runUntil(breach).send(contact, due + 10 * minute);
    expect(given.runUntil(due + 100 * hour).told).toEqual([]);
    expect(given.timer).toBeUndefined();
  });

  it('tell one alert of several that one clock had in them: the last', () => {
    const held: LadderLevel[] = [
      { ...levels[0]!, quiet: { tz: 'Asia/Shanghai', from: '09:30', to: '11:40' } },
      ...quietLevels({ from: '09:30', to: '11:40' }),
    ];
    const policy = policyWith([...held, levels[3]!], [0.5, 0.75]);
    const given = new Case(policy).runUntil(due + 41 * minute);
    expect(given.events.filter(({ name }) => name === 'alertHeld')).toHaveLength(3);
    expect(given.told).toEqual([['desk', 40]]);
  });

  it('never count for a critical case, nor for one that becomes critical in them', () => {
    const policy = policyWith(quietLevels({ from: '10:30', to: '20:00' }));
    expect(new Case(policy, { priority: 'critical' }).runUntil(breach).told).toContainEqual([
      'desk',
      0,
    ]);
    const given = new Case(policy).runUntil(breach);
    given.send({ type: 'change-priority', priority: 'critical', by }, due + 20 * minute);
    expect(given.told).toEqual([['desk', 20]]);
  });
});

describe('whatever happens to a case on a ladder', () => {
  const step = fc.oneof(
    fc.record({ what: fc.constant('tick' as const), after: fc.integer({ min: 1, max: 200 }) }),
    fc.record({ what: fc.constant('timer' as const), after: fc.constant(0) }),
    fc.record({
      what: fc.constant('acknowledge' as const),
      after: fc.integer({ max: 90, min: 0 }),
    }),
  );
  const quiet = fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 22 }))
      .map(([from, length]) => {
        const hourOf = (value: number) => `${String(value % 24).padStart(2, '0')}:00`;
        return { tz: 'Asia/Shanghai', from: hourOf(from), to: hourOf(from + length) };
      }),
    { nil: undefined },
  );

  it('each alert rises by its levels, tells each once, and never after it was acknowledged', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.array(quiet, { minLength: 4, maxLength: 4 }),
        (steps, hours) => {
          const own = levels.map((level, index) => {
            const given = hours[index];
            return given ? { ...level, quiet: given } : level;
          });
          const given = new Case(policyWith(own, [0.5, 0.75]));
          let now = received;
          for (const { what, after } of steps) {
            if (what === 'timer') now = Math.max(now, given.timer ?? now);
            now += after * minute;
            const { alerts } = given.state as OpenedCase;
            if (what === 'acknowledge' && alerts.length > 0) given.acknowledge(now);
            else given.send(tick, now);
            const next = given.timer;
            // Nothing that is due stays undecided, and no timer is armed for the past.
            if (next !== undefined) expect(next).toBeGreaterThan(now);
          }
          const height = new Map<string, number>();
          const acknowledged = new Set<string>();
          for (const event of given.events) {
            if (event.name === 'alertAcknowledged') acknowledged.add(event.data.alertId);
            if (event.name !== 'alertRaised' && event.name !== 'alertClimbed') continue;
            const { alertId, level } = event.data;
            expect(acknowledged.has(alertId)).toBe(false);
            expect(height.has(alertId)).toBe(event.name === 'alertClimbed');
            expect(level).toBeGreaterThan(height.get(alertId) ?? 0);
            height.set(alertId, level);
          }
          const { alerts } = given.state as OpenedCase;
          expect(alerts.map(({ id }) => id).sort()).toEqual([...height.keys()].sort());
        },
      ),
      { numRuns: 200 },
    );
  });
});
