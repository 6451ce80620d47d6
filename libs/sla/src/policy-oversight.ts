import { z } from 'zod';
import { caseSeverities, caseTiers } from './policy-match.js';
import { fieldsOf, fittingFields, misfits, within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';

/** How far a complaint has come, from the least to the most. */
export const complaintTiers = ['basic', 'escalated', 'difficult', 'major'] as const;

/** The commands that a policy may ask a second person for. */
export const fourEyesCommands = [
  'close',
  'reopen',
  'withdraw',
  'override-stage',
  'transfer',
  'merge',
  'unmerge',
  'leave-incident',
  'change-priority',
  'change-severity',
  'change-tier',
  'amend-codes',
  'approve-extension',
  'drop-order',
  'name-accused',
  'record-accountability',
] as const;

/** From where on a command waits for somebody else; every threshold that is named must be reached. */
const thresholds = {
  /** Of the case's priority. */
  severity: z.enum(caseSeverities).optional(),
  /** Of the customer. */
  tier: z.enum(caseTiers).optional(),
  complaintTier: z.enum(complaintTiers).optional(),
  /** More than this was granted as remedies, in the hotline's currency. */
  costAbove: z.number().min(0).optional(),
};

/** 四眼: a command that nobody gives alone; without a threshold never. */
export const fourEyesRule = z.strictObject({
  command: z.enum(fourEyesCommands),
  ...thresholds,
  /** The least role that decides. */
  decides: z.enum(['supervisor', 'manager', 'admin']).default('supervisor'),
  /** Those who decide are alerted when nobody has after so long, day and night; absent: never. */
  withinMinutes: z.number().int().min(1).max(525_600).optional(),
});
export type FourEyesRule = z.infer<typeof fourEyesRule>;

/** What a major complaint must have before it is closed. */
const majorTerms = z.strictObject({
  taskForce: z.boolean().optional(),
  /** How many stakeholders are mapped at least. */
  stakeholders: z.number().int().min(1).max(50).optional(),
});

/** Earlier complaints of the customer that say much the same: somebody links them or says why not. */
const likelyRepeatTerms = z.strictObject({
  /** The share of the terms of both texts, 0 to 1, from which on an answer is asked for. */
  answeredFrom: z.number().min(0).max(1),
  /** The regulation or promise behind it. */
  source: z.string().optional(),
});

/** Fields of a policy about what one person may not do alone, or not yet. Without them nothing waits. */
export const oversightTerms = {
  fourEyes: z.array(fourEyesRule).min(1).optional(),
  major: majorTerms.optional(),
  /** Neither does `establish` end nor the case close before; absent: nobody has to answer. */
  likelyRepeats: likelyRepeatTerms.optional(),
};

/** What a four-eyes rule looks at. */
export interface OversightFacts {
  severity: (typeof caseSeverities)[number];
  tier: (typeof caseTiers)[number];
  complaintTier: (typeof complaintTiers)[number];
  /** Of all granted remedies together. */
  cost: number;
}

/** The first rule that wants a second person for a command on such a case; undefined where one is enough. */
export function fourEyesFor(
  rules: readonly FourEyesRule[] | undefined,
  command: string,
  facts: OversightFacts,
): FourEyesRule | undefined {
  return rules?.find((rule) => rule.command === command && isReached(rule, facts));
}

function isReached(rule: FourEyesRule, facts: OversightFacts): boolean {
  return (
    isFrom(caseSeverities, rule.severity, facts.severity) &&
    isFrom(caseTiers, rule.tier, facts.tier) &&
    isFrom(complaintTiers, rule.complaintTier, facts.complaintTier) &&
    (rule.costAbove === undefined || facts.cost > rule.costAbove)
  );
}

const isFrom = <T extends string>(scale: readonly T[], least: T | undefined, value: T) =>
  least === undefined || scale.indexOf(value) >= scale.indexOf(least);

/** Every problem of the four-eyes rules of a policy. */
export function oversightProblems(rules: readonly unknown[]): PolicyProblem[] {
  return rules.flatMap((one, index): PolicyProblem[] => {
    const path = within('fourEyes', index);
    const { command } = fittingFields(fourEyesRule, one);
    const shape = misfits(fourEyesRule, one, path);
    if (command === undefined || !rules.slice(0, index).some((other) => takesAll(other, command))) {
      return shape;
    }
    const message = `a rule before it takes every ${command}`;
    return [...shape, { path, rule: 'unreachable-rule', message }];
  });
}

function takesAll(rule: unknown, command: string): boolean {
  const given = fieldsOf(rule);
  const names = Object.keys(thresholds);
  return given['command'] === command && names.every((name) => given[name] === undefined);
}
