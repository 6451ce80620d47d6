import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { by, open, received, run, wayToResolved } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { PolicyBook } from '../policy-book.js';
import { answerOf, asksForAnswers, requireAnswers } from './likely-repeats.js';

const under = (answeredFrom?: number) => ({
  policies: new PolicyBook([
    { ...defaultPolicy, ...(answeredFrom !== undefined && { likelyRepeats: { answeredFrom } }) },
  ]),
});
const strict = under(0.5);
const earlier = { caseId: '019aafe0-0000-7000-8000-00000000d001', number: '2026-0000121-4' };
const after = (...commands: CaseCommand[]) =>
  run([open(), ...commands].map((one) => [one, received])).state as OpenedCase;
const way = wayToResolved(received).map(([command]) => command);
const asks = (name: string, input: object, state: OpenedCase, context = strict) =>
  asksForAnswers(name, input as Record<string, unknown>, state, context);

describe('likely repeats', () => {
  it('are asked for by whatever ends establish or closes, under a policy that says so', () => {
    const fresh = after();
    const throughEstablish = { evidence: { listen: {}, establish: {} } };
    expect(asks('complete-stages', throughEstablish, fresh)).toBe(true);
    expect(asks('complete-stages', { evidence: { resolve: {} } }, fresh)).toBe(true);
    expect(asks('complete-stage', { stage: 'establish' }, fresh)).toBe(true);
    expect(asks('resolve', {}, fresh)).toBe(true);
    expect(asks('close', {}, after(...way))).toBe(true);

    expect(asks('complete-stages', { evidence: { control: {}, listen: {} } }, fresh)).toBe(false);
    expect(asks('resolve', {}, after(...way.slice(0, 3)))).toBe(false);
    expect(asks('record-contact', {}, fresh)).toBe(false);
    expect(asks('close', {}, after(...way), under())).toBe(false);
  });

  it('count from the likeness of the policy on, and always where the likeness is not told', () => {
    const state = after();
    for (const similarity of [0.5, null]) {
      const { caseId: complaintId, number } = earlier;
      const refused = expect.objectContaining({
        slug: 'missing-evidence',
        missing: ['likelyRepeats'],
        about: { repeats: [{ complaintId, number, isHidden: similarity === null }] },
        message: expect.stringContaining(number),
      });
      expect(() => requireAnswers([{ ...earlier, similarity }], state, strict)).toThrow(refused);
    }
    expect(() => requireAnswers([{ ...earlier, similarity: 0.49 }], state, strict)).not.toThrow();
    expect(() => requireAnswers([{ ...earlier, similarity: 1 }], state, under())).not.toThrow();
  });

  it('are answered by a link, a reason, or by belonging together in another way', () => {
    const one = { ...earlier, similarity: 0.8 };
    const link: CaseCommand = {
      ...{ type: 'link-repeat', by },
      earlier: { ...earlier, receivedAt: received - 1 },
    };
    const ruleOut: CaseCommand = { type: 'rule-out-repeat', earlier, reason: 'other-period', by };
    expect(answerOf(one, after())).toBe('open');
    expect(answerOf(one, after(link))).toBe('linked');
    expect(answerOf(one, after(link, ruleOut))).toBe('ruled-out');
    expect(answerOf(one, { ...after(), duplicates: [earlier] })).toBe('merged');
    expect(answerOf(one, { ...after(), splitFrom: earlier })).toBe('split');
    expect(answerOf(one, { ...after(), incident: earlier })).toBe('incident');
    expect(() => requireAnswers([one], after(ruleOut), strict)).not.toThrow();
  });
});
