import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from './default-policy.js';
import { selectQueue } from './policy-queues.js';
import type { PolicyQueue } from './policy-queues.js';
import { validatePolicy } from './policy-validation.js';

const queue = (id: string, match: PolicyQueue['match'], more: object = {}): PolicyQueue => ({
  ...{ id, title: { zh: id, en: id }, match, handlingMinutes: 20 },
  ...more,
});
const queues = [
  queue('leaks', { category: ['leak'], severity: ['high', 'critical'] }),
  queue('billing', { category: ['billing'] }, { talkMinutes: 3, costPerHour: 45 }),
  queue('vip', { tier: ['vip'] }),
];
const facts = { category: 'billing', severity: 'normal', tier: 'vip', channel: 'phone' };
const problemsOf = (given: unknown[]) =>
  validatePolicy({ ...defaultPolicy, queues: given }).problems.map(
    ({ path, rule }) => `${path} ${rule}`,
  );

describe('queues of a policy', () => {
  it('take a case by the first that matches, and leave out what none matches', () => {
    expect(selectQueue({ queues }, facts)?.id).toBe('billing');
    expect(selectQueue({ queues }, { ...facts, category: 'leak' })?.id).toBe('vip');
    expect(selectQueue({ queues }, { ...facts, category: 'leak', severity: 'high' })?.id).toBe(
      'leaks',
    );
    expect(selectQueue({ queues }, { ...facts, category: 'x', tier: 'key' })).toBeUndefined();
    expect(selectQueue({}, facts, 'billing')).toBeUndefined();
  });

  it('keep a case where somebody put it, as long as there is such a queue', () => {
    expect(selectQueue({ queues }, facts, 'leaks')?.id).toBe('leaks');
    expect(selectQueue({ queues }, facts, 'gone')?.id).toBe('billing');
  });

  it('are valid with and without a limit of calls and a cost', () => {
    expect(problemsOf(queues)).toEqual([]);
  });

  it('are refused with every problem that they have', () => {
    const problems = problemsOf([
      ...[queues[1], queue('billing', { channel: ['phone'] })],
      queue('phone billing', { category: ['billing'], channel: ['phone'] }),
      { ...queue('free', { unit: ['north'] }), handlingMinutes: 0, colour: 'red' },
    ]);
    expect(problems.sort()).toEqual([
      'queues.1.id unique-id',
      'queues.2.id format:regex',
      'queues.2.match unreachable-queue',
      'queues.3.colour unknown-field',
      'queues.3.handlingMinutes minimum:0',
    ]);
    expect(problemsOf([])).toEqual(['queues minimum:1']);
  });
});
