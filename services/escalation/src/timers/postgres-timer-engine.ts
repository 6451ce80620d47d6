import type { Database } from '#platform';
import type {
  FireTimers,
  Firing,
  TimerEngine,
  TimerWatcher,
  WrittenTimer,
} from './timer-engine.js';

/**
 * Timers straight from their table: a partial index over the armed ones, claimed by locking their cases
 * with SKIP LOCKED, so that any number of replicas share the work without waiting for each other. The
 * timers are locked too: one that was rewritten meanwhile is looked at again, and is no longer due.
 */
export class PostgresTimerEngine implements TimerEngine {
  private watcher?: TimerWatcher;
  /** When the next timer is due, by the last look and what this process armed since. */
  private nextDueAt = -Infinity;

  constructor(private readonly database: Database) {}

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  watch(watcher: TimerWatcher): void {
    this.watcher = watcher;
  }

  written(timers: readonly WrittenTimer[]): void {
    const instants = timers.flatMap(({ dueAt }) => dueAt ?? []);
    if (instants.length === 0) return;
    const dueAt = instants.reduce((a, b) => Math.min(a, b));
    this.nextDueAt = Math.min(this.nextDueAt, dueAt);
    this.watcher?.armed(dueAt);
  }

  async fireDue(now: number, limit: number, fire: FireTimers): Promise<Firing> {
    // Where nothing is known to be due a look is one question; a transaction would be four.
    if (this.nextDueAt > now) {
      await this.look();
      if (this.nextDueAt > now) return this.told(0);
    }
    const fired = await this.database.transaction(async (tx) => {
      const due = await tx.query<{ id: string }>(
        `select t.id from timers t join cases c on c.id = t.id
          where t.state = 'armed' and t.kind = 'case' and t.due_at <= $1
          order by t.due_at limit $2 for update of c, t skip locked`,
        [now, limit],
      );
      if (due.length === 0) return 0;
      await fire(
        tx,
        due.map(({ id }) => id),
      );
      return due.length;
    });
    if (fired === limit) return { fired, nextDueAt: now };
    await this.look();
    return this.told(fired);
  }

  private async look(): Promise<void> {
    const [next] = await this.database.query<{ due: number | null }>(
      `select min(due_at)::float8 as due from timers where state = 'armed'`,
    );
    this.nextDueAt = next?.due ?? Infinity;
  }

  private told(fired: number): Firing {
    const isArmed = this.nextDueAt < Infinity;
    return { fired, ...(isArmed && { nextDueAt: this.nextDueAt }) };
  }
}
