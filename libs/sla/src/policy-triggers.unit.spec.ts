import { describe, expect, it } from '@jest/globals';
import { triggersFired } from './policy-triggers.js';
import type { PolicyTrigger, TriggerFacts } from './policy-triggers.js';

const plain: TriggerFacts = {
  ...{ severity: 'normal', tier: 'standard', threats: [], repeats: 0, isDissatisfied: false },
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
  });

  it('fires again of another threat that it waits for', () => {
    const on: PolicyTrigger['on'] = { threat: ['media', 'regulator'] };
    expect(firesOn(on, { threats: ['media'] }, { threats: ['media', 'regulator'] })).toBe(true);
  });
});
