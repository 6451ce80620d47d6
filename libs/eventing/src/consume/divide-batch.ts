/** An event by itself may have its transaction ended for its length once: that may be the machine's fault. */
export const overlongAttempts = 2;

/**
 * Parts of a batch may be short enough, so it is divided at once. One record by itself is blamed only where it is an
 * event: what breaks its contract runs no handler, nor does progress alone.
 * @param size records of the batch
 * @param events those of them that a handler gets
 */
export function overlongAttemptsOf(size: number, events: number): number {
  if (size > 1) return 1;
  return events === 0 ? Infinity : overlongAttempts;
}

/**
 * Where a failed batch is divided: around the event whose handler threw, or else in the middle. One that took too
 * long is divided at both: the handler that was at work when the time was up may have come last only.
 * @param size events of the batch, two at least
 * @param poison place of the event whose handler threw, negative where none did
 * @returns where its parts begin and end, each of them shorter than the batch
 */
export function cutsOf(size: number, poison: number, isOverlong: boolean): number[] {
  const around = poison < 0 ? [] : [poison, poison + 1];
  const middle = poison < 0 || isOverlong ? [size >> 1] : [];
  return [...new Set([0, ...around, ...middle, size])].sort((a, b) => a - b);
}
