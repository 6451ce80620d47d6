import { isSameTime, ownZone } from './zoned-text.js';

/** The first zone of several whose clocks show something else than one's own; absent where all show the same. */
export const otherZone = (
  zones: readonly string[],
  at: string,
  here = ownZone(),
): string | undefined => zones.find((zone) => !isSameTime(at, zone, here));
