import { isSameTime, ownZone } from './zoned-text.js';

/** The first of the zones of calendars, where none of their clocks shows what one's own does. */
export const otherZone = (
  zones: readonly string[],
  at: string,
  here = ownZone(),
): string | undefined => (zones.some((zone) => isSameTime(at, zone, here)) ? undefined : zones[0]);
