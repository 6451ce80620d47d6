/**
 * Runs what it is given at once, and then at most once in a while: whatever is asked for meanwhile is done by one run
 * at the end of it.
 */
export function throttled(
  everyMs: number,
  now = () => performance.now(),
): (run: () => void) => void {
  let last = -Infinity;
  let waiting = false;
  return (run) => {
    if (waiting) return;
    const wait = last + everyMs - now();
    const act = () => {
      waiting = false;
      last = now();
      run();
    };
    if (wait <= 0) return act();
    waiting = true;
    setTimeout(act, wait);
  };
}
