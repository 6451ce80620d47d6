/**
 * Runs what it is given at once, and then at most once in a while and never before the run before has ended: whatever
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
    running.then(goOn, goOn);
  };
  return (run) => {
    asked = run;
    act();
  };
}
