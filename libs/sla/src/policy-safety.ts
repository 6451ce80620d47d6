import { z } from 'zod';
import { within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';

/**
 * What falls under such a rule is no complaint to be settled but a safety report: it goes to a desk at
 * once, and its only promises are when the desk takes it on and when the authority has it.
 */
export const safetyTerms = z.strictObject({
  /** The unit that keeps safety reports. */
  desk: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u),
});
type SafetyTerms = z.infer<typeof safetyTerms>;

interface RuleLooks {
  readonly match?: { readonly category?: string[]; readonly unit?: string[] } | undefined;
  readonly safety?: SafetyTerms | undefined;
  readonly clocks?: readonly { readonly kind?: string | undefined }[];
}

const onlyThese = 'a safety report has clocks of the kinds acknowledge and statutory';
const kinds: readonly (string | undefined)[] = ['acknowledge', 'statutory', undefined];

/**
 * Every problem of the rules that are about safety. A category of theirs is one whatever else is known of
 * a case, and for its whole life: so one of them takes all of it, and none looks at the unit.
 */
export function safetyProblems(rules: readonly RuleLooks[]): PolicyProblem[] {
  const whole = new Set(
    rules.flatMap(({ match, safety }) =>
      safety && Object.keys(match ?? {}).join() === 'category' ? (match?.category ?? []) : [],
    ),
  );
  return rules.flatMap(({ match, safety, clocks = [] }, index): PolicyProblem[] => {
    if (!safety) return [];
    const path = String(index);
    const problem = (field: string, rule: string, message: string): PolicyProblem => ({
      path: within(path, field),
      rule,
      message,
    });
    const problems = clocks.flatMap(({ kind }, clock): PolicyProblem[] =>
      kinds.includes(kind) ? [] : [problem(`clocks.${clock}.kind`, 'safety-clock', onlyThese)],
    );
    if (!clocks.some(({ kind }) => kind === 'statutory')) {
      problems.push(
        problem('clocks', 'safety-clock', 'a statutory clock says when the authority has it'),
      );
    }
    if (match?.unit) {
      problems.push(problem('match.unit', 'safety-unit', 'the desk has it, whose it was before'));
    }
    if (match && !match.category) {
      const message = 'name the categories that leave the normal flow';
      return [...problems, problem('match', 'safety-category', message)];
    }
    for (const category of match?.category ?? []) {
      if (whole.has(category)) continue;
      const message = `no rule with a desk matches ${category} alone: some of it would stay`;
      problems.push(problem('match.category', 'safety-whole', message));
    }
    return problems;
  });
}
