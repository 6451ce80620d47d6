/** What a cell has on both sides of its text, and the arrows of a heading that sorts. */
const padding = 18;
const arrows = 18;
const [wide, narrow] = [14.5, 8.3];

/** How much wider bold signs are. */
const bold = 1.2;

const isWide = (sign: string) => /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u.test(sign);

/** How wide a text of one line is at the size of a table, rather too wide than too narrow. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (isWide(sign) ? wide : narrow), 0);

/** Latin text breaks between its words, Chinese after any sign. */
const unbroken = (text: string): string[] =>
  text.split(/\s+|(?<=-)|(?<=[\u2E80-\u9FFF\uF900-\uFAFF])/u);

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.flatMap(unbroken).map(widthOf));

/**
 * How wide a column has to be for no word of it to break: at least `least`, and at most `most` for what has no end, as
 * codes. Chinese headings stay in one line up to four signs.
 */
export function columnWidth(
  title: string,
  values: readonly string[],
  { least, most = 320, isBold = false }: { least: number; most?: number; isBold?: boolean },
): number {
  const heading = Math.max(widest([title]), Math.min(widthOf(title), 4 * wide)) + arrows;
  const content = Math.min(widest(values) * (isBold ? bold : 1), most);
  return Math.ceil(Math.max(least, heading + padding, content + padding));
}
