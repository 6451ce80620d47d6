import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { forgetUnseen, isHeld } from './hold-still.js';

const atMostEveryMs = 2_000;

/** Reads reports again when something happened: once for all that happens within two seconds. */
export function useRefresh(): { soon: () => void; now: () => void } {
  const client = useQueryClient();
  const timer = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const now = useCallback(() => {
    // Of all that is held: what nobody looks at is older than this from now on.
    if (isHeld()) forgetUnseen(client);
    void client.invalidateQueries({ queryKey: ['report'] });
  }, [client]);
  const soon = useCallback(() => {
    if (isHeld()) return;
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      // It may have been held meanwhile.
      if (!isHeld()) now();
    }, atMostEveryMs);
  }, [now]);
  return { soon, now };
}
