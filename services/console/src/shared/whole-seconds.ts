interface Counted {
  readonly from: string;
  readonly to: string;
  readonly countedMs: number;
  readonly totalMs: number;
}

export const whole = (milliseconds: number) => Math.floor(milliseconds / 1_000) * 1_000;
const wholeInstant = (at: string) => whole(Date.parse(at));

/**
 * What was used by now, as the rows say it that were reckoned to that point: in a pause or a break it stands for as long
 * as somebody may compare the two, and what is told of it in hundredths of a minute would be a second beside them.
 */
export function usedInRows(rows: readonly Counted[], usedMs: number): number {
  const place = rows.findLastIndex(({ totalMs }) => Math.abs(totalMs - usedMs) < 1_000);
  return inWholeSeconds(rows)[place]?.totalMs ?? usedMs;
}

/**
 * The rows of a reckoning in whole seconds that add up: what counted from its beginning to its end counts what lies
 * between these two as they are shown, and each total is the sum of the rows so far. What counted in part counts what it
 * brings its total on by.
 */
export function inWholeSeconds<Row extends Counted>(rows: readonly Row[]): Row[] {
  const [first] = rows;
  let totalMs = first ? whole(first.totalMs - first.countedMs) : 0;
  return rows.map((row) => {
    const isWhole = row.countedMs === Date.parse(row.to) - Date.parse(row.from);
    const countedMs = isWhole
      ? wholeInstant(row.to) - wholeInstant(row.from)
      : whole(row.totalMs) - whole(row.totalMs - row.countedMs);
    totalMs += countedMs;
    return { ...row, countedMs, totalMs };
  });
}
