import { useEffect, useSyncExternalStore } from 'react';
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

export const useIsOurTurn = (): boolean => useSyncExternalStore(subscribe, isOurTurn);

/** Takes the turn to announce for this tab when it is looked at, and leaves it with the page. */
export function useTakeTurns(isLive: boolean): void {
  useEffect(() => {
    const take = (isInSight: boolean) => {
      if (turn.take({ isInSight, isLive })) listeners.forEach((one) => one());
    };
    const look = () => take(!document.hidden);
    // Of two windows side by side neither takes it back from the other: only what somebody has left.
    const hear = () => take(false);
    look();
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    addEventListener('storage', hear);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
      removeEventListener('storage', hear);
    };
  }, [isLive]);
  useEffect(() => {
    const leave = () => turn.leave();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
