import { useEffect, useEffectEvent, useState } from 'react';

export interface StreamEvent {
  type: string;
  data: Record<string, unknown>;
}

/**
 * Follows a live stream of the server (`/api/v1/streams/…`) while a screen is shown. The browser takes it up again
 * where it broke off, by the id of the last event; `onReset` is called when the server could not, and everything has
 * to be read anew. Answers whether it stands.
 */
export function useStream(
  path: string,
  types: readonly string[],
  onEvent: (event: StreamEvent) => void,
  onReset: () => void,
): boolean {
  const [isLive, setIsLive] = useState(false);
  const told = useEffectEvent(onEvent);
  const lost = useEffectEvent(onReset);
  const names = types.join(' ');
  useEffect(() => {
    const source = new EventSource(path);
    const hear = (event: MessageEvent<string>) =>
      told({ type: event.type, data: JSON.parse(event.data) as Record<string, unknown> });
    source.addEventListener('open', () => setIsLive(true));
    source.addEventListener('error', () => setIsLive(false));
    source.addEventListener('reset', () => lost());
    for (const name of names.split(' ')) source.addEventListener(name, hear);
    return () => source.close();
  }, [path, names]);
  return isLive;
}
