import { describe, expect, it } from '@jest/globals';
import { knownEvidence } from './known-evidence.js';
import type { EvidenceSources } from './known-evidence.js';

const nothing = { apologies: [], remedies: [], causes: [], actions: [] };
const sources: EvidenceSources = {
  of: { triage: null, category: 'unclassified', unit: null, channel: 'phone' },
  complaint: undefined,
  timeline: [],
  resolution: nothing,
} as EvidenceSources;
const said = { at: '2026-03-02T02:00:00.000Z', by: 'a-001' };
const known = (change: Partial<EvidenceSources>) => knownEvidence({ ...sources, ...change });
const kept = (stage: string, evidence: object, texts: Record<string, string | null> = {}) => ({
  type: 'clearline.case.evidence-added.v1',
  data: { stage, evidence },
  texts,
});

describe('what a case knows of what its stages ask for', () => {
  it('is nothing where nothing was said', () => {
    const { held, told } = known({});
    expect([...Object.values(held), ...Object.values(told)].every((one) => isEmpty(one))).toBe(
      true,
    );
  });

  it('is whether anybody has been spoken to', () => {
    const cameBy = (channel: string) => ({ of: { ...sources.of, channel } }) as EvidenceSources;
    const contact = (data: Record<string, unknown>) => [
      { type: 'clearline.case.contact-recorded.v1', data, texts: {} },
    ];
    expect(known(cameBy('phone')).lacksContact).toBe(false);
    expect(known(cameBy('web')).lacksContact).toBe(true);
    const called = { ...cameBy('web'), timeline: contact({ direction: 'outbound' }) };
    expect(known(called).lacksContact).toBe(false);
    const asked = { ...cameBy('web'), timeline: contact({ partyId: 'p' }) };
    expect(known(asked).lacksContact).toBe(true);
  });

  it('is how it was graded and where it was placed', () => {
    const of = {
      triage: { emotionLevel: 4 },
      category: 'billing',
      product: 'meter',
      unit: 'north',
    } as EvidenceSources['of'];
    expect(known({ of }).held).toMatchObject({
      control: { emotionLevel: 4 },
      listen: { product: 'meter' },
      establish: { category: 'billing', department: 'north' },
    });
  });

  it('is what was kept for a stage, the later word for an earlier one', () => {
    const timeline = [
      kept('listen', { happenedAt: '2026-03-02T02:00:00.000Z' }, { place: 'kitchen', facts: null }),
      kept('listen', {}, { place: 'cellar' }),
    ];
    expect(known({ timeline }).held['listen']).toEqual({
      happenedAt: '2026-03-02T02:00:00.000Z',
      place: 'cellar',
    });
  });

  it('is in the words of the complaint until facts were told', () => {
    const complaint = { statement: 'charged twice', remedySought: 'a refund' };
    expect(known({ complaint }).told['listen']).toEqual({
      facts: 'charged twice',
      remedySought: 'a refund',
    });
    const timeline = [kept('listen', {}, { facts: 'two charges in March' })];
    const { held, told } = known({ complaint, timeline });
    expect(held['listen']).toEqual({ facts: 'two charges in March' });
    expect(told['listen']).toEqual({ remedySought: 'a refund' });
  });

  it('is what was apologised for, granted, found out and planned', () => {
    const remedy = {
      ...said,
      id: '1',
      kind: 'refund' as const,
      decidedBy: null,
      answer: null,
      text: 'refund',
    };
    const resolution = {
      apologies: [{ ...said, channel: 'phone' as const, text: 'sorry' }],
      remedies: [
        { ...remedy, cost: 50, status: 'approved' as const },
        { ...remedy, cost: 30, status: 'offered' as const, text: 'a service' },
        { ...remedy, cost: 900, status: 'refused' as const, text: 'a new boiler' },
        {
          ...{ ...remedy, cost: 70, status: 'offered' as const, text: 'a voucher' },
          answer: {
            ...{ given: 'refused' as const, channel: 'phone' as const, wish: null },
            ...{ at: said.at, by: said.by },
          },
        },
      ],
      causes: [{ ...said, cause: 'system', text: 'the interface' }],
      actions: [],
    };
    const { held } = known({ resolution });
    expect(held['apologise']).toEqual({
      apology: 'sorry',
      apologyChannel: 'phone',
      remedyOffered: 'a service',
    });
    expect(held['resolve']).toEqual({ remedyCost: 80, rootCause: 'the interface' });
  });
});

describe('what a reopened case knows', () => {
  const reopened = {
    type: 'clearline.case.reopened.v1',
    data: { at: '2026-03-05T02:00:00.000Z' },
    texts: {},
  };
  const later = '2026-03-06T02:00:00.000Z';
  const remedy = { ...said, kind: 'refund' as const, cost: 50, decidedBy: null, answer: null };
  const resolution = {
    apologies: [{ ...said, channel: 'phone' as const, text: 'sorry' }],
    remedies: [
      { ...remedy, id: '1', status: 'approved' as const, text: 'before' },
      { ...remedy, id: '2', cost: 7, status: 'approved' as const, text: 'agreed to since' },
    ],
    causes: [{ ...said, cause: 'system', text: 'the interface' }],
    actions: [],
  };
  const first = kept('listen', {}, { place: 'kitchen' });

  it('is what was recorded in this round: the one before proves nothing', () => {
    const decided = {
      type: 'clearline.case.remedy-decided.v1',
      data: { remedyId: '2', approved: true },
      texts: {},
    };
    const timeline = [first, reopened, kept('listen', {}, { facts: 'it leaks again' }), decided];
    const { held } = known({ timeline, resolution });
    expect(held['listen']).toEqual({ facts: 'it leaks again' });
    expect(held['apologise']).toEqual({ remedyOffered: 'agreed to since' });
    expect(held['resolve']).toEqual({ remedyCost: 7 });
  });

  it('is also what was settled since', () => {
    const again = { ...resolution.apologies[0]!, at: later, text: 'sorry again' };
    const settled = { ...resolution, apologies: [...resolution.apologies, again] };
    const { held } = known({ timeline: [first, reopened], resolution: settled });
    expect(held['apologise']).toEqual({ apology: 'sorry again', apologyChannel: 'phone' });
    expect(held['listen']).toEqual({});
  });
});

const isEmpty = (values: object) => Object.keys(values).length === 0;
