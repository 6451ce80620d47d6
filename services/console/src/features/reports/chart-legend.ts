/** The mark of an entry with what is between it, its name and the next; what is left free at both ends. */
const [mark, ends] = [42, 12];
const [wide, narrow] = [12.5, 7.5];
/** More lines than these leave the chart no room: it is turned over instead. */
const mostLines = 3;
const lineHeight = 22;

const isWide = (sign: string) => /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u.test(sign);
const widthOf = (name: string) =>
  [...name].reduce((sum, sign) => sum + (isWide(sign) ? wide : narrow), mark);

/**
 * How many lines the names of a legend take at a width, in pixels, rather too many than too few: in one line those that
 * have no room would be cut, or not be seen. Undefined where they are too many.
 */
export function legendLines(names: readonly string[], width: number): number | undefined {
  let [lines, used] = [1, ends];
  for (const name of names) {
    const needed = widthOf(name);
    if (used > ends && used + needed > width) [lines, used] = [lines + 1, ends];
    used += needed;
  }
  return lines > mostLines ? undefined : lines;
}

/** Where below the legend the chart begins. */
export const topBelow = (lines: number | undefined): number => 40 + lineHeight * ((lines ?? 1) - 1);
