import { useSyncExternalStore } from 'react';

/** What the page says in passing, in the reader's language. */
export interface Saying {
  kind: 'success' | 'info' | 'warning' | 'error';
  text: string;
  /** More about it, in lines: it stays until it was read. */
  more?: string;
  /** What comes next, behind a button. */
  action?: { label: string; act: () => void };
  /** Absent: three seconds. */
  seconds?: number;
  /** What was said under it before gives way. */
  key?: string;
}

let unsaid: readonly Saying[] = [];
const listeners = new Set<() => void>();

function keep(next: readonly Saying[]): void {
  unsaid = next;
  listeners.forEach((listener) => listener());
}

/** Over the screen, for a moment. */
export function say(
  kind: Saying['kind'],
  text: string,
  more: Pick<Saying, 'more' | 'action' | 'seconds' | 'key'> = {},
): void {
  keep([...unsaid, { kind, text, ...more }]);
}

/** Once each. */
export function takeUnsaid(): readonly Saying[] {
  const taken = unsaid;
  if (taken.length > 0) keep([]);
  return taken;
}

export const useUnsaid = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => unsaid,
  );
