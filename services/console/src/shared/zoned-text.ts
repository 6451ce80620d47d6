/** `2026-11-28 16:49:20` in a zone, whatever zone the browser is in. */
export function zonedText(at: string, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(new Date(at));
}

/** The zone that whoever reads lives in, as the browser has it. */
export const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** As the reckonings of clocks call it. */
const chineseNames: Readonly<Record<string, string>> = { 'Asia/Shanghai': '北京时间' };

/** A zone as people call it: China Standard Time, 北京时间. */
export function zoneName(zone: string, language: string, at: string): string {
  const known = language.startsWith('zh') ? chineseNames[zone] : undefined;
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' });
  return parts.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')!.value;
}

/** Whether clocks on the wall of two zones show the same at a point in time. */
export const isSameTime = (at: string, one: string, other: string) =>
  zonedText(at, one) === zonedText(at, other);
