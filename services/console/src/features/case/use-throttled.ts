import { useEffect, useEffectEvent, useRef } from 'react';

/** Calls at once, and whatever is asked for meanwhile once more at the end of the interval. */
export function useThrottled(action: () => void, everyMs: number): () => void {
  const timer = useRef<number>(undefined);
  const isAsked = useRef(false);
  const act = useEffectEvent(action);
  const ask = useRef<() => void>(undefined);
  useEffect(() => {
    const run = () => {
      act();
      timer.current = window.setTimeout(() => {
        timer.current = undefined;
        if (!isAsked.current) return;
        isAsked.current = false;
        run();
      }, everyMs);
    };
    ask.current = () => {
      if (timer.current === undefined) run();
      else isAsked.current = true;
    };
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [everyMs]);
  return () => ask.current?.();
}
