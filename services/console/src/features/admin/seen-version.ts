import { useState } from 'react';
import { ApiProblem } from '../../api/problem.js';

interface Seen {
  /** What was opened. */
  opened: unknown;
  version: number;
}

/** The version that a refusal told its reader of; undefined where it is about something else. */
export function toldVersion(error: unknown): number | undefined {
  if (!(error instanceof ApiProblem) || error.kind !== 'stale-version') return undefined;
  const { version } = error.body;
  return typeof version === 'number' ? version : undefined;
}

/**
 * The version that is published over: the newest one as something was opened. One that is read meanwhile, as lists are
 * whenever somebody comes back to the page, is nobody's until a refusal told them of it.
 */
export function useSeenVersion(opened: unknown, newest: number) {
  const [seen, setSeen] = useState<Seen>({ opened, version: newest });
  if (seen.opened !== opened) setSeen({ opened, version: newest });
  const onRefused = (error: unknown) => {
    const version = toldVersion(error);
    if (version !== undefined) setSeen({ opened, version });
  };
  return { seen: seen.opened === opened ? seen.version : newest, onRefused };
}
