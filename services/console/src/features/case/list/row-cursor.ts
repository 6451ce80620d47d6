/**
 * Which row keys are at. Apart from what React keeps of the table: a step draws the row that is left and the one that
 * is come to, and none of the others.
 */
export class RowCursor {
  id: string | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The row one step away in these, or none at their ends; it is at that one from now on. */
  move(ids: readonly string[], step: 1 | -1): number | undefined {
    const next = this.id === undefined ? 0 : ids.indexOf(this.id) + step;
    const id = ids[next];
    if (id === undefined) return;
    this.id = id;
    this.listeners.forEach((listener) => listener());
    return next;
  }
}
