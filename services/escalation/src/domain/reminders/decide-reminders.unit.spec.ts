import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '#sla';
import type { LadderLevel, Policy } from '#sla';
import { by, newId, open, received } from '../../../test/given-case.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand } from '../case-command.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { PolicyBook } from '../policy-book.js';

const minute = 60_000;
const levels: LadderLevel[] = [
  { id: 'team', level: 1, audience: 'supervisor', after: { threshold: 0.25 }, next: 'head' },
  { id: 'head', level: 2, audience: 'manager', after: { unacknowledged: 10 } },
  { id: 'branch', level: 3, audience: 'admin', after: { breach: 0 } },
];
/** One clock of two hours that warns every half hour. */
const policyWith = (ladder?: LadderLevel[]): Policy => {
  const clock = { ...defaultPolicy.rules[1]!.clocks[0]!, warnings: [0.25, 0.5, 0.75] };
  const clocks = [ladder ? { ...clock, ladder: 'desk' } : clock];
  return {
    ...defaultPolicy,
    ...(ladder && { ladders: [{ id: 'desk', levels: ladder }] }),
    rules: [{ id: 'all', match: {}, clocks }],
  };
};
const tick: CaseCommand = { type: 'tick' };
const snooze = (minutes: number): CaseCommand => ({
  type: 'snooze-reminders',
  until: received + minutes * minute,
  reason: 'worked-on',
  by,
});

class Case {
  state: CaseState = noCase;
  readonly events: CaseEvent[] = [];
  private readonly context;

  constructor(ladder?: LadderLevel[]) {
    this.context = { policies: new PolicyBook([policyWith(ladder)]), newId };
    this.send(open(), 0);
  }

  send(command: CaseCommand, minutes: number): this {
    const at = Math.round(received + minutes * minute);
    const decided = decide(command, this.state, at, this.context);
    this.state = fold(this.state, decided);
    this.events.push(...decided);
    return this;
  }

  /** Fires the one timer at its very instants, up to a limit. */
  runUntil(minutes: number): this {
    for (let at = this.timer; at <= minutes; at = this.timer) this.send(tick, at);
    return this;
  }

  get timer(): number {
    const at = earliestInstant(this.state as OpenedCase, this.context.policies);
    return at === undefined ? Infinity : (at - received) / minute;
  }

  /** Who was told of what, by the minute after the complaint came. */
  get told(): [string, number][] {
    return this.events.flatMap((event): [string, number][] => {
      if (event.name !== 'alertRaised' && event.name !== 'alertClimbed') return [];
      const { cause, threshold, at, ladder } = event.data;
      const what = threshold === undefined ? cause : `${threshold}`;
      const minutes = Math.round((Date.parse(at) - received) / minute);
      return [[ladder ? `${what} ${ladder.step}` : what, minutes]];
    });
  }

  countOf(name: CaseEvent['name']): number {
    return this.events.filter((event) => event.name === name).length;
  }
}

describe('reminders that are snoozed', () => {
  it('are told when the snooze ends, of each clock the last one', () => {
    const given = new Case().send(snooze(80), 5);
    expect(given.timer).toBe(30);
    given.runUntil(79);
    expect(given.told).toEqual([]);
    expect(given.countOf('warningReached')).toBe(2);
    given.runUntil(100);
    expect(given.told).toEqual([
      ['0.5', 80],
      ['0.75', 90],
    ]);
    expect(given.events).toContainEqual(
      expect.objectContaining({ name: 'remindersResumed', data: expect.anything() }),
    );
    expect(given.state).not.toHaveProperty('snooze');
  });

  it('keep nobody from being told of a breach', () => {
    const given = new Case().send(snooze(600), 5).runUntil(700);
    expect(given.told).toEqual([['breach', 120]]);
  });

  it('tell nothing of what was done meanwhile', () => {
    const contact = { channel: 'phone', direction: 'outbound', by } as const;
    const given = new Case().send(snooze(80), 5).runUntil(60);
    given.send({ type: 'record-contact', ...contact }, 70).runUntil(600);
    expect(given.told).toEqual([]);
  });

  it('go on at once when somebody asks for it, and when the case becomes critical', () => {
    const ended = new Case().send(snooze(80), 5).runUntil(40);
    ended.send({ type: 'resume-reminders', by }, 45);
    expect(ended.told).toEqual([['0.25', 45]]);
    const critical = new Case().send(snooze(80), 5).runUntil(40);
    critical.send({ type: 'change-priority', priority: 'critical', by }, 45);
    expect(critical.told).toEqual([['0.25', 45]]);
    expect(critical.events).toContainEqual(
      expect.objectContaining({
        name: 'remindersResumed',
        data: expect.objectContaining({ cause: 'critical' }),
      }),
    );
  });

  it('climb no further meanwhile, and go on afterwards', () => {
    const given = new Case(levels).runUntil(30).send(snooze(55), 32).runUntil(59);
    expect(given.told).toEqual([
      ['0.25 team', 30],
      ['0.25 head', 55],
    ]);
  });

  it('are snoozed anew with another end, and keep what they had', () => {
    const given = new Case().send(snooze(40), 5).runUntil(35).send(snooze(50), 36).runUntil(55);
    expect(given.told).toEqual([['0.25', 50]]);
  });

  it('are not snoozed for ever, nor of a case that is critical or ended', () => {
    expect(() => new Case().send(snooze(8 * 24 * 60), 5)).toThrow('7 days');
    expect(() => new Case().send(snooze(5), 5)).toThrow('at once');
    const critical: CaseCommand = { type: 'change-priority', priority: 'critical', by };
    expect(() => new Case().send(critical, 1).send(snooze(60), 5)).toThrow('critical');
    const withdrawn: CaseCommand = { type: 'withdraw', channel: 'phone', by };
    expect(() => new Case().send(withdrawn, 1).send(snooze(60), 5)).toThrow('withdrawn');
    expect(() => new Case().send({ type: 'resume-reminders', by }, 5)).toThrow('nobody snoozed');
  });

  it('end with their case', () => {
    const given = new Case().send(snooze(600), 5);
    given.send({ type: 'withdraw', channel: 'phone', by }, 10).runUntil(700);
    expect(given.told).toEqual([]);
    expect(given.countOf('remindersResumed')).toBe(0);
  });

  it('tell of no warning while they stand still, whenever they are snoozed and looked at', () => {
    const step = fc.record({
      after: fc.integer({ min: 0, max: 40 }),
      what: fc.constantFrom('tick', 'timer', 'snooze', 'resume'),
      length: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, hasLadder) => {
        const given = new Case(hasLadder ? levels : undefined);
        let now = 0;
        for (const { after, what, length } of steps) {
          if (what === 'timer' && Number.isFinite(given.timer)) now = Math.max(now, given.timer);
          now += after;
          given.send(tick, now);
          if (what === 'snooze') given.send(snooze(now + length), now);
          if (what === 'resume' && 'snooze' in given.state) {
            given.send({ type: 'resume-reminders', by }, now);
          }
          // Nothing that is due stays undecided, and no timer is armed for the past.
          expect(given.timer).toBeGreaterThan(now);
        }
        given.runUntil(10_000);
        expect(given.told.some(([said]) => said.startsWith('breach'))).toBe(true);
        expect(given.state).not.toHaveProperty('snooze');
        let isAsleep = false;
        for (const event of given.events) {
          if (event.name === 'remindersSnoozed') isAsleep = true;
          if (event.name === 'remindersResumed') isAsleep = false;
          const isAlert = event.name === 'alertRaised' || event.name === 'alertClimbed';
          if (isAlert && event.data.cause === 'warning') expect(isAsleep).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
