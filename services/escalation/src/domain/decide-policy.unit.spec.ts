import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';
import { by, hour, newId, open, received, run } from '../../test/given-case.js';
import { movesUnder } from '../policies/policy-moves.js';
import type { CaseCommand } from './case-command.js';
import type { OpenedCase } from './case-state.js';
import { decide, fold } from './decide.js';
import { PolicyBook } from './policy-book.js';

const apply: CaseCommand = { type: 'apply-policy', version: 2, by: 'manager' };
const noon = received + 3 * hour;

/** The default policy as version 2, with its standard rule changed. */
function second(change: (policy: Policy, standard: Policy['rules'][number]) => void) {
  const policy = JSON.parse(JSON.stringify({ ...defaultPolicy, version: 2 })) as Policy;
  change(policy, policy.rules[1]!);
  return { policies: new PolicyBook([defaultPolicy, policy]), newId };
}
const longer = second((_, { clocks }) => {
  clocks.find(({ kind }) => kind === 'statutory')!.budget = { unit: 'calendar-days', days: 30 };
});
const opened = (imported = false) => run([[open({}, imported), received]], imported).state;

describe('another policy applied to an open case', () => {
  it('recalculates what it changes, keeps what it promises alike, and does it once', () => {
    const state = opened();
    const events = decide(apply, state, noon, longer).filter(
      ({ name }) => name !== 'warningReached',
    );
    const told = events.filter(({ name }) => name !== 'clockBreached' && name !== 'alertRaised');
    expect(told).toMatchObject([
      { name: 'policyChanged', data: { before: 1, policyVersion: 2, policyRule: 'standard' } },
      { name: 'clockRecalculated', data: { clockId: 'statutory', cause: 'policy', revision: 2 } },
    ]);
    const after = fold(state, events);
    expect(after).toMatchObject({ policyVersion: 2 });
    expect(decide(apply, after, noon, longer)).toEqual([]);
  });

  it('ends what is no longer promised and starts what only it promises', () => {
    const context = second((_, standard) => {
      standard.clocks = standard.clocks.filter(({ kind }) => kind !== 'resolution');
    });
    const moves = movesUnder(opened() as OpenedCase, 2, noon, context);
    expect(moves.filter(({ change }) => change !== 'unchanged')).toMatchObject([
      { clockId: 'resolution', change: 'ended', dueAfter: null },
    ]);
    const back = second(() => undefined);
    const without = { ...(opened() as OpenedCase), clocks: [] };
    const kinds = movesUnder(without, 2, noon, back).map(({ kind, change }) => `${kind} ${change}`);
    expect(kinds).toContain('resolution started');
  });

  it('breaches at once what is past due by then, at the instant it was due', () => {
    const context = second((_, { clocks }) => {
      clocks.find(({ kind }) => kind === 'statutory')!.budget = {
        unit: 'elapsed-minutes',
        minutes: 60,
      };
    });
    const events = decide(apply, opened(), noon, context);
    const breach = events.find(
      ({ name, data }) => name === 'clockBreached' && 'kind' in data && data.kind === 'statutory',
    );
    expect(breach?.data.at).toBe(new Date(received + hour).toISOString());
  });

  it('changes nothing where history was only recorded', () => {
    expect(decide(apply, opened(true), noon, longer)).toEqual([]);
  });

  it('is told in a dry run as it would be done', () => {
    const state = opened() as OpenedCase;
    const moves = movesUnder(state, 2, noon, longer);
    const done = fold(state, decide(apply, state, noon, longer)) as OpenedCase;
    const due = new Map(done.clocks.map(({ clockId, dueAt }) => [clockId, dueAt]));
    for (const { clockId, dueAfter } of moves) expect(Date.parse(dueAfter!)).toBe(due.get(clockId));
    expect(moves.find(({ change }) => change === 'later')).toMatchObject({ kind: 'statutory' });
  });
});

describe('a ladder', () => {
  const context = second((policy, { clocks }) => {
    policy.ladders = [
      {
        id: 'desk',
        levels: [
          { id: 'own', level: 1, audience: 'agent', after: { threshold: 0.5 }, next: 'branch' },
          { id: 'branch', level: 3, audience: 'manager', after: { breach: 0 } },
        ],
      },
    ];
    clocks[0]!.ladder = 'desk';
  });

  it('names the level and the audience of the alerts of its clock', () => {
    const state = fold({ stage: 'none' }, decide(open(), { stage: 'none' }, received, context));
    const events = decide(
      { type: 'assign', owner: 'a-8', by },
      state,
      received + 2 * hour + 1,
      context,
    );
    const alerts = events.flatMap(({ name, data }) =>
      name === 'alertRaised' && data.kind === 'acknowledge'
        ? [`${data.cause} ${data.level} ${data.audience}`]
        : [],
    );
    expect(alerts.at(-1)).toBe('breach 3 manager');
    const warned = decide({ type: 'tick' }, state, received + hour, context);
    expect(warned.find(({ name }) => name === 'alertRaised')?.data).toMatchObject({
      level: 1,
      audience: 'agent',
    });
  });
});
