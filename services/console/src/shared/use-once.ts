import { useState } from 'react';

/**
 * Begins something unless the last is still under way, whatever it waits for; whether one is. A key that is held, or
 * pressed twice, gives one command.
 */
export function useOnce(): [isBusy: boolean, begin: (work: () => Promise<unknown>) => void] {
  const [isBusy, setIsBusy] = useState(false);
  const begin = (work: () => Promise<unknown>) => {
    if (isBusy) return;
    setIsBusy(true);
    void work().finally(() => setIsBusy(false));
  };
  return [isBusy, begin];
}
