/** Where whoever looks is, as the browser says. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One's own first, then that of no place, then all others by name. */
export const zones = [...new Set([ownZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map(
  (value) => ({ value, label: value }),
);
