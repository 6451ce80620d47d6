import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { DraftKeeper } from './draft-keeper.js';
import type { Keeping } from './draft-keeper.js';

/** A keeper for as long as a composer is shown; what is not kept when it goes is kept then. */
export function useKeeper<T>(save: (value: T | undefined) => Promise<unknown>): {
  keeper: DraftKeeper<T>;
  keeping: Keeping;
} {
  const [keeper] = useState(() => new DraftKeeper<T>(save));
  return { keeper, keeping: useKeeping(keeper) };
}

/** How far a keeper is; whoever leaves, leaves nothing that is not kept. */
export function useKeeping<T>(keeper: DraftKeeper<T>): Keeping {
  const keeping = useSyncExternalStore(keeper.subscribe, () => keeper.state);
  const flush = useEffectEvent(() => keeper.flush());
  useEffect(() => {
    const leave = () => flush();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      keeper.flush();
    };
  }, [keeper]);
  return keeping;
}
