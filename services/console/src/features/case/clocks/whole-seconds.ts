interface Counted {
  readonly countedMs: number;
  readonly totalMs: number;
}

const whole = (milliseconds: number) => Math.floor(milliseconds / 1_000) * 1_000;

/**
 * The rows of a reckoning in whole seconds that add up: each counts what it brings its total on by, so that whoever adds
 * up what is shown comes to the total that is shown.
 */
export function inWholeSeconds<Row extends Counted>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({
    ...row,
    countedMs: whole(row.totalMs) - whole(row.totalMs - row.countedMs),
    totalMs: whole(row.totalMs),
  }));
}
