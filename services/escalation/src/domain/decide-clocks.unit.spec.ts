import { describe, expect, it } from '@jest/globals';
import { pauseReason as wordedReason } from '#contracts';
import { pauseReason } from '#sla';
import type { SlaClock } from '#sla';
import {
  by,
  context,
  evidence,
  hour,
  names,
  open,
  received,
  resolve,
  run,
  sealed,
  wayToResolved,
} from '../../test/given-case.js';
import type { Given } from '../../test/given-case.js';
import type { CaseCommand } from './case-command.js';
import type { OpenedCase } from './case-state.js';
import { extensionLeft } from './decide-extensions.js';
import { decide } from './decide.js';

const minute = hour / 60;
const day = 24 * hour;
const pause: CaseCommand = { type: 'pause', reason: 'awaiting-customer', by };
const resume: CaseCommand = { type: 'resume', by };
const urgent: CaseCommand = { type: 'change-priority', priority: 'critical', by: 's-001' };
const contact: CaseCommand = {
  type: 'record-contact',
  channel: 'phone',
  direction: 'outbound',
  by,
};
const ask: CaseCommand = {
  type: 'request-extension',
  clock: 'statutory',
  reason: 'complex-facts',
  by,
};
const notice = { channel: 'phone' as const, text: sealed };
const approve: CaseCommand = { type: 'approve-extension', notice, by: 's-001' };

function clockOf({ state }: Given, clockId: string): SlaClock {
  const found = state.stage !== 'none' && state.clocks.find((clock) => clock.clockId === clockId);
  if (!found) throw new Error(`no clock ${clockId}`);
  return found;
}
const refusal = (given: Given, command: CaseCommand, at: number) => () =>
  decide(command, given.state, at, context);
const illegal = (message: RegExp) =>
  expect.objectContaining({
    slug: 'illegal-transition',
    message: expect.stringMatching(message),
  });
const opened = () => run([[open(), received]]);

