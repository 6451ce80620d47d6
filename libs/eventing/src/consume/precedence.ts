import { setTimeout as delay } from 'node:timers/promises';

/** Kinds of work in one process, the first to be served first. */
export const workKinds = ['filing', 'cases', 'reports'] as const;
export type WorkKind = (typeof workKinds)[number];

/** Busy so recently is taken to be busy still: the next batch is on its way. */
const recentMs = 100;
const lookMs = 20;
/** How long a kind stands back at most, counted from when it fell behind. */
const patienceMs: Record<WorkKind, number> = { filing: 0, cases: 20_000, reports: 60_000 };

/**
 * Who goes first where one process does everything and a flood leaves no time for it all: callers are
 * answered, then cases are opened, then signals and reports follow. Nothing stands back without a flood,
 * and none for longer than its patience.
 */
export class Precedence {
  readonly #busy = new Map<WorkKind, { batches: number; until: number }>();

  /** A batch of this kind begins, and it is so large that more is likely to wait. Call what it returns at its end. */
  start(kind: WorkKind): () => void {
    const busy = this.#busy.get(kind) ?? { batches: 0, until: 0 };
    this.#busy.set(kind, busy);
    busy.batches += 1;
    return () => {
      busy.batches -= 1;
      busy.until = performance.now() + recentMs;
    };
  }

  /**
   * Resolves when nothing that goes before `kind` is waiting, or its patience ends.
   * @param behindSince `performance.now()` when this worker fell behind
   * @param onWait called now and then while it waits
   */
  async giveWay(
    kind: WorkKind,
    behindSince: number,
    signal: AbortSignal,
    onWait: () => void,
  ): Promise<void> {
    const until = behindSince + patienceMs[kind];
    while (!signal.aborted && this.mustWait(kind) && performance.now() < until) {
      await delay(lookMs);
      onWait();
    }
  }

  private mustWait(kind: WorkKind): boolean {
    const now = performance.now();
    return workKinds.slice(0, workKinds.indexOf(kind)).some((before) => {
      const busy = this.#busy.get(before);
      return busy !== undefined && (busy.batches > 0 || busy.until > now);
    });
  }
}
