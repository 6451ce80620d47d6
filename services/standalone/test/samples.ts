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

/** All the evidence of the CLEAR stages for a case of `sampleComplaint`. */
export const sampleEvidence = {
  control: { acknowledged: true, emotionLevel: 2 },
  listen: {
    facts: '三月扣了两次',
    happenedAt: '2026-03-02T02:00:00.000Z',
    place: '网上营业厅',
    product: 'meter',
    remedySought: '退款',
  },
  establish: { restatement: '两次扣费', confirmed: true },
  apologise: { apology: '非常抱歉', apologyChannel: 'phone', remedyOffered: '今天退回多扣的一次' },
  resolve: {
    resolution: '已退款',
    remedyCost: 86.4,
    rootCause: '扣款接口超时后重发',
    preventiveAction: '接口加上幂等校验',
    customerTold: true,
  },
};
