import { describe, expect, it } from '@jest/globals';
import { evidenceTextNames, stageEvidenceBodies } from '#contracts';
import {
  by,
  context,
  evidence,
  hour,
  names,
  open,
  received,
  resolve,
  run,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import { workStages } from '../case-state.js';
import { decide } from '../decide.js';
import type { EvidenceByWorkStage } from './evidence-command.js';
import { stageEvidence } from './stage-evidence.js';

const plain = {
  category: 'billing',
  channel: 'phone',
  severity: 'normal',
  tier: 'standard',
} as const;
const given = (stage: string) => {
  const { evidence: facts, texts } = { ...resolve, ...evidence[stage] } as {
    evidence: Record<string, string | number | boolean>;
    texts: Record<string, typeof sealed>;
  };
  return { evidence: facts, texts };
};
const ofAll = (...stages: string[]): EvidenceByWorkStage =>
  Object.fromEntries(stages.map((stage) => [stage, given(stage)]));
const together = (stages: EvidenceByWorkStage, asFarAsItGoes = false): CaseCommand => ({
  type: 'complete-stages',
  stages,
  ...(asFarAsItGoes && { asFarAsItGoes }),
  by,
});
const missing = (...list: string[]) =>
  expect.objectContaining({ slug: 'missing-evidence', missing: list });
const opened = (changes = {}) => run([[open(changes), received]]).state;
const close: CaseCommand = { type: 'close', reason: 'customer-informed', by };

describe('the evidence of stages', () => {
  it('is asked for by the same names and sealed alike wherever it is given', () => {
    for (const stage of workStages) {
      const asked = Object.entries(stageEvidence[stage]).filter(([, kind]) => kind !== 'of-case');
      expect(Object.keys(stageEvidenceBodies[stage].shape)).toEqual(asked.map(([name]) => name));
      const texts = asked.filter(([, kind]) => kind === 'text').map(([name]) => name);
      expect([stage, evidenceTextNames[stage]]).toEqual([stage, texts]);
    }
  });

  it('is kept until its stage ends, and counts then', () => {
    const facts: CaseCommand = { type: 'add-evidence', stage: 'listen', by, ...given('listen') };
    const bare = { ...evidence['listen']!, evidence: {}, texts: {} } as CaseCommand;
    const { events, state } = run([
      [open(), received],
      [facts, received],
      [evidence['control']!, received + hour],
      [bare, received + hour],
    ]);
    expect(state).toMatchObject({ stage: 'establish', dimensions: { product: 'meter' } });
    expect(events.filter(({ name }) => name === 'stageCompleted').at(-1)?.data).toMatchObject({
      evidence: given('listen').evidence,
      texts: {},
    });
  });

  it('is not asked for where the case proves it: a contact, a product, a category, a unit', () => {
    const written = opened({
      dimensions: { category: 'unclassified', channel: 'web', severity: 'low', tier: 'standard' },
    });
    const all = together(ofAll('control', 'listen', 'establish'));
    expect(() => decide(all, written, received, context)).toThrow(
      missing('listen.contact', 'establish.category', 'establish.department'),
    );
    const contact: CaseCommand = {
      type: 'record-contact',
      channel: 'phone',
      direction: 'outbound',
      by,
    };
    const reached = run([
      [open(), received],
      [contact, received],
    ]).state;
    const level = { evidence: { emotionLevel: 4 }, texts: {} };
    const ended = decide(together({ control: level }), reached, received, context);
    expect(ended.map(({ name }) => name)).toContain('stageCompleted');
  });

  it('places a case where it was agreed whose it is', () => {
    const dimensions = { category: 'unclassified', channel: 'phone', severity: 'low', tier: 'vip' };
    const agreed = given('establish');
    const { state } = run([
      [open({ dimensions } as Parameters<typeof open>[0]), received],
      [evidence['control']!, received],
      [evidence['listen']!, received],
      [
        {
          ...evidence['establish']!,
          ...agreed,
          evidence: { ...agreed.evidence, category: 'leak', department: 'south' },
        } as CaseCommand,
        received,
      ],
    ]);
    expect(state).toMatchObject({ dimensions: { category: 'leak', unit: 'south' } });
  });

  it('moves no case that is placed: not now, and not by what was kept before', () => {
    const agreed = (department: string): CaseCommand => ({
      ...evidence['establish']!,
      ...{ type: 'add-evidence', stage: 'establish', by, texts: {}, evidence: { department } },
    });
    const placed = run([[open(), received]]).state;
    expect(() => decide(agreed('west'), placed, received, context)).toThrow(
      expect.objectContaining({ slug: 'illegal-transition' }),
    );
    const owned: CaseCommand = { type: 'assign', owner: 'a-9', unit: 'south', by };
    const { state } = run([
      [open({ dimensions: plain }), received],
      [agreed('west'), received],
      [owned, received],
      [evidence['control']!, received],
      [evidence['listen']!, received],
      [evidence['establish']!, received],
    ]);
    expect(state).toMatchObject({ stage: 'apologise', dimensions: { unit: 'south' } });
  });

  it('refuses evidence for a stage that has ended, and for a case whose stages have', () => {
    const late: CaseCommand = { type: 'add-evidence', stage: 'control', by, ...given('control') };
    const listening = run([
      [open(), received],
      [evidence['control']!, received],
    ]).state;
    const refused = expect.objectContaining({ slug: 'illegal-transition' });
    expect(() => decide(late, listening, received, context)).toThrow(refused);
    const resolved = run([[open(), received], ...wayToResolved(received)]).state;
    expect(() => decide(late, resolved, received, context)).toThrow(refused);
    expect(() => decide(resolve, resolved, received, context)).toThrow(refused);
  });

  it('is gathered anew when the case is opened again', () => {
    const cause: CaseCommand = { type: 'add-evidence', stage: 'resolve', by, ...given('resolve') };
    const again: CaseCommand = { type: 'reopen', reason: 'not-settled', by };
    const { state } = run([
      [open(), received],
      [cause, received],
      ...wayToResolved(received),
      [again, received + hour],
    ]);
    expect(state).toMatchObject({ stage: 'listen' });
    expect(state).not.toHaveProperty('evidence');
  });
});

describe('several stages at once', () => {
  it('end all or none, and the refusal lists what each of them lacks', () => {
    const stages = { ...ofAll('control', 'listen'), resolve: given('resolve') };
    expect(() => decide(together(stages), opened(), received, context)).toThrow(
      missing(
        ...['establish.restatement', 'establish.confirmed'],
        ...['apologise.apology', 'apologise.apologyChannel', 'apologise.remedyOffered'],
      ),
    );
  });

  it('end in their order, each with its clock, when one call brings everything', () => {
    const everything = together(ofAll(...workStages), true);
    const given = run([
      [open(), received],
      [everything, received + hour],
    ]);
    expect(given.state).toMatchObject({ stage: 'callback', status: 'resolved' });
    const ended = given.events.flatMap(({ name, data }) =>
      name === 'stageCompleted' ? [data.stage] : [],
    );
    expect(ended).toEqual(workStages);
    expect(given.state.stage !== 'none' && given.state.clocks.map(({ state }) => state)).toEqual(
      expect.not.arrayContaining(['running']),
    );
  });

  it('end as far as a complaint brought evidence, and the rest is kept', () => {
    const brought = together(ofAll('control', 'establish', 'resolve'), true);
    const given = run([
      [open(), received],
      [brought, received],
    ]);
    expect(given.state).toMatchObject({ stage: 'listen' });
    expect(names(given).filter((name) => name === 'evidenceAdded')).toHaveLength(2);
    const rest = run([
      [open(), received],
      [brought, received],
      [together(ofAll('listen', 'apologise')), received],
      [{ type: 'resolve', evidence: {}, texts: {}, by }, received],
    ]);
    expect(rest.state).toMatchObject({ status: 'resolved' });
  });

  it.each([
    ['close', close],
    ['resolve', { type: 'resolve', evidence: {}, texts: {}, by } satisfies CaseCommand],
  ])('are all asked for by %s, however early it comes', (_, command) => {
    const unowned = opened({ owner: undefined });
    const first = ['owner', 'acknowledged', 'emotionLevel'];
    const later = workStages.slice(1).flatMap((stage) =>
      Object.keys(stageEvidence[stage])
        .filter((name) => !['contact', 'category', 'department'].includes(name))
        .map((name) => `${stage}.${name}`),
    );
    expect(() => decide(command, unowned, received, context)).toThrow(missing(...first, ...later));
  });

  it('still end one after the other: nothing is closed that was not resolved', () => {
    const all = ofAll(...workStages);
    const keep = workStages.map((stage): [CaseCommand, number] => [
      { type: 'add-evidence', stage, by, ...all[stage]! },
      received,
    ]);
    const { state } = run([[open(), received], ...keep]);
    expect(() => decide(close, state, received, context)).toThrow(
      expect.objectContaining({ slug: 'illegal-transition' }),
    );
  });
});
