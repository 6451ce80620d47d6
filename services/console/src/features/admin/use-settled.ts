import { useEffect, useState } from 'react';

/** A value once it has not changed for a while: what was typed, when whoever types pauses. */
export function useSettled<T>(value: T, milliseconds = 600): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
