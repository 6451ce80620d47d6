import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

// One for the page: every report of a screen holds still, or none.
let held = false;
const listeners = new Set<() => void>();

/** Whether figures stay as they were read until somebody asks for others. */
export const isHeld = (): boolean => held;

/** Whoever holds still reads what they ask anew, and nothing by itself. */
export const unlessHeld = {
  refetchOnWindowFocus: () => !isHeld(),
  refetchOnReconnect: () => !isHeld(),
  refetchOnMount: () => !isHeld(),
};

type Cached = Pick<QueryClient, 'removeQueries'>;

/**
 * Forgets reports that nobody looks at: what was read of them is older than the moment of holding, and would be shown as
 * if it were of that moment. Whoever opens one reads it anew, and it is held from then on.
 */
export const forgetUnseen = (client: Cached): void =>
  client.removeQueries({ queryKey: ['report'], type: 'inactive' });

export function holdStill(isOn: boolean, client: Cached): void {
  held = isOn;
  if (isOn) forgetUnseen(client);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useHeld = (): boolean => useSyncExternalStore(subscribe, isHeld);
