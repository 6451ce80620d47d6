import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { newKey } from '../../../shared/new-key.js';
import { Turn } from './turn.js';

const turn = new Turn(localStorage, newKey());
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (Turn.isChangedBy(key)) listener();
  };
  addEventListener('storage', hear);
  listeners.add(listener);
  return () => {
    removeEventListener('storage', hear);
    listeners.delete(listener);
  };
}

/** As it is at this moment: another tab may just have taken it. */
export const isOurTurn = (): boolean => turn.isOurs();

/**
 * Whether this tab announces, and whether it follows the alerts for that: also while it is about to take the turn, until
 * its stream stands, of which `onLive` is told. One that was looked at before another one has no stream for nothing.
 */
export function useTurn(): {
  isOurs: boolean;
  isFollowing: boolean;
  onLive: (isLive: boolean) => void;
} {
  const isOurs = useSyncExternalStore(subscribe, isOurTurn);
  const [isLookedAt, setIsLookedAt] = useState(() => !document.hidden);
  const take = useCallback((how: { isInSight: boolean; isLive: boolean }) => {
    if (turn.take(how)) listeners.forEach((one) => one());
  }, []);
  useEffect(() => {
    const look = () => {
      if (document.hidden) return;
      // At once where nobody has it.
      take({ isInSight: true, isLive: false });
      setIsLookedAt(true);
    };
    const hear = ({ key }: StorageEvent) => {
      if (!Turn.isChangedBy(key)) return;
      // Of two windows side by side neither takes it back from the other: only what somebody has left.
      take({ isInSight: false, isLive: false });
      if (!turn.isOurs()) setIsLookedAt(false);
    };
    if (!document.hidden) take({ isInSight: true, isLive: false });
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    addEventListener('storage', hear);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
      removeEventListener('storage', hear);
    };
  }, [take]);
  useEffect(() => {
    const leave = () => turn.leave();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const onLive = useCallback(
    (isLive: boolean) => take({ isInSight: !document.hidden, isLive }),
    [take],
  );
  return { isOurs, isFollowing: isOurs || isLookedAt, onLive };
}
