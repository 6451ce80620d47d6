import { describe, expect, it } from '@jest/globals';
import { hour, open, received, run, sealed } from '../../test/given-case.js';
import type { CaseCommand } from '../domain/case-command.js';
import type { OpenedCase } from '../domain/case-state.js';
import { dueClocks, dueTasks } from './due-of-case.js';

const iso = (instant: number) => new Date(instant).toISOString();
const [dueAt, later] = [received + 4 * hour, received + 5 * hour];
const order: CaseCommand = {
  ...{ type: 'co-handle', units: ['south'], dueAt, text: sealed, by: 'a-7' },
};
const action: CaseCommand = {
  ...{ type: 'plan-action', owner: 'a-9', dueAt: later, text: sealed, by: 'a-7' },
};
const given = run([
  [open(), received],
  [order, received],
  [action, received],
]);
const state = given.state as OpenedCase;

describe('what is due in a case', () => {
  it('are orders of the unit that is asked and actions of their owners, up to the instant', () => {
    const about = { caseId: state.id, number: state.number, priority: state.priority };
    const task = { ...about, kind: 'order', unit: 'south', owner: null, dueAt: iso(dueAt) };
    expect(dueTasks(state, dueAt - 1)).toEqual([]);
    expect(dueTasks(state, dueAt)).toMatchObject([task]);
    expect(dueTasks(state, later)).toMatchObject([
      task,
      { ...about, kind: 'action', owner: 'a-9', dueAt: iso(later) },
    ]);
  });

  it('is no action any more that is done', () => {
    const actions = state.resolution!.actions!.map((one) => ({ ...one, status: 'done' as const }));
    const done = { ...state, resolution: { ...state.resolution, actions } };
    expect(dueTasks(done, later)).toMatchObject([{ kind: 'order' }]);
  });

  it('are running clocks besides', () => {
    const clocks = dueClocks(state, received + 1_000 * hour);
    expect(clocks.length).toBeGreaterThan(0);
    expect(clocks.every((one) => one.caseId === state.id && 'clockId' in one)).toBe(true);
  });
});
