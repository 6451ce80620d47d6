import { ApiProblem } from '../api/problem.js';

export interface Change {
  sequence: number;
  type: string;
  at: string;
  actor: string | null;
}

/** An earlier complaint that is neither linked nor ruled out yet. */
export interface OpenRepeat {
  complaintId: string;
  number: string;
  isHidden: boolean;
}

/** Why a command was refused, as a problem says it, alone or within an answer for many. */
export function refusalOf(problem: { type: string; [extra: string]: unknown }): {
  kind: string;
  detail: string | undefined;
  /** What is wrong with which field. */
  errors: string[];
  missing: string[];
  repeats: OpenRepeat[];
  changes: Change[];
  /** Of a case that changed meanwhile: the version that it has. */
  version?: number;
} {
  const { type, detail, errors, missing, repeats, changes, version } = problem;
  return {
    kind: type.split(':').at(-1)!,
    detail: typeof detail === 'string' ? detail : undefined,
    errors: Array.isArray(errors)
      ? (errors as { message?: string }[]).flatMap(({ message }) => message ?? [])
      : [],
    missing: Array.isArray(missing) ? missing.map(String) : [],
    repeats: Array.isArray(repeats) ? (repeats as OpenRepeat[]) : [],
    changes: Array.isArray(changes) ? (changes as Change[]) : [],
    ...(typeof version === 'number' && { version }),
  };
}

/** Whether that rule is what was broken. */
export const isOfRule = (problem: { [extra: string]: unknown }, rule: string): boolean =>
  Array.isArray(problem['errors']) &&
  (problem['errors'] as { rule?: string }[]).some((error) => error.rule === rule);

/** Somebody else was faster: what one saw is no longer so. */
export const isStale = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.kind === 'stale-version';
