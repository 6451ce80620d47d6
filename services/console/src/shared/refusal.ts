import { ApiProblem } from '../api/problem.js';

export interface Change {
  sequence: number;
  type: string;
  at: string;
  actor: string | null;
}

/** Why a command was refused, as a problem says it, alone or within an answer for many. */
export function refusalOf(problem: { type: string; [extra: string]: unknown }): {
  kind: string;
  detail: string | undefined;
  missing: string[];
  changes: Change[];
} {
  const { type, detail, missing, changes } = problem;
  return {
    kind: type.split(':').at(-1)!,
    detail: typeof detail === 'string' ? detail : undefined,
    missing: Array.isArray(missing) ? missing.map(String) : [],
    changes: Array.isArray(changes) ? (changes as Change[]) : [],
  };
}

/** Somebody else was faster: what one saw is no longer so. */
export const isStale = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.kind === 'stale-version';
