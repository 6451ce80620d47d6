import { useEffect, useEffectEvent, useState } from 'react';
import { followStream } from './follow-stream.js';
import type { StreamEvent } from './follow-stream.js';

/**
 * Follows a live stream of the server (`/api/v1/streams/…`) while a screen is shown. It is taken up again where it broke
 * off, by the id of the last event; `onReset` is called when that could not be, and everything has to be read anew.
 * Answers whether it stands. In a tab that is out of sight it rests, unless somebody is told there, `inBackground`.
 */
export function useStream(
  path: string,
  types: readonly string[],
  onEvent: (event: StreamEvent) => void,
  onReset: () => void,
  inBackground = false,
): boolean {
  const [isLive, setIsLive] = useState(false);
  const told = useEffectEvent(onEvent);
  const lost = useEffectEvent(onReset);
  const names = types.join(' ');
  useEffect(
    () =>
      followStream(
        path,
        names.split(' '),
        { onEvent: (event) => told(event), onReset: () => lost(), onLive: setIsLive },
        { inBackground },
      ),
    [path, names, inBackground],
  );
  return isLive;
}
