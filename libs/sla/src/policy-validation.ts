import { z } from 'zod';
import { policySchema } from './policy.js';
import type { Policy } from './policy.js';
import { policyCalendarProblems } from './policy-calendars.js';
import { ladder, ladderProblems } from './policy-ladder.js';
import { oversightProblems } from './policy-oversight.js';
import { fieldsOf, itemsOf, misfits } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';
import { queueProblems } from './policy-queues.js';
import { resolutionProblems } from './policy-resolution.js';
import { ruleProblems } from './policy-rules.js';
import { triggerProblems } from './policy-triggers.js';

/** The top level alone: what is inside its lists is looked at one by one. */
const topLevel = z.strictObject({
  ...policySchema.shape,
  calendars: z.array(z.unknown()).min(1),
  ladders: z.array(z.unknown()).optional(),
  triggers: z.array(z.unknown()).max(100).optional(),
  authority: z.array(z.unknown()).min(1).optional(),
  causes: z.array(z.unknown()).min(1).optional(),
  queues: z.array(z.unknown()).min(1).max(200).optional(),
  fourEyes: z.array(z.unknown()).min(1).optional(),
  rules: z.array(z.unknown()).min(1),
});

export type Validated =
  { policy: Policy; problems: [] } | { policy?: undefined; problems: PolicyProblem[] };

/**
 * The policy, or every problem it has; a policy with problems is refused as a whole.
 * @param lineOf where a path stands in the text that the policy was given as
 */
export function validatePolicy(
  input: unknown,
  lineOf: (path: string) => number | undefined = () => undefined,
): Validated {
  const given = fieldsOf(input);
  const calendars = itemsOf(given['calendars']);
  const ladders = itemsOf(given['ladders']);
  const knownLadders = laddersOf(ladders);
  const problems = [
    ...misfits(topLevel, input, ''),
    ...policyCalendarProblems(calendars),
    ...ladderProblems(ladders),
    ...triggerProblems(itemsOf(given['triggers']), knownLadders),
    ...resolutionProblems(itemsOf(given['authority']), itemsOf(given['causes'])),
    ...queueProblems(itemsOf(given['queues'])),
    ...oversightProblems(itemsOf(given['fourEyes'])),
    ...ruleProblems(itemsOf(given['rules']), {
      calendars: new Set(calendars.map((spec) => String(fieldsOf(spec)['id']))),
      ladders: knownLadders,
    }),
  ];
  const parsed = policySchema.safeParse(input);
  if (problems.length === 0 && parsed.success) return { policy: parsed.data, problems: [] };
  return {
    problems: problems.map((problem) => {
      const line = lineOf(problem.path);
      return line === undefined ? problem : { ...problem, line };
    }),
  };
}

/** One that doesn't fit keeps its name: those who refer to it are not wrong for that. */
function laddersOf(ladders: readonly unknown[]) {
  return new Map(
    ladders.map((one) => {
      const parsed = ladder.safeParse(one);
      const id = String(fieldsOf(one)['id']);
      return [id, parsed.success ? parsed.data : { id, levels: [] }] as const;
    }),
  );
}
