import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { PolicyQueue } from '#sla';
import { by, hour, newId, open, received, sealed } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { PolicyBook } from '../policy-book.js';
import { queueOf } from './case-queue.js';

const queue = (id: string, terms: Partial<PolicyQueue>): PolicyQueue => ({
  ...{ id, title: { zh: id, en: id }, match: {}, handlingMinutes: 10 },
  ...terms,
});
const queues = [
  queue('urgent', { match: { severity: ['critical'] } }),
  queue('billing', { match: { category: ['billing'] }, talkMinutes: 3, costPerHour: 45 }),
  queue('long', { match: { category: ['leak'] }, handlingMinutes: 20 }),
  queue('experts', { match: { tier: ['vip'] }, costPerHour: 90 }),
];
const withQueues = new PolicyBook([{ ...defaultPolicy, queues }]);
const without = new PolicyBook([defaultPolicy]);

function given(commands: readonly CaseCommand[], policies = withQueues, imported = false) {
  let state: CaseState = noCase;
  const events: CaseEvent[] = [];
  for (const [index, command] of [open({}, imported), ...commands].entries()) {
    const decided = decide(command, state, received + index, { policies, newId });
    events.push(...decided);
    state = fold(state, decided, imported);
  }
  const opened = state as OpenedCase;
  return { state: opened, events, queue: queueOf(opened, policies)?.id };
}
const move = (to: string): CaseCommand => ({ type: 'move-to-queue', queue: to, note: sealed, by });
const spent = (seconds: number, activity: 'call' | 'research' = 'call'): CaseCommand => ({
  ...{ type: 'record-handling', activity, seconds, by },
});
const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
const lastOf = (...commands: CaseCommand[]) => given(commands).events.at(-1)!.data;

describe('the queue of a case', () => {
  it('follows from its facts, and from where somebody put it', () => {
    expect(given([]).queue).toBe('billing');
    expect(given([{ type: 'change-priority', priority: 'critical', by }]).queue).toBe('urgent');
    const moved = given([move('experts'), { type: 'change-priority', priority: 'critical', by }]);
    expect(moved.queue).toBe('experts');
    expect(lastOf(move('experts'))).toMatchObject({ before: 'billing', queue: 'experts' });
  });

  it('does not exist under a policy without queues, and nothing in the state tells of it', () => {
    const { queue: none, state } = given([], without);
    expect(none).toBeUndefined();
    expect(state).not.toHaveProperty('queue');
    expect(state).not.toHaveProperty('handling');
  });

  it('is not changed to the one that it is in, nor of a case that has ended', () => {
    expect(() => given([move('billing')])).toThrow(/in billing already/);
    expect(() => given([withdraw, move('experts')])).toThrow(/closed/);
  });
});

describe('the time that is spent on a case', () => {
  it('adds up, is held to the target of its queue, and a call to its limit', () => {
    expect(lastOf(spent(180))).toMatchObject({
      ...{ totalSeconds: 180, targetSeconds: 600, isOverTarget: false },
      ...{ limitSeconds: 180, isOverLimit: false, cost: 2.25, totalCost: 2.25 },
    });
    expect(lastOf(spent(181))).toMatchObject({ isOverLimit: true });
    const research = lastOf(spent(180), spent(420, 'research'));
    expect(research).toMatchObject({ totalSeconds: 600, isOverTarget: false, isOverLimit: false });
    expect(research).not.toHaveProperty('limitSeconds');
    const { events } = given([spent(180), spent(421, 'research')]);
    expect(events.at(-2)!.data).toMatchObject({ isOverTarget: true });
  });

  const told = (commands: CaseCommand[], imported = false) =>
    given(commands, withQueues, imported).events.flatMap(({ name, data }) =>
      name === 'alertRaised' ? [data] : [],
    );

  it('has supervisors told when it crosses the target of its queue, once for each queue', () => {
    expect(told([spent(600)])).toEqual([]);
    expect(told([spent(600), spent(1), spent(900)])).toMatchObject([
      { cause: 'over-target', level: 1, audience: 'supervisor', dimensions: { unit: 'north' } },
    ]);
    const back = [spent(601), move('experts'), spent(60), move('billing'), spent(60)];
    expect(told(back)).toHaveLength(1);
    expect(told([spent(601), move('long'), spent(600), spent(60)])).toHaveLength(2);
  });

  it('tells nobody of what is imported or has ended', () => {
    expect(told([spent(601)], true)).toEqual([]);
    expect(told([withdraw, spent(601)])).toEqual([]);
  });

  it('costs what its queue names then: moving a case changes nothing that was counted', () => {
    const { state } = given([spent(360), move('experts'), spent(360)]);
    expect(state.handling).toEqual({ seconds: 720, cost: 13.5 });
    const urgent: CaseCommand = { type: 'change-priority', priority: 'critical', by };
    const free = given([spent(360), urgent, spent(hour / 1_000)]);
    expect(free.state.handling).toEqual({ seconds: 3_960, cost: 4.5 });
    expect(free.events.at(-1)!.data).not.toHaveProperty('cost');
  });

  it('counts without a queue too, and after the case has ended', () => {
    const { state, events } = given([spent(60), withdraw, spent(30)], without);
    expect(state.handling).toEqual({ seconds: 90 });
    expect(events.at(-1)!.data).toMatchObject({ isOverTarget: false, isOverLimit: false });
    expect(events.at(-1)!.data).not.toHaveProperty('queue');
  });
});
