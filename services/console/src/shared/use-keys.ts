import { useEffect, useEffectEvent } from 'react';
import { isHeard } from './single-keys.js';

/** What a key does, by the character that it types: national layouts put `?` and `/` in other places. */
export type Keys = Readonly<Record<string, () => void>>;

const typed =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"]';

/** Whether a key is for a text, an input method or the browser rather than for the console. */
export function isTaken(event: KeyboardEvent): boolean {
  // 229 is what browsers report for keys that an input method has taken.
  if (event.isComposing || event.keyCode === 229) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return event.target instanceof Element && event.target.closest(typed) !== null;
}

/** A window lies over the screen: to go on beneath it would take what was begun in it away. */
export const isCovered = (): boolean =>
  [...document.querySelectorAll('[role="dialog"]')].some((window) => window.checkVisibility());

/**
 * Single keys while a screen is shown. They do nothing while somebody types or composes, with Ctrl, Alt or Cmd,
 * while a window is open, or where they are turned off.
 */
export function useKeys(keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = keys[event.key];
    if (!action || !isHeard(event.key) || event.defaultPrevented) return;
    if (isTaken(event) || isCovered()) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
