import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from './default-policy.js';
import { chainWarnings, ladderChains, triggerChains } from './ladder-chain.js';
import type { Policy } from './policy.js';
import type { LadderLevel } from './policy-ladder.js';

const evening = Date.parse('2026-11-23T20:00+08:00');
const night = { tz: 'Asia/Shanghai', from: '22:00', to: '07:00' };
const levels: LadderLevel[] = [
  { id: 'team', level: 1, audience: 'supervisor', after: { threshold: 0.5 }, next: 'head' },
  { id: 'desk', level: 2, audience: 'supervisor', after: { breach: 0 }, next: 'head' },
  { id: 'branch', level: 3, audience: 'manager', after: { breach: 60 }, quiet: night },
  { id: 'head', level: 4, audience: 'admin', after: { unacknowledged: 90 } },
];
const policyWith = (given: LadderLevel[], warnings = [0.5]): Policy => ({
  ...defaultPolicy,
  ladders: [{ id: 'desk', levels: given }],
  rules: [
    {
      id: 'all',
      match: {},
      clocks: [
        {
          kind: 'acknowledge',
          budget: { unit: 'elapsed-minutes', minutes: 120 },
          calendar: 'always',
          warnings,
          ladder: 'desk',
        },
      ],
    },
  ],
});
const chainsOf = (policy: Policy, severity = 'normal') =>
  ladderChains(policy, evening, severity).map(({ cause, steps }) => [
    cause,
    ...steps.map(({ level, at }) => `${level.id} ${(at - evening) / 60_000}`),
  ]);

describe('the chains of a policy', () => {
  it('show whom each alert of a clock would tell and when, if nobody acknowledged it', () => {
    expect(chainsOf(policyWith(levels), 'critical')).toEqual([
      ['warning', 'team 60', 'head 150'],
      ['breach', 'desk 120', 'branch 180', 'head 210'],
    ]);
  });

  it('pass over who sleeps while somebody above is awake', () => {
    expect(chainsOf(policyWith(levels))[1]).toEqual(['breach', 'desk 120', 'head 210']);
  });

  it('wait for the morning where everybody sleeps', () => {
    const asleep = levels.map((level) => ({ ...level, quiet: night }));
    const [, breach] = chainsOf(policyWith(asleep));
    expect(breach).toEqual(['breach', 'branch 660']);
  });

  it.each([
    ['nothing of a ladder that does what it says', levels, []],
    [
      'a level that nobody hands on to',
      [levels[1]!, levels[2]!, { ...levels[3]!, id: 'moon' }],
      [{ rule: 'unreachable-level', ladder: 'desk', level: 'moon' }],
    ],
    [
      'a breach that no level waits for',
      [{ ...levels[2]! }],
      [
        { rule: 'unreachable-level', ladder: 'desk', level: 'branch' },
        { rule: 'breach-untold', ladder: 'desk' },
      ],
    ],
  ])('warn of %s', (_what, given, expected) => {
    expect(chainWarnings(policyWith(given), evening)).toEqual(expected);
  });

  it('show whom the alert of a trigger would tell, from when it happens', () => {
    const given: LadderLevel[] = [
      { id: 'watch', level: 1, audience: 'supervisor', after: { trigger: 0 }, next: 'head' },
      { id: 'night', level: 2, audience: 'manager', after: { trigger: 180 }, quiet: night },
      { id: 'head', level: 3, audience: 'admin', after: { unacknowledged: 90 } },
    ];
    const base = policyWith(levels);
    const policy: Policy = {
      ...base,
      ladders: [...base.ladders!, { id: 'public', levels: given }],
      triggers: [{ id: 'threat', on: { threat: ['media'] }, ladder: 'public' }],
    };
    const steps = triggerChains(policy, evening, 'critical')[0]!.steps;
    expect(steps.map(({ level, at }) => `${level.id} ${(at - evening) / 60_000}`)).toEqual([
      'watch 0',
      'head 90',
    ]);
    // Above it nobody is told any more, so it is only reached where the one above is not.
    expect(chainWarnings(policy, evening)).toEqual([
      { rule: 'unreachable-level', ladder: 'public', level: 'night' },
    ]);
  });

  it('warn of a ladder that no clock names', () => {
    const policy = policyWith(levels);
    const spare = { id: 'spare', levels };
    const warned = chainWarnings({ ...policy, ladders: [...policy.ladders!, spare] }, evening);
    expect(warned).toEqual([{ rule: 'unused-ladder', ladder: 'spare' }]);
  });
});
