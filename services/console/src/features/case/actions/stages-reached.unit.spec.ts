import { describe, expect, it } from '@jest/globals';
import type { KnownEvidence } from './known-evidence.js';
import { lackingIn, stages, stagesReached } from './stages-reached.js';
import { filledIn } from './stages-to-send.js';

const listen = {
  ...{ facts: 'charged twice', happenedAt: '2026-03-02T02:00:00.000Z', place: 'kitchen' },
  ...{ product: 'none', remedySought: 'refund' },
};
const known: KnownEvidence = { held: { listen }, told: {} };
const at = { stage: 'control', missing: ['acknowledged', 'emotionLevel'] } as const;
const of = { ...at, missing: [...at.missing] };
const control = { acknowledged: true, emotionLevel: 2 };
const form = (values: object) => ({ ...filledIn(known), control: { ...values } });
const stageOf = (name: string) => stages.find((one) => one.name === name)!;

describe('how far stages end', () => {
  it('is the stage that the case is at, and opened ones whose evidence is there already', () => {
    expect(stagesReached(of, known, form(control), ['control'])).toEqual(['control']);
    expect(stagesReached(of, known, form(control), ['control', 'listen'])).toEqual([
      ...['control', 'listen'],
    ]);
  });

  it('ends before listening while nobody has been spoken to', () => {
    const written = { ...known, lacksContact: true };
    const meant = ['control', 'listen'];
    expect(stagesReached(of, written, form(control), meant)).toEqual(['control']);
    expect(lackingIn(of, written, stageOf('listen'), form({}))).toEqual(['contact']);
  });

  it('ends before the first that lacks something', () => {
    const meant = ['control', 'listen', 'establish'];
    expect(stagesReached(of, known, form(control), meant)).toEqual(['control', 'listen']);
    expect(stagesReached(of, known, form({ acknowledged: true }), meant)).toEqual([]);
  });
});

describe('what a stage lacks', () => {
  it('is what nobody filled in, and what only the case can prove', () => {
    const lacking = { ...of, missing: [...of.missing, 'owner'] };
    expect(lackingIn(lacking, known, stageOf('control'), form({ emotionLevel: 2 }))).toEqual([
      ...['owner', 'acknowledged'],
    ]);
    expect(lackingIn(of, known, stageOf('listen'), form({}))).toEqual([]);
  });

  it('is what the complaint told, once that is taken out', () => {
    const told = { held: {}, told: { listen: { facts: 'charged twice' } } };
    const empty = { listen: { ...listen, facts: ' ' } };
    expect(lackingIn(of, told, stageOf('listen'), empty)).toEqual(['facts']);
  });
});
