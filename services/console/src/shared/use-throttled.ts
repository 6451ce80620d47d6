import { useState } from 'react';
import { throttled } from './throttled.js';

/** {@link throttled} for as long as something is shown: what it is given last is what runs. */
export function useThrottled(everyMs: number): (run: () => unknown) => void {
  const [throttle] = useState(() => throttled(everyMs));
  return throttle;
}
