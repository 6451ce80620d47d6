import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for as long as the part is shown, which does what it was last given: whoever is handed it need not be drawn anew. */
export function useLatest<Given extends readonly unknown[], Back>(
  does: (...given: Given) => Back,
): (...given: Given) => Back {
  const latest = useRef(does);
  useLayoutEffect(() => {
    latest.current = does;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
