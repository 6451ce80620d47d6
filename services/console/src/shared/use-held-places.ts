import { useEffect, useState } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { heldBy, leftBy } from './holders.js';
import type { Held, Holder } from './holders.js';

interface HeldPlaces {
  /** In the order that is held; absent while nobody holds the list. */
  heldKeys: readonly string[] | undefined;
  /** Brings the newcomers in, and the list into its order. */
  release: () => void;
  /** For the element of the list: it holds its places while somebody points into it or has its focus. */
  holding: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: (event: FocusEvent) => void;
  };
}

/** Keeps the members of a list, by their keys, where somebody who reaches for one of them saw them. */
export function useHeldPlaces(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
): HeldPlaces {
  const [held, setHeld] = useState<Held>();
  const hold = (holder: Holder) => setHeld((before) => heldBy(before, holder, keys));
  const leave = (holder: Holder) => setHeld((before) => leftBy(before, holder));
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // What is taken out of the page with the focus in it tells nobody that it lost it.
    const watched = new MutationObserver(() => {
      if (!element.contains(document.activeElement)) setHeld((before) => leftBy(before, 'focus'));
    });
    watched.observe(element, { childList: true, subtree: true });
    return () => watched.disconnect();
  }, [list]);
  return {
    heldKeys: held?.keys,
    release: () => setHeld((before) => before && { ...before, keys }),
    holding: {
      onPointerEnter: () => hold('pointer'),
      onPointerLeave: () => leave('pointer'),
      onFocus: () => hold('focus'),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) leave('focus');
      },
    },
  };
}
