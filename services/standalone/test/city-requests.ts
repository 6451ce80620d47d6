/** Rows of Baltimore's 311 line, its header first. */
type Rows = readonly string[][];

/** The header, and one row in so many. */
export const everyNthRow = ([header, ...rows]: Rows, n: number): string[][] => [
  header!,
  ...rows.filter((_, index) => index % n === 0),
];

/** What the city's own columns say of each request: closed by its deadline, after it, still open, or without one. */
export function judgedByCity([header, ...rows]: Rows) {
  const counts = { met: 0, breached: 0, open: 0, withoutClock: 0 };
  // All are wall times of one zone, compared with each other only.
  const at = (row: string[], column: string) => Date.parse(`${row[header!.indexOf(column)]} UTC`);
  for (const row of rows) {
    const [due, closed] = [at(row, 'DueDate'), at(row, 'CloseDate')];
    if (Number.isNaN(due)) counts.withoutClock += 1;
    else if (Number.isNaN(closed)) counts.open += 1;
    else counts[closed <= due ? 'met' : 'breached'] += 1;
  }
  return counts;
}
