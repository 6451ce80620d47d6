import { setTimeout as delay } from 'node:timers/promises';
import { StaleVersion } from '../errors.js';
import { sqlState } from '../sql-state.js';

/** serialization_failure, deadlock_detected, lock_not_available */
const conflicts = new Set(['40001', '40P01', '55P03']);
const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53400',
]);
/** idle_in_transaction_session_timeout, transaction_timeout: the server ended what this process let last. */
const overlong = new Set(['25P03', '25P04']);

export type FailureKind = 'conflict' | 'stale' | 'lost' | 'overlong' | 'handler';

/** What a failed batch means: try again as it is, wait for the database, make it shorter, or look for the poison. */
export function classifyFailure(error: unknown): FailureKind {
  if (error instanceof StaleVersion) return 'stale';
  const state = sqlState(error);
  if (conflicts.has(state)) return 'conflict';
  if (overlong.has(state)) return 'overlong';
  if (lost.has(state) || state.startsWith('08')) return 'lost';
  const message = error instanceof Error ? error.message : '';
  if (
    /Connection terminated|connection timeout|timeout exceeded when trying|Client was closed/i.test(
      message,
    )
  ) {
    return 'lost';
  }
  return 'handler';
}

/** 10 ms doubling to 5 s with jitter, so that a database that comes back meets no storm. Ends early on abort. */
export async function pauseBeforeRetry(attempt: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(5_000, 10 * 2 ** Math.min(attempt, 10));
  await delay(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
}

/**
 * Class and message of an error, short. Handlers' messages carry codes and ids, never personal text; the
 * database's data exceptions (SQLSTATE class 22) and JSON's syntax errors quote values and lose theirs.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const state = sqlState(error);
  if (/^22...$/.test(state)) return `${error.name}: SQLSTATE ${state}`;
  if (error instanceof SyntaxError) return error.name;
  return `${error.name}: ${error.message}`.slice(0, 500);
}
