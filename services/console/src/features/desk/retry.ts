import { ApiProblem } from '../../api/problem.js';

/** About ten minutes of trying, which a restart of the server takes less than. */
const mostRetries = 45;
const firstDelayMs = 1_000;
const longestDelayMs = 15_000;

/** The server is away or overloaded: the same request may well succeed later. What it refused stays refused. */
export function isWorthRetry(failures: number, error: unknown): boolean {
  if (failures >= mostRetries) return false;
  if (!(error instanceof ApiProblem)) return true;
  return error.status === 429 || error.status >= 500;
}

export const retryDelay = (attempt: number): number =>
  Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
