import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { followStream } from './follow-stream.js';
import type { Following, StreamEvent } from './follow-stream.js';
import { shareStreams } from './share-stream.js';

const follow = shareStreams(followStream);

/**
 * Follows a live stream of the server (`/api/v1/streams/…`) while a screen is shown. It is taken up again where it broke
 * off, by the id of the last event; `onReset` is called when that could not be, and everything has to be read anew.
 * Answers whether it stands. All parts of a page that follow the same types of it have one connection. In a tab that is
 * out of sight it rests, unless somebody is told there, `inBackground`.
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
  const following = useRef<Following>(undefined);
  useEffect(() => {
    const to = {
      onEvent: (event: StreamEvent) => told(event),
      onReset: () => lost(),
      onLive: setIsLive,
    };
    const followed = follow(path, names.split(' '), to);
    following.current = followed;
    return () => followed.stop();
  }, [path, names]);
  // Apart from the stream itself, which would be missing what comes while it is opened anew.
  useEffect(() => following.current?.stayInBackground(inBackground), [path, names, inBackground]);
  return isLive;
}
