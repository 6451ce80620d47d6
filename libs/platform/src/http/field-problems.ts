import type { ZodError } from 'zod';

type Issue = ZodError['issues'][number];
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** One field's failure: `path` as in `customer.phone` or `[3].category`, `rule` for machines. */
export interface FieldProblem {
  path: string;
  rule: string;
  message: string;
}

/** What is wrong with each field, best of a value that was parsed with `reportInput`. `at`: where it stands. */
export function fieldProblems(
  issues: readonly Issue[],
  at: readonly PropertyKey[] = [],
): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf([...path, key]),
        rule: 'unknown-field',
        message: 'This field is not known',
      }));
    }
    if (isMissing(issue)) {
      return [{ path: pathOf(path), rule: 'required', message: 'This field is required' }];
    }
    // Its length, say, is asked too of what has none.
    if (issues.some((other) => other !== issue && isOfOtherType(other, issue))) return [];
    const meant = issue.code === 'invalid_union' ? meantBy(issue) : undefined;
    if (meant) return fieldProblems(meant, path);
    return [{ path: pathOf(path), rule: ruleOf(issue), message: issue.message }];
  });
}

/**
 * What is wrong with the one form of several that a value was meant in: the one of which fewer fields fail than
 * of each other. undefined when that can't be told.
 */
function meantBy({ errors }: UnionIssue): readonly Issue[] | undefined {
  const forms = errors
    .filter((issues) => issues.every(isInside))
    .map((issues) => ({ issues, failing: fieldProblems(issues).length }))
    .sort((one, other) => one.failing - other.failing);
  const [best, next] = forms;
  return best && best.failing !== next?.failing ? best.issues : undefined;
}

/** About a field of the value, not about the value itself. */
const isInside = ({ code, path }: Issue): boolean =>
  code === 'unrecognized_keys' || path.length > 0;

/** Whether the value at the place of `issue` is of a type that no other rule of it is for. */
const isOfOtherType = (other: Issue, issue: Issue): boolean =>
  other.code === 'invalid_type' && pathOf(other.path) === pathOf(issue.path);

/** Nothing stands where something must. Where zod was not asked to report the input, only its words tell. */
function isMissing(issue: Issue): boolean {
  if (!('input' in issue)) return /received undefined/.test(issue.message);
  const { input } = issue;
  // What tells the forms of a union apart: the path leads to it, the input is what should hold it.
  const name = issue.code === 'invalid_union' && issue.errors.length === 0 && issue.path.at(-1);
  if (!name) return input === undefined;
  return typeof input === 'object' && input !== null && !Object.hasOwn(input, name);
}

function ruleOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `type:${issue.expected}`;
    case 'invalid_format':
      return `format:${issue.format}`;
    case 'too_small':
      return `minimum:${String(issue.minimum)}`;
    case 'too_big':
      return `maximum:${String(issue.maximum)}`;
    case 'custom':
      return typeof issue.params?.rule === 'string' ? issue.params.rule : 'custom';
    default:
      return issue.code.replaceAll('_', '-');
  }
}

export function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
