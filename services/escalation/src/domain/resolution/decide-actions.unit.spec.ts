import { describe, expect, it } from '@jest/globals';
import {
  by,
  context,
  hour,
  open,
  policies,
  received,
  run,
  sealed,
} from '../../../test/given-case.js';
import { alsoShownTo, maySee } from '../access/case-access.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { provenByResolution } from './resolution-state.js';

const day = 24 * hour;
const dueAt = received + day;
const plan: CaseCommand = { type: 'plan-action', owner: 'a-2', dueAt, text: sealed, by };
const tick: CaseCommand = { type: 'tick' };
const refusal = (slug: string) => expect.objectContaining({ slug });
const planned = (...more: [CaseCommand, number][]) => {
  const state = run([[open(), received], [plan, received], ...more]).state as OpenedCase;
  return { state, actionId: state.resolution!.actions!.at(-1)!.id };
};
const accused: CaseCommand = {
  type: 'name-accused',
  accused: ['a-2'],
  conflicted: ['a-2', 's-9'],
  by,
};
const move = (actionId: string, to: { owner?: string; dueAt?: number }): CaseCommand => ({
  type: 'move-action',
  actionId,
  reason: 'workload',
  ...to,
  by,
});
const drop = (actionId: string, who = by): CaseCommand => ({
  type: 'drop-action',
  actionId,
  reason: 'replaced',
  by: who,
});
const done = (actionId: string, who = by): CaseCommand => ({
  type: 'complete-action',
  actionId,
  by: who,
});
const after = (state: OpenedCase, command: CaseCommand, now: number) =>
  fold(state, decide(command, state, now, context)) as OpenedCase;

describe('a preventive action that is moved', () => {
  it('is timed and shown by its new owner and instant, and says what it was before', () => {
    const { state, actionId } = planned();
    const later = dueAt + day;
    const command = move(actionId, { owner: 'a-3', dueAt: later });
    expect(decide(command, state, received, context)).toMatchObject([
      {
        name: 'actionMoved',
        data: {
          owner: 'a-3',
          dueAt: new Date(later).toISOString(),
          ownerBefore: 'a-2',
          dueBefore: new Date(dueAt).toISOString(),
          reason: 'workload',
        },
      },
    ]);
    const moved = after(state, command, received);
    expect(moved.resolution!.actions).toEqual([
      { id: actionId, owner: 'a-3', dueAt: later, status: 'open' },
    ]);
    expect(alsoShownTo(moved)).toEqual(['agent:a-3']);
    expect(decide(move(actionId, { owner: 'a-3' }), moved, received, context)).toEqual([]);
  });

  it('is late anew at its new instant, and stays late where only its owner changes', () => {
    const { state, actionId } = planned([tick, dueAt + 1]);
    const now = dueAt + hour;
    const given = after(state, move(actionId, { owner: 'a-3' }), now);
    expect(given.resolution!.actions).toMatchObject([{ status: 'overdue', owner: 'a-3' }]);
    const moved = after(state, move(actionId, { dueAt: now + hour }), now);
    expect(moved.resolution!.actions).toMatchObject([{ status: 'open' }]);
    expect(earliestInstant(moved, policies)).toBeLessThanOrEqual(now + hour + 1);
    const names = decide(tick, moved, now + hour + 1, context).map(({ name }) => name);
    expect(names).toContain('actionOverdue');
  });

  it('is not moved, dropped or done once it is done or dropped', () => {
    const { state, actionId } = planned();
    const dropped = after(state, drop(actionId), received);
    const ended = after(state, done(actionId), received);
    for (const over of [dropped, ended]) {
      for (const command of [move(actionId, { owner: 'a-3' }), drop(actionId), done(actionId)]) {
        expect(() => decide(command, over, received, context)).toThrow(
          refusal('illegal-transition'),
        );
      }
    }
    const other = move('another', { owner: 'a-3' });
    expect(() => decide(other, state, received, context)).toThrow(refusal('not-found'));
  });
});

describe('a preventive action that is dropped', () => {
  it('falls due no more, is nobody’s to see, and is no evidence', () => {
    const { state, actionId } = planned();
    const isProven = provenByResolution['preventiveAction']!;
    expect(isProven(state.resolution!)).toBe(true);
    const dropped = after(state, drop(actionId), received);
    expect(isProven(dropped.resolution!)).toBe(false);
    expect(alsoShownTo(dropped)).toBeUndefined();
    const names = decide(tick, dropped, dueAt + 1, context).map(({ name }) => name);
    expect(names).not.toContain('actionOverdue');
  });
});

describe('a preventive action of a case that is kept from somebody', () => {
  it('is not theirs to move, drop or end, but for a training of the accused', () => {
    const { state, actionId } = planned([accused, received]);
    for (const who of ['a-2', 's-9']) {
      const kept = [{ ...move(actionId, { owner: 'a-3' }), by: who }, drop(actionId, who)];
      for (const command of kept as CaseCommand[]) {
        expect(() => decide(command, state, received, context)).toThrow(refusal('forbidden'));
      }
    }
    expect(() => decide(done(actionId, 's-9'), state, received, context)).toThrow(
      refusal('forbidden'),
    );
    expect(decide(done(actionId, 'a-2'), state, received, context)).toMatchObject([
      { name: 'actionDone' },
    ]);
  });

  it('is given to the accused, and to nobody who answers for them', () => {
    const { state, actionId } = planned([accused, received]);
    const given = (command: CaseCommand) => () => decide(command, state, received, context);
    expect(given({ ...plan, owner: 's-9' })).toThrow(refusal('illegal-transition'));
    expect(given(move(actionId, { owner: 's-9' }))).toThrow(refusal('illegal-transition'));
    expect(given({ ...plan, owner: 'a-2' })).not.toThrow();
    expect(given(move(actionId, { dueAt: dueAt + hour }))).not.toThrow();
  });

  it('lets the accused into the case for that alone', () => {
    const { state, actionId } = planned([accused, received]);
    const access = (agentId: string, ends?: string) =>
      ({ sees: 'own', agentId, units: [], ...(ends && { ends }) }) as const;
    expect(maySee(access('a-2'), state)).toBe(false);
    expect(maySee(access('a-2', actionId), state)).toBe(true);
    expect(maySee(access('s-9', actionId), state)).toBe(false);
    expect(maySee(access('a-2', 'another'), state)).toBe(false);
    const ended = after(state, done(actionId), received);
    expect(maySee(access('a-2', actionId), ended)).toBe(false);
  });
});
