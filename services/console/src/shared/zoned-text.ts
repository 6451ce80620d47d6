/** `2026-11-28 16:49:20` in a zone, whatever zone the browser is in. */
export function zonedText(at: string, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(new Date(at));
}
