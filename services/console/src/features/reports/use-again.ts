import { useEffect, useState } from 'react';

const times = 2;
/** What was read a moment ago may be drawn a moment later. */
const waitMs = 300;

/** Does a thing again for as long as it is due, twice at most; answers whether it may still be done. */
export function useAgain(isDue: boolean, read: () => void): boolean {
  const [left, setLeft] = useState(times);
  useEffect(() => {
    if (!isDue || left === 0) return undefined;
    const timer = window.setTimeout(() => {
      setLeft(left - 1);
      read();
    }, waitMs);
    return () => window.clearTimeout(timer);
  }, [isDue, left, read]);
  return left > 0;
}
