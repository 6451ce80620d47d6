import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from './default-policy.js';
import { validatePolicy } from './policy-validation.js';
import { selectRule } from './policy.js';
import type { Policy } from './policy.js';

/** Behind the rule for the critical: adverse events go to a desk. */
function withSafety({ rules }: Policy): void {
  rules.splice(1, 0, {
    id: 'safety',
    match: { category: ['adverse'] },
    safety: { desk: 'safety' },
    clocks: [
      {
        kind: 'statutory',
        budget: { unit: 'calendar-days', days: 15 },
        calendar: 'always',
        warnings: [0.5],
      },
    ],
  });
}

function changed(change: (policy: Policy) => void): unknown {
  const policy = JSON.parse(JSON.stringify(defaultPolicy)) as Policy;
  change(policy);
  return policy;
}
const problemsOf = (change: (policy: Policy) => void) =>
  validatePolicy(changed(change)).problems.map(({ path, rule }) => `${path} ${rule}`);

describe('a policy with a safety desk', () => {
  it('gives what leaves the normal flow its own rule, whatever stands before it', () => {
    const policy = changed(withSafety) as Policy;
    const facts = { category: 'adverse', severity: 'critical', tier: 'vip', channel: 'phone' };
    expect(selectRule(policy, facts).id).toBe('safety');
    expect(selectRule(policy, { ...facts, category: 'x' }).id).toBe('critical');
    expect(problemsOf(withSafety)).toEqual([]);
  });

  it.each<[string, (policy: Policy) => void, string]>([
    [
      'a safety desk for what has no category',
      ({ rules }) => (rules[0]!.safety = { desk: 'safety' }),
      'rules.0.match safety-category',
    ],
    [
      'a category of which only the grave leaves the normal flow',
      (policy) => {
        withSafety(policy);
        policy.rules[1]!.match = { category: ['adverse'], severity: ['high'] };
      },
      'rules.1.match.category safety-whole',
    ],
    [
      'a safety report with a promise of the normal flow',
      (policy) => {
        withSafety(policy);
        const { clocks } = policy.rules[1]!;
        clocks.push({ ...clocks[0]!, kind: 'next-update' });
      },
      'rules.1.clocks.1.kind safety-clock',
    ],
    [
      'a safety report that no authority waits for',
      (policy) => {
        withSafety(policy);
        policy.rules[1]!.clocks[0]!.kind = 'acknowledge';
      },
      'rules.1.clocks safety-clock',
    ],
    [
      'a safety report by the unit that had it',
      (policy) => {
        withSafety(policy);
        const match = { category: ['adverse'], unit: ['n'] };
        policy.rules.splice(2, 0, { ...policy.rules[1]!, id: 'north', match });
      },
      'rules.2.match.unit safety-unit',
    ],
  ])('refuses %s', (_, change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });
});
