import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';
import { by, hour, newId, open, received, sealed } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import { CaseRefusal } from '../case-command.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { PolicyBook } from '../policy-book.js';

const minute = 60_000;
const leak: Policy['rules'][number] = {
  id: 'leak',
  match: { category: ['leak'] },
  clocks: [
    {
      ...{ kind: 'resolution', calendar: 'always', warnings: [0.5] },
      budget: { unit: 'elapsed-minutes', minutes: 240 },
    },
  ],
};
const injury: Policy['rules'][number] = {
  id: 'injury',
  match: { category: ['injury'] },
  safety: { desk: 'safety' },
  clocks: [
    {
      ...{ kind: 'acknowledge', calendar: 'always', warnings: [0.5] },
      budget: { unit: 'elapsed-minutes', minutes: 60 },
    },
  ],
};
const policy: Policy = { ...defaultPolicy, rules: [injury, leak, ...defaultPolicy.rules] };
const context = { policies: new PolicyBook([policy]), newId };

interface Given {
  state: OpenedCase;
  events: CaseEvent[];
}
function run(...commands: [CaseCommand, number][]): Given {
  let state: CaseState = noCase;
  const events = commands.flatMap(([command, after]) => {
    const decided = decide(command, state, received + after, context);
    state = fold(state, decided);
    return decided;
  });
  return { state: state as unknown as OpenedCase, events };
}
const amend = (codes: { category?: string; product?: string }): CaseCommand => ({
  ...{ type: 'amend-codes', reason: 'mis-keyed', note: sealed, by },
  ...codes,
});
const names = ({ events }: Given) => events.map(({ name }) => name);
const clockOf = ({ state }: Given, id: string) =>
  state.clocks.find(({ clockId }) => clockId === id)!;
const refusal = (given: Given, command: CaseCommand, after: number) => () =>
  decide(command, given.state, received + after, context);
const leakDimensions = {
  ...({ category: 'leak', channel: 'phone', severity: 'normal', tier: 'standard' } as const),
  unit: 'north',
};
const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };

describe('codes that were keyed wrong', () => {
  it('are put right with both readings, and clocks are recalculated under the rule they select', () => {
    const before = run([open(), 0]);
    const given = run([open(), 0], [amend({ category: 'leak', product: 'meter' }), hour]);
    expect(given.state).toMatchObject({
      policyRule: 'leak',
      dimensions: { category: 'leak', product: 'meter', unit: 'north' },
    });
    expect(given.events.find(({ name }) => name === 'codesAmended')!.data).toMatchObject({
      ...{ reason: 'mis-keyed', policyRule: 'leak', by },
      before: { category: 'billing' },
      after: { category: 'leak', product: 'meter' },
    });
    const resolution = clockOf(given, 'resolution');
    expect(resolution).toMatchObject({ revision: 2, dueAt: received + 4 * hour });
    expect(resolution.changes).toMatchObject([
      {
        cause: 'codes',
        before: { rule: before.state.policyRule, dueAt: clockOf(before, 'resolution').dueAt },
        after: { rule: 'leak', dueAt: received + 4 * hour },
      },
    ]);
    expect(clockOf(given, 'statutory').state).toBe('cancelled');
  });

  it('never hide a breach: what is due is judged first, and a new due time that has passed at once', () => {
    const urgent = run([open(), 0], [amend({ category: 'leak' }), 5 * hour]);
    expect(clockOf(urgent, 'resolution').state).toBe('breached');
    const late = run(
      [open({ dimensions: leakDimensions }), 0],
      [amend({ category: 'billing' }), 5 * hour],
    );
    expect(clockOf(late, 'resolution')).toMatchObject({ state: 'breached', revision: 1 });
    expect(names(late).indexOf('clockBreached')).toBeLessThan(names(late).indexOf('codesAmended'));
  });

  it('change nothing when they are so already, and no clock where the rule stays', () => {
    const given = run([open(), 0]);
    expect(refusal(given, amend({ category: 'billing', product: 'none' }), minute)()).toEqual([]);
    const events = refusal(given, amend({ product: 'meter' }), minute)();
    expect(events.map(({ name }) => name)).toEqual(['codesAmended']);
  });

  it('take a product away that the case is not about', () => {
    const given = run(
      [open(), 0],
      [amend({ product: 'meter' }), minute],
      [amend({ product: 'none' }), 2 * minute],
    );
    expect(given.state.dimensions).not.toHaveProperty('product');
    expect(given.events.at(-1)!.data).toMatchObject({ before: { product: 'meter' } });
  });

  it('of a case that has ended move no clock, and hold when it is reopened', () => {
    const ended = run([open(), 0], [withdraw, hour], [amend({ category: 'leak' }), 2 * hour]);
    expect(names(ended).at(-1)).toBe('codesAmended');
    expect(ended.state.clocks.map(({ state }) => state)).not.toContain('running');
    const reopen: CaseCommand = { type: 'reopen', reason: 'new-facts', by };
    const again = fold(ended.state, decide(reopen, ended.state, received + 3 * hour, context));
    expect((again as OpenedCase).clocks.at(-1)).toMatchObject({
      ...{ kind: 'resolution', dueAt: received + 7 * hour },
    });
  });
});

describe('codes that a safety rule matches', () => {
  it('have the case leave the flow in the same decision', () => {
    const given = run([open(), 0], [amend({ category: 'injury' }), hour]);
    expect(given.state).toMatchObject({ safety: { desk: 'safety' }, policyRule: 'injury' });
    expect(given.state.dimensions).toMatchObject({ category: 'injury', unit: 'safety' });
    expect(names(given)).toEqual(expect.arrayContaining(['codesAmended', 'leftForSafety']));
    expect(refusal(given, amend({ category: 'billing' }), 2 * hour)).toThrow(/normal flow/);
  });

  it('are refused of a case that has ended', () => {
    const ended = run([open(), 0], [withdraw, hour]);
    expect(refusal(ended, amend({ category: 'injury' }), 2 * hour)).toThrow(CaseRefusal);
    expect(refusal(ended, amend({ category: 'injury' }), 2 * hour)).toThrow(/reopen the case/);
  });
});
