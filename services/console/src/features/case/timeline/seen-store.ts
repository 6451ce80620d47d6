import { withSeen } from './seen.js';
import type { Seen } from './seen.js';

/** Numbers only, and of this machine: nothing that was said in a case is kept. */
const storageKey = 'clearline.seen';
const mostCases = 500;
const listeners = new Set<() => void>();

function read(): Record<string, Seen> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, Seen>;
  } catch {
    return {};
  }
}
let kept = read();

/** Another tab of the same browser counts as well. */
addEventListener('storage', ({ key }) => {
  if (key !== storageKey) return;
  kept = read();
  listeners.forEach((listener) => listener());
});

const keyOf = (username: string, caseId: string) => `${username} ${caseId}`;

export function seenOf(username: string, caseId: string): Seen | undefined {
  return kept[keyOf(username, caseId)];
}

export function markSeen(username: string, caseId: string, sequences: readonly number[]): void {
  const key = keyOf(username, caseId);
  const { [key]: before, ...others } = kept;
  const after = before
    ? withSeen(before, sequences)
    : { upTo: Math.max(0, ...sequences), beyond: [] };
  kept = Object.fromEntries(
    [...Object.entries(others), [key, after]].slice(-mostCases),
  ) as typeof kept;
  localStorage.setItem(storageKey, JSON.stringify(kept));
  listeners.forEach((listener) => listener());
}

export function subscribeSeen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
