import { isSameSeen, mergeSeen, withSeen } from './seen.js';
import type { Seen } from './seen.js';

/** Numbers only: nothing that was said in a case is kept. The server has those of all devices. */
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
  const before = seenOf(username, caseId);
  const first = { upTo: Math.max(0, ...sequences), beyond: [] };
  keep(username, caseId, before ? withSeen(before, sequences) : first);
}

/** What was read on other devices was read. */
export function adoptSeen(username: string, caseId: string, elsewhere: Seen): void {
  const before = seenOf(username, caseId);
  const after = before ? mergeSeen(before, elsewhere) : elsewhere;
  if (!before || !isSameSeen(after, before)) keep(username, caseId, after);
}

function keep(username: string, caseId: string, after: Seen): void {
  const key = keyOf(username, caseId);
  const { [key]: _before, ...others } = kept;
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
