import { describe, expect, it } from '@jest/globals';
import {
  by,
  context,
  evidence,
  hour,
  names,
  open,
  received,
  run,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase, WorkStage } from '../case-state.js';
import { decide } from '../decide.js';

const override = (stage: WorkStage): CaseCommand => ({
  ...{ type: 'override-stage', stage, reason: 'customer-unreachable', note: sealed },
  by: 's-1',
});
const refused = (slug: string, detail: RegExp) =>
  expect.objectContaining({ slug, message: expect.stringMatching(detail) });

describe('the end of a stage by the word of a supervisor', () => {
  it('says what was missing, and is marked as passed without it', () => {
    const facts: CaseCommand = {
      ...{ type: 'add-evidence', stage: 'listen', evidence: { product: 'meter' } },
      ...{ texts: { facts: sealed }, by },
    };
    const { events, state } = run([
      [open(), received],
      [evidence['control']!, received],
      [facts, received],
      [override('listen'), received + hour],
    ]);
    const missing = ['happenedAt', 'place', 'remedySought'];
    expect(events.find(({ name }) => name === 'stageOverridden')?.data).toMatchObject({
      ...{ stage: 'listen', missing, reason: 'customer-unreachable', note: sealed, by: 's-1' },
    });
    expect(events.filter(({ name }) => name === 'stageCompleted').at(-1)?.data).toMatchObject({
      ...{ stage: 'listen', next: 'establish', evidence: { product: 'meter' }, by: 's-1' },
      skipped: 'overridden by a supervisor',
    });
    const at = received + hour;
    expect(state).toMatchObject({
      stage: 'establish',
      dimensions: { product: 'meter' },
      overrides: [{ stage: 'listen', missing, reason: 'customer-unreachable', at, by: 's-1' }],
    });
  });

  it('stops the clock of the stage and starts that of the next one, as any other end does', () => {
    const after = (ended: CaseCommand) =>
      run([
        [open(), received],
        [evidence['control']!, received],
        [ended, received + hour],
      ]);
    const withEvidence = names(after(evidence['listen']!));
    const without = names(after(override('listen'))).filter((name) => name !== 'stageOverridden');
    expect(without).toEqual(withEvidence);
  });

  it('answers no promise that only evidence answers: who was told nothing is still to be told', () => {
    const states = (ended: CaseCommand) => {
      const { state } = run([
        [open(), received],
        [ended, received],
      ]);
      const { clocks } = state as OpenedCase;
      return clocks
        .filter(({ clockId }) => ['acknowledge', 'stage:control'].includes(clockId))
        .map(({ clockId, state: found }) => `${clockId} ${found}`);
    };
    expect(states(override('control'))).toEqual(['acknowledge running', 'stage:control met']);
    expect(states(evidence['control']!)).toEqual(['acknowledge met', 'stage:control met']);
  });

  it('resolves the case where the last stage is ended so, and keeps the mark when it is opened again', () => {
    const [control, listen, establish, apologise] = wayToResolved(received);
    const again: CaseCommand = { type: 'reopen', reason: 'not-settled', by };
    const { events, state } = run([
      ...[[open(), received] as [CaseCommand, number], control!, listen!, establish!, apologise!],
      [override('resolve'), received],
      [again, received + hour],
    ]);
    expect(events.map(({ name }) => name)).toContain('resolved');
    expect(state).toMatchObject({ stage: 'listen', overrides: [{ stage: 'resolve' }] });
  });

  it('is none where nothing is missing, at another stage, after the work, or without an owner', () => {
    const opened = run([[open(), received]]).state;
    expect(() => decide(override('listen'), opened, received, context)).toThrow(
      refused('illegal-transition', /at control, not at listen/),
    );
    const unowned = run([[open({ owner: undefined }), received]]).state;
    expect(() => decide(override('control'), unowned, received, context)).toThrow(
      expect.objectContaining({ slug: 'missing-evidence', missing: ['owner'] }),
    );
    const kept: CaseCommand = {
      ...{ type: 'add-evidence', stage: 'control', texts: {}, by },
      evidence: { acknowledged: true, emotionLevel: 2 },
    };
    const complete = run([
      [open(), received],
      [kept, received],
    ]).state;
    expect(() => decide(override('control'), complete, received, context)).toThrow(
      refused('illegal-transition', /lacks nothing/),
    );
    const resolved = run([[open(), received], ...wayToResolved(received)]).state;
    expect(() => decide(override('resolve'), resolved, received, context)).toThrow(
      refused('illegal-transition', /resolved/),
    );
  });
});
