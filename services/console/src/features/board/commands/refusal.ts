import { ApiProblem } from '../../../api/problem.js';

/** The refusals that the board has words for. */
export const refusals = [
  'stale-version',
  'illegal-transition',
  'missing-evidence',
  'forbidden',
  'not-found',
  'validation',
  'unavailable',
  'internal',
] as const;
export type Refusal = (typeof refusals)[number] | 'other';

export interface Change {
  type: string;
  at: string;
  actor: string | null;
}

/** Why a command was refused, as a problem says it, alone or within an answer for many. */
export function refusalOf(problem: { type: string; [extra: string]: unknown }): {
  refusal: Refusal;
  detail: string | undefined;
  missing: string[];
  changes: Change[];
} {
  const kind = problem.type.split(':').at(-1);
  const { detail, missing, changes } = problem;
  return {
    refusal: refusals.find((one) => one === kind) ?? 'other',
    detail: typeof detail === 'string' ? detail : undefined,
    missing: Array.isArray(missing) ? missing.map(String) : [],
    changes: Array.isArray(changes) ? (changes as Change[]) : [],
  };
}

/** Somebody else was faster: what one saw is no longer so. */
export const isStale = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.kind === 'stale-version';
