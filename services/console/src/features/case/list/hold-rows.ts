/**
 * Rows that stand still: those that were there keep their place, as they are now; what came above them waits, what
 * was read on below them follows.
 */
export function holdRows<T>(
  held: readonly T[],
  now: readonly T[],
  idOf: (row: T) => string,
): { rows: T[]; waiting: number } {
  const fresh = new Map(now.map((row) => [idOf(row), row]));
  const isHeld = new Set(held.map(idOf));
  const last = now.findLastIndex((row) => isHeld.has(idOf(row)));
  const added = now
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => !isHeld.has(idOf(row)));
  const below = added.filter(({ index }) => index > last).map(({ row }) => row);
  return {
    rows: [...held.map((row) => fresh.get(idOf(row)) ?? row), ...below],
    waiting: added.length - below.length,
  };
}
