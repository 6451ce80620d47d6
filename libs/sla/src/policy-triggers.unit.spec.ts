import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseSeverities, caseThreats, caseTiers } from './policy-match.js';
import { triggersFired } from './policy-triggers.js';
import type { PolicyTrigger, TriggerFacts } from './policy-triggers.js';

const plain: TriggerFacts = {
  ...{ severity: 'normal', tier: 'standard', threats: [], repeats: 0, isDissatisfied: false },
  isProblem: false,
};
const firesOn = (
  on: PolicyTrigger['on'],
  before: Partial<TriggerFacts> | undefined,
  after: Partial<TriggerFacts>,
) => {
  const trigger = { id: 'one', on, ladder: 'desk' };
  const known = before && { ...plain, ...before };
  return triggersFired([trigger], known, { ...plain, ...after }).length === 1;
};

describe('a trigger', () => {
  it.each<[PolicyTrigger['on'], Partial<TriggerFacts>]>([
    [{ severity: ['high', 'critical'] }, { severity: 'high' }],
    [{ tier: ['vip'] }, { tier: 'vip' }],
    [{ threat: ['media'] }, { threats: ['legal', 'media'] }],
    [{ repeat: 2 }, { repeats: 3 }],
    [{ callback: 'dissatisfied' }, { isDissatisfied: true }],
    [{ problem: 'marked' }, { isProblem: true }],
  ])('%j fires where it holds of what was not known, and of what was otherwise', (on, after) => {
    expect(firesOn(on, undefined, after)).toBe(true);
    expect(firesOn(on, {}, after)).toBe(true);
    expect(firesOn(on, undefined, {})).toBe(false);
    expect(firesOn(on, {}, {})).toBe(false);
  });

  it('does not fire again while what it waits for stays so', () => {
    expect(
      firesOn({ severity: ['high', 'critical'] }, { severity: 'high' }, { severity: 'critical' }),
    ).toBe(false);
    expect(
      firesOn({ threat: ['media'] }, { threats: ['media'] }, { threats: ['media', 'legal'] }),
    ).toBe(false);
    expect(firesOn({ repeat: 2 }, { repeats: 2 }, { repeats: 3 })).toBe(false);
    expect(firesOn({ problem: 'marked' }, { isProblem: true }, { isProblem: true })).toBe(false);
  });

  it('never fires where nothing changed, whatever the facts', () => {
    const facts = fc.record({
      severity: fc.constantFrom(...caseSeverities),
      tier: fc.constantFrom(...caseTiers),
      threats: fc.uniqueArray(fc.constantFrom(...caseThreats)),
      repeats: fc.nat(9),
      isProblem: fc.boolean(),
    });
    const condition = fc.oneof(
      fc.record({ severity: fc.uniqueArray(fc.constantFrom(...caseSeverities), { minLength: 1 }) }),
      fc.record({ tier: fc.uniqueArray(fc.constantFrom(...caseTiers), { minLength: 1 }) }),
      fc.record({ threat: fc.uniqueArray(fc.constantFrom(...caseThreats), { minLength: 1 }) }),
      fc.record({ repeat: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ problem: fc.constant('marked' as const) }),
    );
    fc.assert(
      fc.property(condition, facts, (on, known) => {
        expect(firesOn(on, known, known)).toBe(false);
      }),
    );
  });

  it('fires again of another threat that it waits for', () => {
    const on: PolicyTrigger['on'] = { threat: ['media', 'regulator'] };
    expect(firesOn(on, { threats: ['media'] }, { threats: ['media', 'regulator'] })).toBe(true);
  });
});
