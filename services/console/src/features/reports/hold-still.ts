import { useSyncExternalStore } from 'react';

// One for the page: every report of a screen holds still, or none.
let held = false;
const listeners = new Set<() => void>();

/** Whether figures stay as they were read until somebody asks for others. */
export const isHeld = (): boolean => held;

export function holdStill(isOn: boolean): void {
  held = isOn;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useHeld = (): boolean => useSyncExternalStore(subscribe, isHeld);
