import { useSyncExternalStore } from 'react';

let waiting = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1): void {
  waiting += by;
  // A screen is first asked for while it is drawn, where nothing else may be drawn anew.
  queueMicrotask(() => listeners.forEach((listener) => listener()));
}

/** Counts what a screen waits for among what `useIsLoading` tells of. */
export function whileLoading<T>(work: Promise<T>): Promise<T> {
  change(1);
  return work.finally(() => change(-1));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the code of a screen is on its way: the one before it stays in sight meanwhile. */
export const useIsLoading = (): boolean => useSyncExternalStore(subscribe, () => waiting > 0);
