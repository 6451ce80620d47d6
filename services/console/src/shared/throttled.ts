/** A run that takes longer is waited for no more: what is read in a hidden tab may be paused, and never end. */
const longestRunMs = 10_000;

/**
 * Runs what it is given at once, and then at most once in a while and not before the run before has ended: whatever
 * is asked for meanwhile is done by one run afterwards.
 */
export function throttled(
  everyMs: number,
  now = () => performance.now(),
): (run: () => unknown) => void {
  let last = -Infinity;
  let isBusy = false;
  let asked: (() => unknown) | undefined;
  const goOn = () => {
    isBusy = false;
    act();
  };
  const act = () => {
    if (isBusy || !asked) return;
    const wait = last + everyMs - now();
    if (wait > 0) {
      isBusy = true;
      setTimeout(goOn, wait);
      return;
    }
    const run = asked;
    asked = undefined;
    last = now();
    const running = run();
    if (!(running instanceof Promise)) return;
    isBusy = true;
    const isLong = new Promise((resolve) => setTimeout(resolve, longestRunMs));
    Promise.race([running, isLong]).then(goOn, goOn);
  };
  return (run) => {
    asked = run;
    act();
  };
}
