import { describe, expect, it } from '@jest/globals';
import type { Role } from '#contracts';
import {
  by,
  context,
  hour,
  names,
  open,
  policies,
  received,
  run,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide } from '../decide.js';
import type { ResolutionCommand } from './resolution-command.js';

const text = sealed;
const day = 24 * hour;
const dueAt = received + 3 * day;
const apologise: CaseCommand = { type: 'record-apology', channel: 'phone', text, by };
const cause: CaseCommand = { type: 'record-cause', cause: 'system.billing', text, by };
const plan: CaseCommand = { type: 'plan-action', owner: 'a-2', dueAt, text, by };
const offer = (cost: number, roles: Role[] = ['agent']): CaseCommand => ({
  type: 'offer-remedy',
  kind: 'refund',
  ...{ cost, text, by, roles },
});
const settled = (...commands: CaseCommand[]) => {
  const given = run([
    [open(), received],
    ...commands.map((one): [CaseCommand, number] => [one, received + hour]),
  ]);
  return { ...given, state: given.state as OpenedCase };
};
const decideOn = (
  remedyId: string,
  roles: Role[],
  changes: Partial<Extract<ResolutionCommand, { type: 'decide-remedy' }>> = {},
): CaseCommand => ({
  type: 'decide-remedy',
  ...{ remedyId, approved: true, by: 's-1', roles },
  ...changes,
});
const refusal = (slug: string) => expect.objectContaining({ slug });

describe('a remedy', () => {
  it.each([
    [500, ['agent'], 'granted'],
    [500.01, ['agent'], 'proposed'],
    [5_000, ['agent', 'supervisor'], 'granted'],
    [5_001, ['supervisor'], 'proposed'],
    [0.01, ['bi'], 'proposed'],
  ] as [number, Role[], string][])('of %d by %j is %s', (cost, roles, status) => {
    const { state } = settled(offer(cost, roles));
    expect(state.resolution?.remedies).toMatchObject([{ cost, status }]);
  });

  it('in parts is one amount, for whoever gives and for whoever decides', () => {
    const { state } = settled(offer(300), offer(200), offer(1), offer(4_900));
    const remedies = state.resolution!.remedies!;
    expect(remedies.map(({ status }) => status)).toEqual([
      ...['granted', 'granted', 'proposed', 'proposed'],
    ]);
    const decided = (index: number, roles: Role[]) => () =>
      decide(decideOn(remedies[index]!.id, roles), state, received + hour, context);
    expect(decided(2, ['supervisor'])).not.toThrow();
    expect(decided(3, ['supervisor'])).toThrow(refusal('forbidden'));
    expect(decided(3, ['manager'])).not.toThrow();
  });

  it('is decided once, by somebody else whose authority covers it', () => {
    const { state } = settled(offer(6_000));
    const { id } = state.resolution!.remedies![0]!;
    const now = received + hour;
    const asked = (command: CaseCommand) => () => decide(command, state, now, context);
    expect(asked(decideOn(id, ['manager'], { by }))).toThrow(refusal('forbidden'));
    expect(asked(decideOn(id, ['supervisor']))).toThrow(refusal('forbidden'));
    expect(asked(decideOn(id, ['supervisor'], { approved: false }))).not.toThrow();
    expect(asked(decideOn('another', ['manager']))).toThrow(refusal('not-found'));
    const decided = settled(offer(6_000));
    const remedyId = decided.state.resolution!.remedies![0]!.id;
    const approved = decide(decideOn(remedyId, ['manager']), decided.state, now, context);
    expect(approved).toMatchObject([{ name: 'remedyDecided', data: { approved: true } }]);
    const small = settled(offer(1));
    const granted = small.state.resolution!.remedies![0]!.id;
    expect(() => decide(decideOn(granted, ['manager']), small.state, now, context)).toThrow(
      refusal('illegal-transition'),
    );
  });

  it('counts as evidence once it is granted, and so do apology, cause and action', () => {
    const bare = { evidence: { customerTold: true }, texts: { resolution: sealed } };
    const resolve: CaseCommand = { type: 'resolve', ...bare, by };
    const upTo = wayToResolved(received).slice(0, 3);
    const stop: CaseCommand = {
      type: 'complete-stage',
      ...{ stage: 'apologise', evidence: {}, texts: {}, by },
    };
    const steps = (cost: number): [CaseCommand, number][] => [
      [open(), received],
      ...upTo,
      ...[apologise, offer(cost), cause, plan].map((one): [CaseCommand, number] => [one, received]),
      [stop, received],
      [resolve, received],
    ];
    expect(run(steps(80)).state).toMatchObject({ status: 'resolved' });
    expect(() => run(steps(800))).toThrow(expect.objectContaining({ missing: ['remedyOffered'] }));
  });

  it('is offered anew when the case is opened again; actions go on', () => {
    const again: CaseCommand = { type: 'reopen', reason: 'not-settled', by };
    const { state } = run([
      [open(), received],
      ...[apologise, offer(80), cause, plan].map((one): [CaseCommand, number] => [one, received]),
      ...wayToResolved(received),
      [again, received + hour],
    ]);
    expect(state).toMatchObject({ stage: 'listen' });
    expect((state as OpenedCase).resolution).toEqual({
      remedies: [expect.objectContaining({ cost: 80, status: 'granted', earlier: true })],
      actions: [expect.objectContaining({ owner: 'a-2', status: 'open', earlier: true })],
    });
  });

  it('is not offered any more once the case is closed; a cause may still be found', () => {
    const close: CaseCommand = { type: 'close', reason: 'customer-informed', by };
    const { state } = run([[open(), received], ...wayToResolved(received), [close, received]]);
    expect(() => decide(offer(1), state, received, context)).toThrow(refusal('illegal-transition'));
    expect(decide(cause, state, received, context)).toMatchObject([{ name: 'causeFound' }]);
  });
});

describe('a preventive action', () => {
  it('is overdue a millisecond after its instant, once, with an alert, even of a closed case', () => {
    const close: CaseCommand = { type: 'close', reason: 'customer-informed', by };
    const { state } = run([
      [open(), received],
      [plan, received],
      ...wayToResolved(received),
      [close, received],
    ]);
    const closed = state as OpenedCase;
    expect(earliestInstant(closed, policies)).toBe(dueAt + 1);
    const tick: CaseCommand = { type: 'tick' };
    expect(decide(tick, state, dueAt, context)).toEqual([]);
    const due = decide(tick, state, dueAt + 1, context);
    expect(due).toMatchObject([
      { name: 'actionOverdue', data: { owner: 'a-2', at: new Date(dueAt).toISOString() } },
      { name: 'alertRaised', data: { cause: 'breach', owner: 'a-2', audience: 'supervisor' } },
    ]);
    const late = run([
      [open(), received],
      [plan, received],
      [tick, dueAt + 1],
      [tick, dueAt + day],
    ]);
    expect(names(late).filter((name) => name === 'actionOverdue')).toHaveLength(1);
  });

  it('that is done in time is never overdue, and done late says so', () => {
    const { state } = settled(plan);
    const done: CaseCommand = {
      type: 'complete-action',
      actionId: state.resolution!.actions![0]!.id,
      by,
    };
    const inTime = decide(done, state, dueAt, context);
    expect(inTime.at(-1)).toMatchObject({ name: 'actionDone', data: { isLate: false } });
    const late = decide(done, state, dueAt + 1, context).map(({ name }) => name);
    expect(late.slice(-3)).toEqual(['actionOverdue', 'alertRaised', 'actionDone']);
  });
});
