import { useState } from 'react';
import type { FocusEvent } from 'react';
import { inHeldPlaces } from './held-places.js';
import type { HeldList } from './held-places.js';

type Holder = 'pointer' | 'focus';

interface HeldPlaces<T> extends HeldList<T> {
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

export function useHeldPlaces<T extends { id: string }>(listed: readonly T[]): HeldPlaces<T> {
  const [holders, setHolders] = useState<readonly Holder[]>([]);
  const [ids, setIds] = useState<readonly string[]>();
  const now = listed.map(({ id }) => id);
  const hold = (holder: Holder) => {
    if (holders.length === 0) setIds(now);
    if (!holders.includes(holder)) setHolders([...holders, holder]);
  };
  const leave = (holder: Holder) => {
    const others = holders.filter((one) => one !== holder);
    setHolders(others);
    if (others.length === 0) setIds(undefined);
  };
  return {
    ...inHeldPlaces(listed, ids),
    release: () => setIds(holders.length > 0 ? now : undefined),
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
