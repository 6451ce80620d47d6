import { z } from 'zod';
import { caseMatch, covers, matchesCase } from './policy-match.js';
import type { CaseFacts } from './policy-match.js';
import { fittingFields, misfits, repeated, within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';

const text = z.string().trim().min(1).max(200);
const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u);
const minutes = z.number().gt(0).max(100_000);

/** Cases of one kind, which take about as long and cost about as much to handle. */
export const policyQueue = z.strictObject({
  id: code,
  title: z.strictObject({ zh: text, en: text }),
  match: caseMatch,
  /** How long one call about such a case may take; absent: as long as it takes. */
  talkMinutes: minutes.optional(),
  /** How long all the work on such a case may take. */
  handlingMinutes: minutes,
  /** What an hour of that work costs, in the hotline's currency; absent: it is not counted. */
  costPerHour: z.number().min(0).max(1_000_000).optional(),
});
export type PolicyQueue = z.infer<typeof policyQueue>;

/** The field of a policy; without it no case is in a queue. */
export const queueTerms = { queues: z.array(policyQueue).min(1).max(200).optional() };

/**
 * The queue of a case: the one that somebody put it into, while the policy has it, else the first that
 * matches. Undefined where none does.
 */
export function selectQueue(
  { queues }: { readonly queues?: readonly PolicyQueue[] },
  facts: CaseFacts,
  chosen?: string,
): PolicyQueue | undefined {
  if (!queues) return undefined;
  const found = chosen === undefined ? undefined : queues.find(({ id }) => id === chosen);
  return found ?? queues.find(({ match }) => matchesCase(match, facts));
}

/** Every problem of the queues of a policy: also one behind another that takes all its cases. */
export function queueProblems(queues: readonly unknown[]): PolicyProblem[] {
  const fields = queues.map((queue) => fittingFields(policyQueue, queue));
  return [
    ...queues.flatMap((queue, index) => misfits(policyQueue, queue, within('queues', index))),
    ...repeated(
      fields.map(({ id }) => id),
      (index) => within('queues', index, 'id'),
      'queues',
    ),
    ...fields.flatMap((queue, index): PolicyProblem[] => {
      const earlier = fields.slice(0, index).find((other) => covers(other, queue));
      if (!earlier) return [];
      const message = `queue ${earlier.id} before it takes every case that it matches`;
      return [{ path: within('queues', index, 'match'), rule: 'unreachable-queue', message }];
    }),
  ];
}
