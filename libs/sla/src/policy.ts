import { z } from 'zod';
import { budget } from './budget.js';
import { calendarSpec } from './calendar-spec.js';
import { ladder } from './policy-ladder.js';
import { caseMatch, matchesCase } from './policy-match.js';
import type { CaseFacts } from './policy-match.js';
import { oversightTerms } from './policy-oversight.js';
import { queueTerms } from './policy-queues.js';
import { resolutionTerms } from './policy-resolution.js';
import { policyTrigger } from './policy-triggers.js';
import { safetyTerms } from './policy-safety.js';

const text = z.string().trim().min(1).max(2_000);
/** What a person reads, in both languages. */
const bilingual = z.strictObject({ zh: text, en: text });

/** Why people may stop a clock for a while; each is told apart in ledgers and reports. */
export const pauseReason = z.enum([
  'awaiting-customer',
  'awaiting-third-party',
  'agreed-appointment',
  'force-majeure',
  'disputed-facts',
]);
export type PauseReason = z.infer<typeof pauseReason>;

/** 延期: what one approved extension adds to a clock's budget, and how often that may happen. */
const extensionTerms = z.strictObject({ budget, times: z.number().int().positive() });

/** The clocks a case can get from a policy; stage clocks name their stage. */
export const policyClock = z.strictObject({
  kind: z.enum([
    'acknowledge',
    'stage',
    'next-update',
    'resolution',
    'statutory',
    'external',
    'department',
  ]),
  stage: z.enum(['control', 'listen', 'establish', 'apologise', 'resolve']).optional(),
  budget,
  /** A calendar of the policy; its version follows from the instant at which the clock starts. */
  calendar: z.string(),
  warnings: z.array(z.number().gt(0).lt(1)).default([0.5, 0.75, 0.9]),
  /**
   * For which reasons staff may pause it. By default every reason; none for statutory and external
   * clocks, which nobody may pause.
   */
  pauses: z.array(pauseReason).optional(),
  /** Absent: the clock can't be extended. */
  extension: extensionTerms.optional(),
  /** The ladder of the policy that its alerts climb; absent: supervisors are told of everything. */
  ladder: z.string().min(1).optional(),
  /** The regulation or promise behind the budget. */
  source: z.string().optional(),
});
export type PolicyClock = z.infer<typeof policyClock>;

export const policyRule = z.strictObject({
  id: z.string().min(1),
  title: bilingual.optional(),
  match: caseMatch,
  clocks: z.array(policyClock).min(1),
  /** 退单: how often in a row units may refuse the transfer of a case; absent: twice. */
  refusals: z.number().int().min(0).max(9).optional(),
  /** What it matches leaves the normal flow; such a rule comes before all others, wherever it stands. */
  safety: safetyTerms.optional(),
});
export type PolicyRule = z.infer<typeof policyRule>;

/** Which clocks a case gets. Rules are tried in order; the last one must match every case. */
export const policySchema = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  title: bilingual.optional(),
  description: bilingual.optional(),
  /** Several versions of one calendar may stand side by side, told apart by `validFrom`. */
  calendars: z.array(calendarSpec).min(1),
  ladders: z.array(ladder).optional(),
  /** What is told along ladders besides clocks. */
  triggers: z.array(policyTrigger).max(100).optional(),
  ...resolutionTerms,
  ...queueTerms,
  ...oversightTerms,
  rules: z.array(policyRule).min(1),
});
export type Policy = z.infer<typeof policySchema>;

/**
 * The first rule that matches, of those with a safety desk before all others; `validatePolicy` has made
 * sure that the last one always does.
 */
export function selectRule(policy: Policy, facts: CaseFacts): PolicyRule {
  const matches = ({ match }: PolicyRule) => matchesCase(match, facts);
  const isSafety = (rule: PolicyRule) => rule.safety !== undefined && matches(rule);
  const found = policy.rules.find(isSafety) ?? policy.rules.find(matches);
  return found ?? policy.rules[policy.rules.length - 1]!;
}
