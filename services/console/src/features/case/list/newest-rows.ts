interface Row {
  id: string;
  version: number;
}

/**
 * Rows that somebody saw, each as it was read last, wherever that was: one that left the list does not fall back to what
 * it was when it was chosen. The same rows where nothing is newer.
 */
export function newestRows<R extends Row>(seen: readonly R[], read: Iterable<R>): readonly R[] {
  const newest = new Map(seen.map((row) => [row.id, row]));
  let isNewer = false;
  for (const row of read) {
    const before = newest.get(row.id);
    if (!before || before.version >= row.version) continue;
    newest.set(row.id, row);
    isNewer = true;
  }
  return isNewer ? [...newest.values()] : seen;
}

/**
 * Rows to hold once some of those shown are chosen: those that were held, or all that are shown where one of a later
 * page is among the chosen. In the places where they are, so that nothing moves.
 */
export function rowsToHold<R extends Pick<Row, 'id'>>(
  held: readonly R[],
  shown: readonly R[],
  chosen: readonly string[],
): readonly R[] {
  const ids = new Set(held.map(({ id }) => id));
  return chosen.every((id) => ids.has(id)) ? held : shown;
}
