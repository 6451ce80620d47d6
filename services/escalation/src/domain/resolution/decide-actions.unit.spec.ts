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
import { alsoShownTo } from '../access/case-access.js';
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
  it('is not theirs to move, drop or end, nor to whom it is given', () => {
    const { state, actionId } = planned([accused, received]);
    const given = (command: CaseCommand) => () => decide(command, state, received, context);
    for (const who of ['a-2', 's-9']) {
      const moving = { ...move(actionId, { owner: 'a-3' }), by: who } as CaseCommand;
      for (const command of [moving, drop(actionId, who), done(actionId, who)]) {
        expect(given(command)).toThrow(refusal('forbidden'));
      }
      expect(given({ ...plan, owner: who })).toThrow(/somebody else has to carry the action out/);
    }
    expect(given(move(actionId, { owner: 's-9' }))).toThrow(refusal('illegal-transition'));
    expect(given(move(actionId, { dueAt: dueAt + hour }))).not.toThrow();
    expect(given(move(actionId, { owner: 'a-3' }))).not.toThrow();
  });
});

describe('a preventive action that concerns somebody, as a training', () => {
  const training: CaseCommand = { ...plan, owner: 'a-3', concerns: 'a-2' };
  const sent = () => {
    const state = run([
      [open(), received],
      [accused, received],
      [training, received],
    ]).state as OpenedCase;
    return { state, actionId: state.resolution!.actions!.at(-1)!.id };
  };

  it('is seen to by another, also where it concerns who the case is about', () => {
    const { state, actionId } = sent();
    expect(state.resolution!.actions).toMatchObject([{ owner: 'a-3', concerns: 'a-2' }]);
    expect(alsoShownTo(state)).toEqual(['agent:a-3']);
    expect(decide(done(actionId, 'a-3'), state, received, context)).toMatchObject([
      { name: 'actionDone' },
    ]);
  });

  it('is not given to whom it concerns, nor theirs to end, move or drop', () => {
    const { state, actionId } = planned();
    const given = (command: CaseCommand, known = state) => {
      return () => decide(command, known, received, context);
    };
    const own: CaseCommand = { ...plan, owner: 'a-4', concerns: 'a-4' };
    expect(given(own)).toThrow('a-4 is who the action concerns');
    expect(given(done(actionId, 'a-2'))).not.toThrow();
    const about = after(state, { ...plan, owner: 'a-3', concerns: 'a-4' }, received);
    const { id } = about.resolution!.actions!.at(-1)!;
    expect(given(move(id, { owner: 'a-4' }), about)).toThrow('a-4 is who the action concerns');
    const moving = { ...move(id, { owner: 'a-5' }), by: 'a-4' } as CaseCommand;
    for (const command of [moving, drop(id, 'a-4'), done(id, 'a-4')]) {
      expect(given(command, about)).toThrow(/the action concerns you/);
    }
  });
});
