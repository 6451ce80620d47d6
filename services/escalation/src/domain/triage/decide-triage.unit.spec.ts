import { describe, expect, it } from '@jest/globals';
import {
  by,
  context,
  evidence,
  names,
  open,
  received,
  run,
  sealed,
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

  describe('of a supervisor who judged a complaint as major', () => {
    const lead = (judged: object): CaseCommand => ({
      ...{ type: 'triage', ...judged, leads: true, by: 's-1' },
    });
    const major = lead({ complaintTier: 'major' });
    const tierOf = (...commands: CaseCommand[]) => {
      const steps = [open(), ...commands].map((one): [CaseCommand, number] => [one, received]);
      const { state } = run(steps);
      return 'triage' in state ? state.triage?.complaintTier : undefined;
    };

    it('keeps it through the evidence of a stage and what an agent judges beside it', () => {
      expect(tierOf(major, evidence['control']!)).toBe('major');
      expect(tierOf(major, triage({ emotionLevel: 2 }))).toBe('major');
      expect(tierOf(major, triage({ customerType: 'odd' }), evidence['control']!)).toBe('major');
    });

    it('refuses an agent who names a lower tier, and takes a higher one', () => {
      const lower = triage({ complaintTier: 'basic' });
      expect(() => tierOf(major, lower)).toThrow(
        expect.objectContaining({ slug: 'illegal-transition' }),
      );
      const difficult = lead({ complaintTier: 'difficult' });
      expect(tierOf(difficult, triage({ complaintTier: 'major' }))).toBe('major');
      expect(
        tierOf(
          difficult,
          triage({ complaintTier: 'major' }),
          triage({ complaintTier: 'difficult' }),
        ),
      ).toBe('difficult');
    });

    it('lowers it for those who lead, with a note that says why', () => {
      expect(() => tierOf(major, lead({ complaintTier: 'basic' }))).toThrow(/why it is lowered/);
      const lowered = lead({ complaintTier: 'escalated', note: sealed });
      expect(tierOf(major, lowered)).toBe('escalated');
      expect(tierOf(major, lowered, evidence['control']!)).toBe('escalated');
    });
  });

  it('keeps at the end of control what was judged higher before, whoever judged it', () => {
    const { state } = run([
      [open(), received],
      [triage({ complaintTier: 'difficult' }), received],
      [evidence['control']!, received],
    ]);
    expect(state).toMatchObject({ triage: { emotionLevel: 3, complaintTier: 'difficult' } });
  });

  it('is the system’s at the end of control, where nobody named a tier', () => {
    const { events } = run([
      [open(), received],
      [evidence['control']!, received],
    ]);
    expect(events.find(({ name }) => name === 'triaged')?.data).toMatchObject({ by: 'system' });
  });

  it('keeps a tier that a person chose until another one is named', () => {
    const { state } = run([
      [open(), received],
      [triage({ complaintTier: 'difficult' }), received],
      [triage({ customerType: 'odd' }), received],
    ]);
    expect(state).toMatchObject({ triage: { complaintTier: 'difficult' } });
  });

  it('lets a tier that followed from the facts go with them, once they are others', () => {
    const eased: [CaseCommand, number][] = [
      [open(), received],
      [triage({ severity: 'critical' }), received],
      [{ type: 'change-severity', severity: 'normal', by }, received],
    ];
    const odd: [CaseCommand, number] = [triage({ customerType: 'odd' }), received];
    expect(run([...eased, odd]).state).toMatchObject({ triage: { complaintTier: 'basic' } });
    const named: [CaseCommand, number] = [triage({ complaintTier: 'major' }), received];
    expect(run([...eased, named, odd]).state).toMatchObject({ triage: { complaintTier: 'major' } });
  });

  it('keeps a complaint that came back lifted, whatever else is judged of it', () => {
    const again: CaseCommand = { type: 'reopen', reason: 'not-settled', by };
    const { state } = run([
      ...[[open(), received] as [CaseCommand, number], ...wayToResolved(received)],
      [again, received],
      [triage({ customerType: 'odd' }), received],
    ]);
    expect(state).toMatchObject({ triage: { complaintTier: 'escalated' } });
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
