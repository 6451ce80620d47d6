/** By what they call themselves; the first that fits: browsers name those that they descend from as well. */
const browsers: readonly (readonly [name: string, sign: RegExp])[] = [
  ['WeChat', /MicroMessenger\//],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Version\/[\d.]+ .*Safari\//],
];
const systems: readonly (readonly [name: string, sign: RegExp])[] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

const nameIn = (names: typeof browsers, header: string) =>
  names.find(([, sign]) => sign.test(header))?.[0];

/** Enough to know one's own machines by. */
const longest = 60;

/**
 * What a User-Agent header says of a browser and its system, as `Firefox · Windows`; of a program its own name.
 * Undefined where nothing is said.
 */
export function shortAgent(header: string | undefined): string | undefined {
  if (!header) return undefined;
  const known = [nameIn(browsers, header), nameIn(systems, header)].filter((name) => name);
  if (known.length > 0) return known.join(' · ');
  const [own = ''] = header.split(/\s/);
  return own.replaceAll(/[^\x21-\x7e]/g, '').slice(0, longest) || undefined;
}
