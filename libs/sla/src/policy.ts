import { z } from 'zod';
import { BusinessCalendar, CalendarError } from './business-calendar.js';
import { budget } from './budget.js';
import { calendarSpec } from './calendar-spec.js';

const oneOf = z.array(z.string().min(1)).min(1);

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
  kind: z.enum(['acknowledge', 'stage', 'next-update', 'resolution', 'statutory', 'external']),
  stage: z.enum(['control', 'listen', 'establish', 'apologise', 'resolve']).optional(),
  budget,
  calendar: z.string(),
  warnings: z.array(z.number().gt(0).lt(1)).default([0.5, 0.75, 0.9]),
  /**
   * For which reasons staff may pause it. By default every reason; none for statutory and external
   * clocks, which nobody may pause.
   */
  pauses: z.array(pauseReason).optional(),
  /** Absent: the clock can't be extended. */
  extension: extensionTerms.optional(),
  /** The regulation or promise behind the budget. */
  source: z.string().optional(),
});
export type PolicyClock = z.infer<typeof policyClock>;

const policyRule = z.strictObject({
  id: z.string().min(1),
  match: z
    .strictObject({
      category: oneOf.optional(),
      severity: oneOf.optional(),
      tier: oneOf.optional(),
      channel: oneOf.optional(),
      product: oneOf.optional(),
      unit: oneOf.optional(),
    })
    .default({}),
  clocks: z.array(policyClock).min(1),
});
export type PolicyRule = z.infer<typeof policyRule>;

/** Which clocks a case gets. Rules are tried in order; the last one must match every case. */
export const policySchema = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  calendars: z.array(calendarSpec).min(1),
  rules: z.array(policyRule).min(1),
});
export type Policy = z.infer<typeof policySchema>;

export interface PolicyProblem {
  path: string;
  rule: string;
  message: string;
}

/** What a rule can look at. */
export interface CaseFacts {
  category: string;
  severity: string;
  tier: string;
  channel: string;
  product?: string;
  unit?: string;
}

/** The policy, or every problem it has; a policy with problems is refused as a whole. */
export function validatePolicy(
  input: unknown,
): { policy: Policy; problems: [] } | { policy?: undefined; problems: PolicyProblem[] } {
  const parsed = policySchema.safeParse(input);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        rule: issue.code ?? 'custom',
        message: issue.message,
      })),
    };
  }
  const policy = parsed.data;
  const problems: PolicyProblem[] = [];
  const calendars = new Set<string>();
  policy.calendars.forEach((spec, index) => {
    const path = `calendars.${index}`;
    if (calendars.has(spec.id))
      problems.push({ path, rule: 'unique-id', message: `two calendars ${spec.id}` });
    calendars.add(spec.id);
    try {
      new BusinessCalendar(spec);
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      problems.push({ path, rule: 'calendar', message: error.message });
    }
  });
  const rules = new Set<string>();
  policy.rules.forEach((rule, index) => {
    const path = `rules.${index}`;
    if (rules.has(rule.id))
      problems.push({ path, rule: 'unique-id', message: `two rules ${rule.id}` });
    rules.add(rule.id);
    const isLast = index === policy.rules.length - 1;
    const matchesAll = Object.keys(rule.match).length === 0;
    if (matchesAll !== isLast) {
      problems.push({
        path: `${path}.match`,
        rule: 'one-default',
        message: 'exactly the last rule matches every case',
      });
    }
    rule.clocks.forEach((clock, at) => {
      if (!calendars.has(clock.calendar)) {
        problems.push({
          path: `${path}.clocks.${at}.calendar`,
          rule: 'known-calendar',
          message: `no calendar ${clock.calendar}`,
        });
      }
      if ((clock.kind === 'stage') !== (clock.stage !== undefined)) {
        problems.push({
          path: `${path}.clocks.${at}.stage`,
          rule: 'stage',
          message: 'a stage clock names its stage, no other does',
        });
      }
      if ((clock.kind === 'external') !== (clock.budget.unit === 'external')) {
        problems.push({
          path: `${path}.clocks.${at}.budget`,
          rule: 'external',
          message: 'external clocks have an external budget, no other has',
        });
      }
    });
  });
  return problems.length > 0 ? { problems } : { policy, problems: [] };
}

/** The first rule that matches; `validatePolicy` has made sure that the last one always does. */
export function selectRule(policy: Policy, facts: CaseFacts): PolicyRule {
  const matches = (rule: PolicyRule) =>
    Object.entries(rule.match).every(([name, values]) => {
      const fact = facts[name as keyof CaseFacts];
      return values === undefined || (fact !== undefined && values.includes(fact));
    });
  return policy.rules.find(matches) ?? policy.rules[policy.rules.length - 1]!;
}

/** Compiled calendars of a policy, found by the `id@version` that clocks are pinned to. */
export function compileCalendars(policy: Policy): Map<string, BusinessCalendar> {
  return new Map(
    policy.calendars.map((spec) => [calendarReference(spec), new BusinessCalendar(spec)]),
  );
}

export function calendarReference(spec: { id: string; version: number }): string {
  return `${spec.id}@${spec.version}`;
}
