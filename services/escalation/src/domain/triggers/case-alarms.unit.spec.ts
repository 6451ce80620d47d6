import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { LadderLevel, Policy, PolicyTrigger } from '#sla';
import {
  by,
  hour,
  newId,
  open,
  received,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import { alsoShownTo, maySee } from '../access/case-access.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand, ComplaintFacts } from '../case-command.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { PolicyBook } from '../policy-book.js';

const minute = 60_000;
const levels: LadderLevel[] = [
  { id: 'desk', level: 1, audience: 'supervisor', after: { trigger: 0 }, next: 'head' },
  { id: 'branch', level: 2, audience: 'manager', after: { trigger: 60 } },
  { id: 'head', level: 3, audience: 'admin', after: { unacknowledged: 90 } },
];
/** Without clocks that warn or alert within the hours that the tests look at. */
const policyWith = (triggers: PolicyTrigger[], given = levels): Policy => {
  const clock = defaultPolicy.rules[1]!.clocks[0]!;
  const budget = { unit: 'calendar-days' as const, days: 90 };
  return {
    ...defaultPolicy,
    ladders: [{ id: 'public', levels: given }],
    triggers,
    rules: [{ id: 'all', match: {}, clocks: [{ ...clock, budget, warnings: [] }] }],
  };
};
const threat: PolicyTrigger = {
  id: 'public-threat',
  on: { threat: ['media', 'regulator'] },
  ladder: 'public',
};
const one = (on: PolicyTrigger['on']): PolicyTrigger => ({ id: 'one', on, ladder: 'public' });
const flag = (...threats: ('media' | 'regulator' | 'legal')[]): CaseCommand => ({
  ...{ type: 'flag-threats', threats, source: 'agent', by },
});
const dissatisfied: CaseCommand = {
  ...{ type: 'note-feedback', source: 'callback', sourceId: 'c-1' },
  ...{ outcome: 'reached', satisfied: false },
};

const problem: CaseCommand = {
  ...{ type: 'mark-problem', accused: 'a-9', desk: 'audit', followUpDays: 7 },
  ...{ dueAt: received + 72 * hour, text: sealed, by },
};

class Case {
  state: CaseState = noCase;
  readonly events: CaseEvent[] = [];
  private readonly context;

  constructor(policy: Policy, complaint: Partial<ComplaintFacts> = {}, imported = false) {
    this.context = { policies: new PolicyBook([policy]), newId };
    this.send(open(complaint, imported), received, imported);
  }

  send(command: CaseCommand, at: number, imported = false): this {
    const decided = decide(command, this.state, at, this.context);
    this.state = fold(this.state, decided, imported);
    this.events.push(...decided);
    return this;
  }

  runUntil(limit: number): this {
    const next = () => earliestInstant(this.state as OpenedCase, this.context.policies);
    for (let at = next(); at !== undefined && at <= limit; at = next()) {
      this.send({ type: 'tick' }, at);
    }
    return this;
  }

  acknowledge(at: number): this {
    const { alerts } = this.state as OpenedCase;
    return this.send({ type: 'acknowledge-alert', alertId: alerts.at(-1)!.id, by }, at);
  }

  /** Who was told of what, by the minute after the complaint came. */
  get told(): string[] {
    return this.events.flatMap((event) => {
      if (event.name !== 'alertRaised' && event.name !== 'alertClimbed') return [];
      const { cause, ladder, audience, at } = event.data;
      const after = Math.round((Date.parse(at) - received) / minute);
      return [`${cause} ${ladder?.step ?? audience} ${after}`];
    });
  }
}

describe('the triggers of a policy', () => {
  it('have a threat climb the ladder they name, in place of telling supervisors alone', () => {
    const given = new Case(policyWith([threat]), { threats: ['regulator'] });
    expect(given.runUntil(received + 100 * hour).told).toEqual([
      'threat desk 0',
      'threat branch 60',
      'threat head 90',
    ]);
    expect(given.events[1]!.data).toMatchObject({
      trigger: 'public-threat',
      next: { at: expect.any(String) },
    });
    expect(given.state).not.toHaveProperty('climbs');
  });

  it('stop when somebody acknowledges, and know nothing of the clocks that stop', () => {
    const given = new Case(policyWith([threat]), { threats: ['media'] });
    const contact = {
      type: 'record-contact',
      channel: 'phone',
      direction: 'outbound',
      by,
    } as const;
    given.send(contact, received + 10 * minute).runUntil(received + 60 * minute);
    given.acknowledge(received + 61 * minute).runUntil(received + 100 * hour);
    expect(given.told).toEqual(['threat desk 0', 'threat branch 60']);
  });

  it('leave what they do not wait for as it was', () => {
    const policy = policyWith([threat]);
    expect(new Case(policy, { threats: ['legal'] }).told).toEqual(['threat supervisor 0']);
    expect(new Case(policy, { priority: 'critical' }).told).toEqual(['critical supervisor 0']);
    expect(new Case(policy).told).toEqual([]);
  });

  it.each<[string, PolicyTrigger['on'], Partial<ComplaintFacts>, CaseCommand[]]>([
    ['severity', { severity: ['high', 'critical'] }, { priority: 'critical' }, []],
    [
      'severity',
      { severity: ['critical'] },
      {},
      [{ type: 'change-severity', severity: 'critical', by }],
    ],
    ['severity', { severity: ['critical'] }, {}, [{ type: 'triage', severity: 'critical', by }]],
    ['severity', { severity: ['high'] }, {}, [{ type: 'change-priority', priority: 'high', by }]],
    ['tier', { tier: ['vip'] }, {}, [{ type: 'change-tier', tier: 'vip', by }]],
    ['threat', { threat: ['media'] }, {}, [flag('legal', 'media')]],
    ['repeat', { repeat: 2 }, {}, [repeats(1), repeats(2)]],
    ['dissatisfied', { callback: 'dissatisfied' }, {}, [dissatisfied]],
    ['problem', { problem: 'marked' }, {}, [problem]],
  ])('tell of %s by %j', (cause, on, complaint, commands) => {
    const given = new Case(policyWith([one(on)]), complaint);
    commands.forEach((command) => given.send(command, received));
    expect(given.told.filter((told) => !told.includes('supervisor'))).toEqual([`${cause} desk 0`]);
  });

  it('never hold back from the desk of the accused that their conduct is a problem item', () => {
    const quiet = { tz: 'Asia/Shanghai', from: '09:30', to: '11:40' };
    const held = levels.map((level) => ({ ...level, quiet }));
    const given = new Case(policyWith([one({ problem: 'marked' })], held));
    given.send(problem, received + hour);
    expect(given.told).toEqual(['problem supervisor 60']);
    expect(given.events.at(-2)!.data).toMatchObject({ unit: 'audit', desk: 'audit' });
    expect(given.events.at(-1)!.name).toBe('alertHeld');
    const imported = new Case(policyWith([one({ problem: 'marked' })]), {}, true);
    expect(imported.send(problem, received).told).toEqual([]);
  });

  it('tell once of what stays as it is, and again of what comes back after somebody took it on', () => {
    const given = new Case(policyWith([threat]), { threats: ['media'] });
    given.send(flag('media'), received + minute).send(flag('regulator'), received + 2 * minute);
    expect(given.told).toEqual(['threat desk 0']);
    expect(given.state).toMatchObject({ threats: ['media', 'regulator'] });
    const anew = new Case(policyWith([one({ callback: 'dissatisfied' })]));
    anew
      .send(dissatisfied, received)
      .acknowledge(received)
      .send(dissatisfied, received + minute);
    expect(anew.told).toEqual(['dissatisfied desk 0', 'dissatisfied desk 1']);
  });

  it('tell of a dissatisfied callback beside opening its case again', () => {
    const given = new Case(policyWith([one({ callback: 'dissatisfied' })]));
    wayToResolved(received).forEach(([command, at]) => given.send(command, at));
    given.send(dissatisfied, received + hour);
    const names = given.events.map(({ name }) => name);
    expect(names.indexOf('reopened')).toBeGreaterThan(names.indexOf('feedbackNoted'));
    expect(given.runUntil(received + 3 * hour).told).toEqual([
      'dissatisfied desk 60',
      'dissatisfied branch 120',
      'dissatisfied head 150',
    ]);
  });

  it('tell anew of a case that ended and is worked again, although nobody took on what was told before', () => {
    const given = new Case(policyWith([one({ callback: 'dissatisfied' })]));
    wayToResolved(received).forEach(([command, at]) => given.send(command, at));
    given.send(dissatisfied, received);
    expect(given.told).toEqual(['dissatisfied desk 0']);
    given.send({ type: 'withdraw', channel: 'phone', by }, received + minute);
    given.send({ type: 'reopen', reason: 'not-settled', by }, received + 2 * minute);
    given.send(dissatisfied, received + 3 * minute);
    expect(given.told).toEqual(['dissatisfied desk 0', 'dissatisfied desk 3']);
  });

  it('tell nobody of history, nor of what has ended', () => {
    const policy = policyWith([threat]);
    expect(new Case(policy, { threats: ['media'] }, true).told).toEqual([]);
    const given = new Case(policy, { threats: ['media'] });
    given.send({ type: 'withdraw', channel: 'phone', by }, received + minute);
    expect(given.runUntil(received + 100 * hour).told).toEqual(['threat desk 0']);
    const words: CaseCommand = { type: 'flag-threats', threats: ['regulator'], source: 'text', by };
    expect(given.send(words, received + hour).told).toHaveLength(1);
    expect(() => given.send(flag('regulator'), received + hour)).toThrow(
      expect.objectContaining({ slug: 'illegal-transition' }),
    );
  });

  it('wait for quiet hours to end, counting from when it happened, never for a critical case', () => {
    const quiet = { tz: 'Asia/Shanghai', from: '08:00', to: '09:40' };
    const policy = policyWith([threat], [{ ...levels[0]!, quiet }, ...levels.slice(1)]);
    const given = new Case(policy, { threats: ['media'] });
    expect(given.events.at(-1)).toMatchObject({
      name: 'alertHeld',
      data: { trigger: 'public-threat' },
    });
    expect(given.runUntil(received + 70 * minute).told).toEqual([
      'threat desk 40',
      'threat branch 60',
    ]);
    const grave = new Case(policy, { threats: ['media'], priority: 'critical' });
    expect(grave.told).toContain('threat desk 0');
  });

  it('keep a note although nothing new is flagged, and flag nothing twice', () => {
    const given = new Case(policyWith([]), { threats: ['media'] });
    const before = given.events.length;
    given.send(flag('media'), received);
    expect(given.events).toHaveLength(before);
    given.send({ ...flag('media'), note: sealed } as CaseCommand, received);
    expect(given.events.at(-1)).toMatchObject({ name: 'threatsFlagged', data: { threats: [] } });
  });
});

describe('levels that name a unit and people', () => {
  const named: LadderLevel[] = [
    { ...levels[0]!, unit: 'quality' },
    { ...levels[1]!, people: ['a-9', 'a-8'] },
  ];
  const policy = policyWith([threat], named);

  it('say so in their events, and let them see the case from then on', () => {
    const given = new Case(policy, { threats: ['media'] });
    expect(given.events[1]!.data).toMatchObject({ unit: 'quality' });
    expect(alsoShownTo(given.state as OpenedCase)).toEqual(['unit:quality']);
    given.runUntil(received + hour);
    expect(given.events.at(-1)).toMatchObject({
      name: 'alertClimbed',
      data: { people: ['a-9', 'a-8'], before: [{ step: 'desk', unit: 'quality' }] },
    });
    const keys = ['unit:quality', 'agent:a-9', 'agent:a-8'];
    expect(alsoShownTo(given.state as OpenedCase)).toEqual(keys);
  });

  it('let those who take turns in a roster see the case', () => {
    const onCall = policyWith([threat], [{ ...levels[0]!, roster: 'night' }]);
    const { state } = new Case(onCall, { threats: ['media'] });
    const access = { sees: 'own', agentId: 's-9', units: ['west'] } as const;
    expect(maySee(access, state as OpenedCase)).toBe(false);
    expect(maySee({ ...access, rosters: ['night'] }, state as OpenedCase)).toBe(true);
  });

  it('never name somebody whom the case is kept from', () => {
    const given = new Case(policy, { threats: ['media'] });
    const accuse = { type: 'name-accused', accused: ['a-9'], conflicted: ['a-9'], by } as const;
    given.send(accuse, received + minute).runUntil(received + hour);
    expect(given.events.at(-1)).toMatchObject({ name: 'alertClimbed', data: { people: ['a-8'] } });
  });
});

function repeats(count: number): CaseCommand {
  const earlier = { caseId: newId(), number: `2026-000000${count}-4`, receivedAt: received - hour };
  return { type: 'link-repeat', earlier, by };
}
