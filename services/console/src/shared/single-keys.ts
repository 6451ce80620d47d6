import { useSyncExternalStore } from 'react';

const storageKey = 'clearline.single-keys';
const listeners = new Set<() => void>();
const areKeptOn = () => localStorage.getItem(storageKey) !== 'off';
let areOn = areKeptOn();

// Chosen in another tab.
addEventListener('storage', ({ key }) => {
  if (key !== storageKey && key !== null) return;
  areOn = areKeptOn();
  listeners.forEach((listener) => listener());
});

/** A character alone; keys with a name, such as `Escape`, and those with Ctrl are none. */
export const isSingle = (key: string): boolean => [...key].length === 1;

/** Whether a key that was pressed alone may do anything but type. */
export const isHeard = (key: string): boolean => areOn || !isSingle(key);

/**
 * Kept on this machine. Whoever dictates, or strikes keys without meaning it, turns them off (WCAG 2.1.4): what one
 * character does is then done by nothing but its button.
 */
export function chooseSingleKeys(isOn: boolean): void {
  areOn = isOn;
  localStorage.setItem(storageKey, isOn ? 'on' : 'off');
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys are on, for what names them. */
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, () => areOn);
