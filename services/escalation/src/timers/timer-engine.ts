import type { Tx } from '#platform';

/** A case's one timer as it was written; without `dueAt` nothing is left to fire. */
export interface WrittenTimer {
  id: string;
  dueAt?: number;
  /** Grows with each rewriting, so that news of an older writing changes nothing. */
  generation: number;
}

/** Fires the timers of these cases: decides what is due and rewrites each of them, all in `tx`. */
export type FireTimers = (tx: Tx, ids: readonly string[]) => Promise<void>;

export interface Firing {
  fired: number;
  /** When the next timer is due, as far as the engine knows; undefined when none is armed. */
  nextDueAt?: number;
}

/**
 * Finds the timers that are due. The rows of the table `timers` are the truth of every engine; what it
 * says is due is decided again on the locked case, so an engine can be late or repeat itself, but
 * nothing fires early or twice. Instants are epoch milliseconds of the application's clock.
 */
export interface TimerEngine {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Called after the commit that wrote them. */
  written(timers: readonly WrittenTimer[]): void;
  /** Fires up to `limit` timers due by `now` in one transaction; those that others are firing are left out. */
  fireDue(now: number, limit: number, fire: FireTimers): Promise<Firing>;
  watch(watcher: TimerWatcher): void;
}

export interface TimerWatcher {
  /** This process armed a timer. */
  armed(dueAt: number): void;
  /** The engine had lost timers and has them again from the table. */
  rescued(count: number): void;
}
