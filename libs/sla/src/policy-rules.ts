import type { Budget } from './budget.js';
import { policyClock, policyRule } from './policy.js';
import type { PolicyClock, PolicyRule } from './policy.js';
import type { Ladder } from './policy-ladder.js';
import { covers, dimensionsOf } from './policy-match.js';
import { safetyProblems } from './policy-safety.js';
import { fieldsOf, fittingFields, itemsOf, misfits, repeated, within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';

/** What rules and clocks may refer to. */
export interface KnownNames {
  readonly calendars: ReadonlySet<string>;
  readonly ladders: ReadonlyMap<string, Ladder>;
}

/** Longer than any promise; beyond it a budget is a slip of the pen, and costly to count out. */
const longestBudget = { days: 3_660, minutes: 3_660 * 1_440 };

/** Every problem of the rules of a policy, each alone and in their order. */
export function ruleProblems(rules: readonly unknown[], known: KnownNames): PolicyProblem[] {
  const fields = rules.map((rule) => ({
    ...fittingFields(policyRule, rule),
    clocks: itemsOf(fieldsOf(rule)['clocks']).map((clock) => fittingFields(policyClock, clock)),
  }));
  const pathOf = (index: number) => within('rules', index);
  return [
    ...rules.flatMap((rule, index) => misfits(policyRule, rule, pathOf(index))),
    ...repeated(
      fields.map(({ id }) => id),
      (index) => within(pathOf(index), 'id'),
      'rules',
    ),
    ...orderProblems(fields.map(({ id, match, safety }) => ({ id, match, safety }))),
    ...safetyProblems(fields).map((one) => ({ ...one, path: within('rules', one.path) })),
    ...fields.flatMap(({ clocks }, index) => {
      const at = within(pathOf(index), 'clocks');
      return [
        ...repeated(
          clocks.map(nameOf),
          (clock) => within(at, clock),
          'clocks of kind',
          'unique-clock',
        ),
        ...clocks.flatMap((clock, number) => clockProblems(clock, within(at, number), known)),
      ];
    }),
  ];
}

const nameOf = ({ kind, stage }: Partial<PolicyClock>) =>
  stage === undefined ? kind : `${kind} ${stage}`;

type Matching = Partial<Pick<PolicyRule, 'id' | 'match' | 'safety'>>;

/** Exactly the last rule matches every case, and no rule stands behind one that takes all it could match. */
function orderProblems(rules: readonly Matching[]): PolicyProblem[] {
  const isDefault = ({ match }: Matching) =>
    match !== undefined && dimensionsOf(match).length === 0;
  const last = rules.length - 1;
  const problems = rules.flatMap((rule, index): PolicyProblem[] => {
    const path = within('rules', index, 'match');
    const earlier = rules
      .slice(0, index)
      .find((other) => comesBefore(other, rule) && covers(other, rule));
    const behind: PolicyProblem[] = earlier
      ? [
          {
            path,
            rule: 'unreachable-rule',
            message: `rule ${earlier.id} before it matches everything it matches`,
          },
        ]
      : [];
    if (index === last || !isDefault(rule)) return behind;
    const message = `only the last rule may match every case, and ${rule.id} does too`;
    return [{ path, rule: 'one-default', message }, ...behind];
  });
  const end = rules[last];
  if (end?.match !== undefined && !isDefault(end)) {
    const message = 'the last rule must match every case: leave its match empty';
    problems.push({ path: within('rules', last, 'match'), rule: 'one-default', message });
  }
  return problems;
}

/** A rule with a safety desk is tried before those without. */
const comesBefore = (earlier: Matching, later: Matching) => !later.safety || !!earlier.safety;

function clockProblems(
  clock: Partial<PolicyClock>,
  path: string,
  known: KnownNames,
): PolicyProblem[] {
  const { kind, stage, budget, calendar, pauses, extension, warnings = [] } = clock;
  const problems: PolicyProblem[] = [];
  const add = (field: string, rule: string, message: string) =>
    problems.push({ path: within(path, field), rule, message });
  if (calendar !== undefined && !known.calendars.has(calendar))
    add('calendar', 'known-calendar', `no calendar ${calendar}`);
  if (kind !== undefined && (kind === 'stage') !== (stage !== undefined))
    add('stage', 'stage', 'a stage clock names its stage, no other does');
  if (kind && budget && (kind === 'external') !== (budget.unit === 'external'))
    add('budget', 'external', 'external clocks have an external budget, no other has');
  if (budget && isTooLong(budget)) add('budget', 'longest-budget', 'it is longer than ten years');
  if ((kind === 'statutory' || kind === 'external') && pauses && pauses.length > 0)
    add('pauses', 'never-paused', `staff can't pause a clock of kind ${kind}`);
  if (extension && (kind === 'external' || extension.budget.unit === 'external'))
    add('extension', 'extension', 'a due date from outside is not extended here, nor by one');
  if (extension && isTooLong(extension.budget))
    add('extension.budget', 'longest-budget', 'it is longer than ten years');
  if (new Set(warnings).size < warnings.length)
    add('warnings', 'unique-threshold', 'a threshold is named twice');
  return [...problems, ...ladderUse(clock, path, known)];
}

/** A level that waits for a warning which its clock never gives would never be told. */
function ladderUse(
  { ladder, warnings = [] }: Partial<PolicyClock>,
  path: string,
  known: KnownNames,
): PolicyProblem[] {
  if (ladder === undefined) return [];
  const at = within(path, 'ladder');
  const used = known.ladders.get(ladder);
  if (!used) return [{ path: at, rule: 'known-ladder', message: `no ladder ${ladder}` }];
  return used.levels.flatMap(({ id, after }) => {
    if (after.threshold === undefined || warnings.includes(after.threshold)) return [];
    const message = `level ${id} waits for ${after.threshold}, and the clock doesn't warn then`;
    return [{ path: at, rule: 'ladder-threshold', message }];
  });
}

function isTooLong(budget: Budget): boolean {
  if ('days' in budget) return budget.days > longestBudget.days;
  return 'minutes' in budget && budget.minutes > longestBudget.minutes;
}
