import { useEffect, useSyncExternalStore } from 'react';
import { useKeys } from './use-keys.js';

export interface ScreenKey {
  /** As it is shown: what `act` is given for is the character that it types. */
  key: string;
  name: string;
  /** Absent of what a field listens to itself, such as Ctrl with Enter. */
  act?: () => void;
}
type Listed = Pick<ScreenKey, 'key' | 'name'>;

let lists: readonly (readonly Listed[])[] = [];
const listeners = new Set<() => void>();

function show(next: typeof lists): void {
  lists = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Single keys of a part of a screen, listed by `?` while it is shown. */
export function useScreenKeys(keys: readonly ScreenKey[]): void {
  useKeys(Object.fromEntries(keys.flatMap(({ key, act }) => (act ? [[key, act]] : []))));
  const listed = JSON.stringify(keys.map(({ key, name }) => ({ key, name })));
  useEffect(() => {
    const list = JSON.parse(listed) as Listed[];
    show([...lists, list]);
    return () => show(lists.filter((one) => one !== list));
  }, [listed]);
}

/** What the keys of the shown screen do, apart from those that work everywhere. */
export const useListedKeys = (): readonly Listed[] =>
  useSyncExternalStore(subscribe, () => lists).flat();
