import { defaultPolicy } from '#sla';

/** A complaint that fits the demo's organisation. */
export const sampleComplaint = {
  channel: 'phone',
  customer: { name: '张伟', phone: '13800138000' },
  category: 'billing',
  statement: '燃气账单重复扣费',
  severity: 'normal',
  organisation: 'north',
};

/** The default policy, but what is of normal severity has to be acknowledged within 5 s, day and night. */
export function fiveSecondPolicy(): typeof defaultPolicy {
  const policy = structuredClone(defaultPolicy);
  const { clocks } = policy.rules[1]!;
  clocks[0] = {
    ...clocks[0]!,
    calendar: 'always',
    budget: { unit: 'elapsed-minutes', minutes: 5 / 60 },
  };
  return policy;
}
