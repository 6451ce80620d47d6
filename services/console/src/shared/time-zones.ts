/** Where whoever looks is, as the browser says. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One's own first, then that of no place, then all others by name. */
export const zones = [...new Set([ownZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map(
  (value) => ({ value, label: value }),
);

/** What people call the places of a zone, where neither its own name nor the browser says it. */
const alsoCalled: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'Beijing 北京 上海',
  'Asia/Hong_Kong': '香港',
  'Asia/Taipei': '台北',
  'Asia/Tokyo': '东京',
  'Europe/London': '伦敦',
  'Europe/Paris': '巴黎',
  'Europe/Berlin': '柏林',
};

const partOf = (language: string, timeZone: string, timeZoneName: 'shortGeneric' | 'shortOffset') =>
  new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** `GMT+8`, as it is now. */
export const offsetOf = (zone: string): string => partOf('en', zone, 'shortOffset');

const called = new Map<string, string>();

/** By what a zone is found: its name with and without the strokes, and what it is called in Chinese. Told once each. */
function calledOf(zone: string): string {
  const known = called.get(zone);
  if (known !== undefined) return known;
  const generic = partOf('zh-CN', zone, 'shortGeneric');
  const names = [zone, zone.replaceAll('_', ' '), generic, alsoCalled[zone] ?? ''];
  const all = names.join(' ').toLowerCase();
  called.set(zone, all);
  return all;
}

/** Whether somebody who writes this may mean the zone. */
export const matchesZone = (written: string, zone: string): boolean =>
  calledOf(zone).includes(written.trim().toLowerCase());
