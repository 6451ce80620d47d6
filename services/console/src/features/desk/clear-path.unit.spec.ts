import { describe, expect, it } from '@jest/globals';
import { progressOf } from './clear-path.js';
import { emptyIntake } from './intake.js';
import type { Intake } from './desk-types.js';

const whole: Intake = {
  ...emptyIntake,
  category: 'billing',
  product: 'meter',
  organisation: 'north',
  evidence: {
    control: { acknowledged: true, emotionLevel: 2 },
    listen: {
      facts: '扣了两次',
      happenedAt: '2026-03-02T02:00:00.000Z',
      place: '网厅',
      remedySought: '退款',
    },
    establish: { restatement: '两次扣费，退一次', confirmed: true },
    apologise: { apology: '非常抱歉', apologyChannel: 'phone', remedyOffered: '今天退回' },
    resolve: {
      resolution: '已退',
      remedyCost: 0,
      rootCause: '重发',
      preventiveAction: '幂等',
      customerTold: true,
    },
  },
};
const missing = (intake: Intake, hasOwner = true) =>
  progressOf(intake, hasOwner).flatMap((one) => one.missing);

describe('the stages of a complaint that is taken down', () => {
  it('all end when everything was said on the call', () => {
    expect(progressOf(whole, true).every(({ ends }) => ends)).toBe(true);
  });

  it('end up to the first that lacks something', () => {
    const silent = { ...whole, evidence: { ...whole.evidence, establish: {} } };
    const ends = progressOf(silent, true).map((one) => one.ends);
    expect(ends).toEqual([true, true, false, false, false]);
    expect(missing(silent)).toEqual(['restatement', 'confirmed']);
  });

  it('ask whoever writes for a contact, not whoever rings or comes', () => {
    expect(missing({ ...whole, channel: 'visit' })).toEqual([]);
    expect(missing({ ...whole, channel: 'email' })).toEqual(['contact']);
  });

  it('want a category that places the case', () => {
    expect(missing({ ...whole, category: 'unclassified' })).toEqual(['category']);
  });

  it('take "no product" for an answer', () => {
    expect(missing({ ...whole, product: 'none' })).toEqual([]);
    expect(missing({ ...whole, product: undefined })).toEqual(['product']);
  });

  it('have no owner when nobody who is an agent files it', () => {
    expect(missing(whole, false)).toEqual(['owner']);
  });
});
