import { useSyncExternalStore } from 'react';

/** How somebody wants to be told of alerts on this machine. */
export interface Wishes {
  sound: boolean;
  desktop: boolean;
}

const storageKey = 'clearline.attention';
const listeners = new Set<() => void>();
let wishes = readWishes();

function readWishes(): Wishes {
  const kept = localStorage.getItem(storageKey)?.split(' ') ?? ['sound'];
  return { sound: kept.includes('sound'), desktop: kept.includes('desktop') };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const wishesNow = (): Wishes => wishes;

export const useWishes = (): Wishes => useSyncExternalStore(subscribe, wishesNow);

// Chosen in another tab, which may not be the one that announces.
addEventListener('storage', ({ key }) => {
  if (key !== storageKey && key !== null) return;
  wishes = readWishes();
  listeners.forEach((listener) => listener());
});

/** Kept on this machine: another one has other loudspeakers. */
export function chooseWishes(changes: Partial<Wishes>): void {
  wishes = { ...wishes, ...changes };
  const kept = (['sound', 'desktop'] as const).filter((one) => wishes[one]);
  localStorage.setItem(storageKey, kept.join(' '));
  listeners.forEach((listener) => listener());
}
