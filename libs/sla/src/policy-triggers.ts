import { z } from 'zod';
import { caseSeverities, caseThreats, caseTiers } from './policy-match.js';
import type { Ladder } from './policy-ladder.js';
import { fittingFields, misfits, repeated, within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';

/** What raises an alert besides clocks: exactly one of these. */
const condition = z
  .strictObject({
    /** The case is worked as one of these. */
    severity: z.array(z.enum(caseSeverities)).min(1).optional(),
    /** The customer is of one of these tiers. */
    tier: z.array(z.enum(caseTiers)).min(1).optional(),
    /** The customer threatens with one of these. */
    threat: z.array(z.enum(caseThreats)).min(1).optional(),
    /** The complaint repeats at least so many earlier ones. */
    repeat: z.number().int().min(1).max(99).optional(),
    callback: z.literal('dissatisfied').optional(),
    /** It is about somebody's conduct: a problem item. */
    problem: z.literal('marked').optional(),
  })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, {
    error: 'give exactly one of severity, tier, threat, repeat, callback, problem',
  });

/** Something about a complaint that people are told of along a ladder, until somebody acknowledges it. */
export const policyTrigger = z.strictObject({
  id: z.string().min(1),
  on: condition,
  ladder: z.string().min(1),
  /** The regulation or promise behind it. */
  source: z.string().optional(),
});
export type PolicyTrigger = z.infer<typeof policyTrigger>;

/** What triggers look at. */
export interface TriggerFacts {
  readonly severity: string;
  readonly tier: string;
  readonly threats: readonly string[];
  /** How many earlier complaints it repeats. */
  readonly repeats: number;
  /** A callback just now found the customer dissatisfied. */
  readonly isDissatisfied: boolean;
  /** It is marked as a problem item. */
  readonly isProblem: boolean;
}

/** What an alert that a trigger raises is about. */
export function causeOfTrigger({ on }: PolicyTrigger) {
  if (on.severity) return 'severity' as const;
  if (on.tier) return 'tier' as const;
  if (on.threat) return 'threat' as const;
  if (on.repeat !== undefined) return 'repeat' as const;
  return on.problem ? ('problem' as const) : ('dissatisfied' as const);
}

/**
 * The triggers that fire: those whose condition holds now and did not before.
 * @param before undefined where the complaint was not known before
 */
export function triggersFired(
  triggers: readonly PolicyTrigger[],
  before: TriggerFacts | undefined,
  after: TriggerFacts,
): PolicyTrigger[] {
  return triggers.filter(({ on }) => {
    const { severity, tier, threat, repeat, problem } = on;
    const isNew = (given: readonly string[] | undefined, name: 'severity' | 'tier') =>
      given?.includes(after[name]) === true && !(before && given.includes(before[name]));
    if (severity) return isNew(severity, 'severity');
    if (tier) return isNew(tier, 'tier');
    if (threat) {
      const added = after.threats.filter((one) => !before?.threats.includes(one));
      return added.some((one) => (threat as readonly string[]).includes(one));
    }
    if (repeat !== undefined) return after.repeats >= repeat && (before?.repeats ?? 0) < repeat;
    if (problem) return after.isProblem && !before?.isProblem;
    return after.isDissatisfied;
  });
}

/** Every problem of the triggers of a policy. */
export function triggerProblems(
  triggers: readonly unknown[],
  ladders: ReadonlyMap<string, Ladder>,
): PolicyProblem[] {
  const pathOf = (index: number, field: string) => within('triggers', index, field);
  const fields = triggers.map((one) => fittingFields(policyTrigger, one));
  return [
    ...triggers.flatMap((one, index) => misfits(policyTrigger, one, within('triggers', index))),
    ...repeated(
      fields.map(({ id }) => id),
      (index) => pathOf(index, 'id'),
      'triggers',
    ),
    ...fields.flatMap(({ ladder }, index): PolicyProblem[] => {
      if (ladder === undefined) return [];
      const path = pathOf(index, 'ladder');
      const used = ladders.get(ladder);
      if (!used) return [{ path, rule: 'known-ladder', message: `no ladder ${ladder}` }];
      // One that does not fit is told of where it stands.
      if (used.levels.length === 0 || used.levels.some(({ after }) => after.trigger === 0)) {
        return [];
      }
      const message = `no level of ${ladder} is told at once: give one \`after: { trigger: 0 }\``;
      return [{ path, rule: 'trigger-level', message }];
    }),
  ];
}
