import { describe, expect, it } from '@jest/globals';
import {
  by,
  context,
  evidence,
  names,
  open,
  received,
  run,
  wayToResolved,
} from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import { decide } from '../decide.js';
import { suggestTier } from './complaint-tier.js';

const triage = (judged: object): CaseCommand => ({ type: 'triage', ...judged, by });

describe('triage', () => {
  it('grades a case at control: severity with its clocks, emotion, customer and reach', () => {
    const given = run([
      [open(), received],
      [triage({ severity: 'critical', emotionLevel: 4, customerType: 'odd' }), received],
    ]);
    expect(names(given)).toEqual(
      expect.arrayContaining(['severityChanged', 'triaged', 'alertRaised']),
    );
    expect(given.events.at(-1)?.data).toMatchObject({ cause: 'critical', owner: by });
    expect(given.state).toMatchObject({
      priority: 'critical',
      dimensions: { severity: 'critical' },
      triage: { emotionLevel: 4, customerType: 'odd', complaintTier: 'major' },
    });
  });

  it('leaves severity to change-severity once control has ended', () => {
    const { state } = run([
      [open(), received],
      [evidence['control']!, received],
    ]);
    expect(() => decide(triage({ severity: 'high' }), state, received, context)).toThrow(
      expect.objectContaining({ slug: 'illegal-transition' }),
    );
    expect(decide(triage({ emotionLevel: 5 }), state, received, context)).toHaveLength(1);
  });

  it('counts as the emotion that control asks for, and is done with it', () => {
    const reached: CaseCommand = {
      ...{ type: 'complete-stage', stage: 'control', by },
      ...{ evidence: { acknowledged: true }, texts: {} },
    };
    const judged = run([
      [open(), received],
      [triage({ emotionLevel: 2 }), received],
      [reached, received],
    ]);
    expect(judged.state).toMatchObject({ stage: 'listen' });
    const told = run([
      [open(), received],
      [evidence['control']!, received],
    ]);
    expect(told.state).toMatchObject({ triage: { emotionLevel: 3, complaintTier: 'basic' } });
  });

  it('says once what is so already', () => {
    const judge = triage({ emotionLevel: 2 });
    const { state } = run([
      [open(), received],
      [judge, received],
    ]);
    expect(decide(judge, state, received, context)).toEqual([]);
  });

  it('keeps the tier that a person chose beside the one the facts suggest', () => {
    const { events } = run([
      [open(), received],
      [triage({ complaintTier: 'difficult' }), received],
    ]);
    expect(events.at(-1)?.data).toMatchObject({
      complaintTier: 'difficult',
      suggestedTier: 'basic',
    });
  });

  it('lifts a basic complaint that comes back', () => {
    const again: CaseCommand = { type: 'reopen', reason: 'not-settled', by };
    const { state } = run([[open(), received], ...wayToResolved(received), [again, received]]);
    expect(state).toMatchObject({ triage: { complaintTier: 'escalated' } });
  });

  it.each([
    [{}, 'basic'],
    [{ severity: 'high' }, 'escalated'],
    [{ threats: ['leave'] }, 'escalated'],
    [{ emotionLevel: 4 }, 'escalated'],
    [{ emotionLevel: 4, customerType: 'argumentative' }, 'difficult'],
    [{ emotionLevel: 5 }, 'difficult'],
    [{ threats: ['media'], tier: 'vip' }, 'major'],
    [{ threats: ['regulator'], severity: 'high' }, 'major'],
    [{ severity: 'critical' }, 'major'],
  ] as const)('of %j reaches %s', (facts, tier) => {
    const plain = { severity: 'normal' as const, threats: [], tier: 'standard' };
    expect(suggestTier({ ...plain, ...facts })).toBe(tier);
  });
});