describe('a paused case', () => {
  it('has every clock paused but the statutory one, and shows it', () => {
    const given = run([
      [open(), received],
      [pause, received + hour],
    ]);
    expect(given.state).toMatchObject({ status: 'paused', stage: 'control' });
    expect(clockOf(given, 'statutory').state).toBe('running');
    expect(clockOf(given, 'resolution').state).toBe('paused');
  });

  it('warns and breaches of nothing that is paused, and goes on with what was left', () => {
    const due = clockOf(opened(), 'acknowledge').dueAt;
    const given = run([
      [open(), received],
      [pause, received + hour],
      [{ type: 'tick' }, received + 3 * day],
      [resume, received + 3 * day],
    ]);
    expect(names(given)).not.toContain('clockBreached');
    expect(given.state).toMatchObject({ status: 'open' });
    expect(clockOf(given, 'acknowledge').dueAt).toBe(due + 3 * day - hour);
  });

  it('stays open while a clock that could be paused runs', () => {
    const one: CaseCommand = { ...pause, clocks: ['resolution'] } as CaseCommand;
    const given = run([
      [open(), received],
      [one, received],
    ]);
    expect(given.state).toMatchObject({ status: 'open' });
    expect(clockOf(given, 'resolution').state).toBe('paused');
  });

  it('is met by what is done during the pause: the clock goes on first', () => {
    const given = run([
      [open(), received],
      [pause, received + hour],
      [contact, received + 5 * day],
    ]);
    expect(names(given)).toContain('clockMet');
    const { state, stoppedAt, dueAt } = clockOf(given, 'acknowledge');
    expect(state).toBe('met');
    expect(stoppedAt).toBeLessThanOrEqual(dueAt);
  });

  it.each(['statutory', 'external'])('refuses to pause the %s clock by name', (kind) => {
    const given = run([[open({ externalDueAt: received + day }), received]]);
    const named = { ...pause, clocks: [kind] } as CaseCommand;
    expect(refusal(given, named, received)).toThrow(illegal(/can't be paused/));
  });

  it('refuses to pause twice, to resume what runs, and a name that no open clock has', () => {
    const paused = run([
      [open(), received],
      [pause, received],
    ]);
    expect(refusal(paused, pause, received)).toThrow(illegal(/no clock that runs/));
    expect(refusal(opened(), resume, received)).toThrow(illegal(/no clock of the case is paused/));
    const named = { ...pause, clocks: ['callback'] } as CaseCommand;
    expect(refusal(opened(), named, received)).toThrow(illegal(/no open clock callback/));
  });

  it('is not breached when it is paused in the millisecond in which it was due', () => {
    const { dueAt } = clockOf(opened(), 'acknowledge');
    const given = run([
      [open(), received],
      [pause, dueAt],
      [{ type: 'tick' }, dueAt + day],
    ]);
    expect(names(given)).not.toContain('clockBreached');
    expect(refusal(opened(), pause, dueAt + 1)().map(({ name }) => name)).toContain(
      'clockBreached',
    );
  });

  it('ends without a running or paused clock when it is resolved', () => {
    const given = run([[open(), received], [pause, received], ...wayToResolved(received + hour)]);
    expect(given.state).toMatchObject({ status: 'resolved' });
    expect(clockOf(given, 'resolution').state).toBe('met');
  });

  it('knows the same reasons as the policies do', () => {
    expect(wordedReason.options).toEqual(pauseReason.options);
  });
});

describe('a case of another priority', () => {
  it('is under another rule, its clocks recalculated, ended and started', () => {
    const given = run([
      [open(), received],
      [urgent, received + 10 * minute],
    ]);
    expect(given.state).toMatchObject({ priority: 'critical', policyRule: 'critical' });
    expect(clockOf(given, 'statutory').state).toBe('cancelled');
    expect(clockOf(given, 'statutory').rule).toBe('standard');
    const resolution = clockOf(given, 'resolution');
    expect(resolution).toMatchObject({ revision: 2, dueAt: received + day });
    expect(resolution.changes?.[0]).toMatchObject({ cause: 'priority' });
  });

  it('breaches at once what is past its new due instant, at that instant', () => {
    const given = run([
      [open(), received],
      [urgent, received + hour],
    ]);
    const breach = given.events.find(({ name }) => name === 'clockBreached')?.data;
    const at = new Date(received + hour / 2).toISOString();
    expect(breach).toMatchObject({ kind: 'acknowledge', at, revision: 2 });
  });

  it('stays paused, with its pause kept, and goes on with the new terms', () => {
    const given = run([
      [open(), received],
      [pause, received + 10 * minute],
      [urgent, received + 2 * day],
    ]);
    expect(given.state).toMatchObject({ status: 'paused', policyRule: 'critical' });
    expect(clockOf(given, 'resolution').pauses).toHaveLength(1);
    const resumed = decide(resume, given.state, received + 2 * day, context);
    const dueAt = new Date(received + 3 * day - 10 * minute).toISOString();
    expect(resumed).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ kind: 'resolution', dueAt }) }),
    );
  });

  it('gets back, from where it began, what a change had ended', () => {
    const calm: CaseCommand = { ...urgent, priority: 'normal' } as CaseCommand;
    const given = run([
      [open(), received],
      [urgent, received + minute],
      [calm, received + 2 * minute],
    ]);
    const again = clockOf(given, 'statutory#2');
    expect(again).toMatchObject({ state: 'running', startedAt: received, linkedTo: 'statutory' });
    expect(again.dueAt).toBe(clockOf(opened(), 'statutory').dueAt);
    expect(clockOf(given, 'resolution')).toMatchObject({
      revision: 3,
      dueAt: clockOf(opened(), 'resolution').dueAt,
    });
  });

  it('changes nothing when it is so already, or when the rule stays', () => {
    const given = opened();
    const same = { ...urgent, priority: 'normal' } as CaseCommand;
    expect(decide(same, given.state, received, context)).toEqual([]);
    const tier: CaseCommand = { type: 'change-tier', tier: 'vip', by };
    expect(decide(tier, given.state, received, context).map(({ name }) => name)).toEqual([
      'tierChanged',
    ]);
  });

  it('follows the severity', () => {
    const graded: CaseCommand = { type: 'change-severity', severity: 'critical', by };
    const given = run([
      [open(), received],
      [graded, received],
    ]);
    expect(given.state).toMatchObject({
      priority: 'critical',
      dimensions: { severity: 'critical' },
      policyRule: 'critical',
    });
  });
});

describe('an extension', () => {
  it('lengthens the clock once another person has approved it and told the customer', () => {
    const given = run([
      [open(), received],
      [ask, received + day],
      [approve, received + 2 * day],
    ]);
    const clock = clockOf(given, 'statutory');
    expect(clock).toMatchObject({ dueAt: received + 45 * day, revision: 2 });
    expect(given.state).not.toHaveProperty('extensionRequests.0');
    expect(refusal(given, ask, received + 3 * day)).toThrow(illegal(/no more/));
    expect(extensionLeft(given.state as OpenedCase, clock, context.policies)).toBeUndefined();
  });

  it('is decided by another person, with a notice to the customer, once it is asked for', () => {
    const given = run([
      [open(), received],
      [ask, received],
    ]);
    const own = { ...approve, by } as CaseCommand;
    expect(refusal(given, own, received)).toThrow(expect.objectContaining({ slug: 'forbidden' }));
    const silent = { ...approve, notice: undefined } as CaseCommand;
    expect(refusal(given, silent, received)).toThrow(
      expect.objectContaining({ slug: 'missing-evidence', missing: ['notice'] }),
    );
    expect(refusal(opened(), approve, received)).toThrow(illegal(/no extension is asked for/));
    expect(refusal(given, ask, received)).toThrow(illegal(/asked for already/));
  });

  it('is refused with a reason, and may be asked for again', () => {
    const refuse: CaseCommand = { type: 'refuse-extension', reason: 'not-justified', by: 's-001' };
    const given = run([
      [open(), received],
      [ask, received],
      [refuse, received + hour],
    ]);
    expect(clockOf(given, 'statutory').revision).toBe(1);
    expect(decide(ask, given.state, received + hour, context)).toHaveLength(1);
  });

  it('is neither asked for nor approved after the clock has expired', () => {
    const late = received + 16 * day;
    expect(refusal(opened(), ask, late)).toThrow(illegal(/expired at/));
    const asked = run([
      [open(), received],
      [ask, received],
    ]);
    expect(refusal(asked, approve, late)).toThrow(illegal(/expired at/));
  });

  it('is refused where the policy knows none', () => {
    const other = { ...ask, clock: 'resolution' } as CaseCommand;
    expect(refusal(opened(), other, received)).toThrow(illegal(/knows no extension/));
  });
});

