import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from './default-policy.js';
import { caseSeverities, caseTiers } from './policy-match.js';
import { complaintTiers, fourEyesFor } from './policy-oversight.js';
import type { FourEyesRule, OversightFacts } from './policy-oversight.js';
import { validatePolicy } from './policy-validation.js';

const facts: OversightFacts = {
  severity: 'normal',
  tier: 'standard',
  complaintTier: 'basic',
  cost: 0,
};
const rule = (more: Partial<FourEyesRule> = {}): FourEyesRule => ({
  ...{ command: 'close', decides: 'supervisor', ...more },
});
const problemsOf = (terms: object) =>
  validatePolicy({ ...defaultPolicy, ...terms }).problems.map(({ path, rule: name }) =>
    [path, name].join(' '),
  );

describe('four eyes', () => {
  it('are wanted for a command that the policy names, and for no other', () => {
    expect(fourEyesFor([rule()], 'close', facts)).toMatchObject({ decides: 'supervisor' });
    expect(fourEyesFor([rule()], 'withdraw', facts)).toBeUndefined();
    expect(fourEyesFor(undefined, 'close', facts)).toBeUndefined();
  });

  it('are wanted from a threshold on, and only where every one that is named is reached', () => {
    const scales = fc.record({
      severity: fc.constantFrom(...caseSeverities),
      tier: fc.constantFrom(...caseTiers),
      complaintTier: fc.constantFrom(...complaintTiers),
    });
    fc.assert(
      fc.property(scales, fc.nat(3), scales, fc.nat(3), (from, costAbove, found, cost) => {
        const isReached =
          caseSeverities.indexOf(found.severity) >= caseSeverities.indexOf(from.severity) &&
          caseTiers.indexOf(found.tier) >= caseTiers.indexOf(from.tier) &&
          complaintTiers.indexOf(found.complaintTier) >=
            complaintTiers.indexOf(from.complaintTier) &&
          cost > costAbove;
        const wanted = fourEyesFor([rule({ ...from, costAbove })], 'close', { ...found, cost });
        expect(wanted !== undefined).toBe(isReached);
      }),
    );
  });

  it('are those of the first rule that applies', () => {
    const rules = [rule({ severity: 'critical', decides: 'manager' }), rule()];
    const decides = (severity: OversightFacts['severity']) =>
      fourEyesFor(rules, 'close', { ...facts, severity })?.decides;
    expect([decides('high'), decides('critical')]).toEqual(['supervisor', 'manager']);
  });
});

describe('the oversight of a policy', () => {
  it('is taken as written, the least who decides being a supervisor', () => {
    const terms = {
      fourEyes: [{ command: 'close', severity: 'high' }, { command: 'close' }],
      major: { taskForce: true, stakeholders: 2 },
    };
    expect(problemsOf(terms)).toEqual([]);
    expect(validatePolicy({ ...defaultPolicy, ...terms }).policy).toMatchObject({
      fourEyes: [{ command: 'close', severity: 'high', decides: 'supervisor' }, {}],
      major: { taskForce: true, stakeholders: 2 },
    });
  });

  it.each([
    [
      'a command nobody can be asked for',
      { fourEyes: [{ command: 'assign' }] },
      'fourEyes.0.command invalid-value',
    ],
    [
      'a threshold that is none',
      { fourEyes: [{ command: 'close', severity: 'grave' }] },
      'fourEyes.0.severity invalid-value',
    ],
    [
      'a field nobody knows',
      { fourEyes: [{ command: 'close', above: 3 }] },
      'fourEyes.0.above unknown-field',
    ],
    ['no rule at all', { fourEyes: [] }, 'fourEyes minimum:1'],
    [
      'a rule behind one that takes all its commands',
      { fourEyes: [{ command: 'close' }, { command: 'close', tier: 'vip' }] },
      'fourEyes.1 unreachable-rule',
    ],
    ['a map of nobody', { major: { stakeholders: 0 } }, 'major.stakeholders minimum:1'],
    ['another demand', { major: { lawyer: true } }, 'major.lawyer unknown-field'],
  ])('names %s', (_, terms, problem) => {
    expect(problemsOf(terms)).toEqual([problem]);
  });
});
