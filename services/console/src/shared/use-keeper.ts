import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { DraftKeeper, Keeping } from './draft-keeper.js';

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