describe('evidence that is told late', () => {
  const told = (at: number) => ({ ...contact, at }) as CaseCommand;

  it('corrects the verdict of a clock that was judged without it, and rewrites nothing', () => {
    const due = clockOf(opened(), 'acknowledge').dueAt;
    const given = run([
      [open(), received],
      [{ type: 'tick' }, due + hour],
      [told(due), due + hour],
    ]);
    const order = names(given).filter((name) => /^(clock|verdict)/.test(name));
    expect(order.slice(0, 2)).toEqual(['clockBreached', 'verdictCorrected']);
    expect(clockOf(given, 'acknowledge')).toMatchObject({ state: 'met', stoppedAt: due });
  });

  it('corrects it also where the work was done late meanwhile', () => {
    const due = clockOf(opened(), 'acknowledge').dueAt;
    const given = run([
      [open(), received],
      [contact, due + hour],
      [told(due - minute), due + 2 * hour],
    ]);
    expect(clockOf(given, 'acknowledge')).toMatchObject({ state: 'met', stoppedAt: due - minute });
  });

  it('leaves the verdict when it too came after the due instant', () => {
    const due = clockOf(opened(), 'acknowledge').dueAt;
    const given = run([
      [open(), received],
      [told(due + 1), due + hour],
    ]);
    expect(names(given)).not.toContain('verdictCorrected');
    expect(clockOf(given, 'acknowledge')).toMatchObject({ state: 'breached', stoppedAt: due + 1 });
  });

  it('ends a stage when it ended, but never before it began', () => {
    const ended = { ...evidence['control'], at: received + minute } as CaseCommand;
    const given = run([
      [open(), received],
      [ended, received + day],
    ]);
    expect(clockOf(given, 'stage:control')).toMatchObject({
      state: 'met',
      stoppedAt: received + minute,
    });
    expect(clockOf(given, 'stage:listen').startedAt).toBe(received + minute);
    const early = { ...evidence['listen'], at: received } as CaseCommand;
    expect(refusal(given, early, received + day)).toThrow(illegal(/listen began at/));
  });
});

describe('after an outage', () => {
  it('every event is made in due order, and one alert for each case and cause', () => {
    const { events } = run([
      [open(), received],
      [{ type: 'tick' }, received + 30 * day],
    ]);
    const fired = events.filter(({ name }) => /^(warning|clockB)/.test(name));
    const instants = fired.map(({ data }) => data.at);
    expect(instants).toEqual([...instants].sort());
    expect(fired).toHaveLength(5 * 4);
    const alerts = events.flatMap((event) => (event.name === 'alertRaised' ? [event.data] : []));
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ cause: 'breach', clockId: 'acknowledge' });
  });

  it('tells of the highest warning of what has only warned so far', () => {
    const { events } = run([
      [open(), received],
      [{ type: 'tick' }, received + hour * 1.9],
    ]);
    const alerts = events.flatMap((event) => (event.name === 'alertRaised' ? [event.data] : []));
    expect(alerts).toEqual([expect.objectContaining({ cause: 'warning', threshold: 0.9 })]);
  });
});

describe('a case that is reopened after a breach', () => {
  it('has fresh clocks, linked to those that keep their verdicts', () => {
    const reopen: CaseCommand = { type: 'reopen', reason: 'not-settled', by };
    const late = received + 20 * day;
    const given = run([
      [open(), received],
      [evidence['control']!, late],
      [evidence['listen']!, late],
      [evidence['establish']!, late],
      [evidence['apologise']!, late],
      [resolve, late],
      [reopen, late + hour],
    ]);
    expect(clockOf(given, 'resolution')).toMatchObject({ state: 'breached', stoppedAt: late });
    expect(clockOf(given, 'resolution#2')).toMatchObject({
      state: 'running',
      startedAt: late + hour,
      linkedTo: 'resolution',
    });
  });
});
