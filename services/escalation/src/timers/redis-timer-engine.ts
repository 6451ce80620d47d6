import type { Database, Logger } from '#platform';
import { PostgresTimerEngine } from './postgres-timer-engine.js';
import { RedisTimerIndex } from './redis-timer-index.js';
import type {
  FireTimers,
  Firing,
  TimerEngine,
  TimerWatcher,
  WrittenTimer,
} from './timer-engine.js';

export interface RedisTimerOptions {
  database: Database;
  url: string;
  logger: Logger;
  /** How often the table is compared with the index. */
  sweepMs?: number;
}

const rowsPerRead = 5_000;
/** Overdue by more than this without an entry: the news of its writing was lost. */
const lostAfterMs = 1_000;

/**
 * Timers from an index in Redis that can be lost and rebuilt. What it claims is checked against the
 * table under the case's lock. While Redis does not answer, the table itself is asked.
 */
export class RedisTimerEngine implements TimerEngine {
  private readonly index: RedisTimerIndex;
  private readonly table: PostgresTimerEngine;
  private sweeper: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private now = 0;
  private watcher?: TimerWatcher;

  constructor(private readonly options: RedisTimerOptions) {
    const { database, url, logger } = options;
    this.index = new RedisTimerIndex(url, database.schema, logger);
    this.table = new PostgresTimerEngine(database);
  }

  async start(): Promise<void> {
    await this.index.connect();
    await this.sweep();
    this.sweeper = setInterval(() => {
      this.sweeping = this.sweeping.then(() => this.sweep());
    }, this.options.sweepMs ?? 2_000);
  }

  async stop(): Promise<void> {
    clearInterval(this.sweeper);
    await this.sweeping;
    this.index.close();
  }

  watch(watcher: TimerWatcher): void {
    this.watcher = watcher;
    this.table.watch(watcher);
  }

  written(timers: readonly WrittenTimer[]): void {
    // Lost on a crash here or when Redis is away: the sweep finds them in the table.
    void this.index.write(timers).then(
      () => this.table.written(timers),
      () => this.table.written(timers),
    );
  }

  async fireDue(now: number, limit: number, fire: FireTimers): Promise<Firing> {
    this.now = now;
    const claimed = await this.index.claim(now, limit).catch(() => undefined);
    if (!claimed) return this.table.fireDue(now, limit, fire);
    const { ids, nextDueAt } = claimed;
    if (ids.length === 0) return { fired: 0, ...(nextDueAt !== undefined && { nextDueAt }) };
    const stale: WrittenTimer[] = [];
    const fired = await this.options.database.transaction(async (tx) => {
      // Cases before timers, as everywhere: two transactions never wait for each other in a circle.
      await tx.query(`select 1 from cases where id = any($1::uuid[]) order by id for update`, [
        ids,
      ]);
      const rows = await tx.query<TimerRow>(`${selectTimers} where id = any($1::uuid[])`, [ids]);
      const due = rows.filter(({ dueAt }) => dueAt !== null && dueAt <= now);
      stale.push(...rows.filter((row) => !due.includes(row)).map(toWritten));
      const known = new Set(rows.map(({ id }) => id));
      const gone = ids.filter((id) => !known.has(id));
      stale.push(...gone.map((id) => ({ id, generation: Number.MAX_SAFE_INTEGER })));
      if (due.length > 0) await fire(tx, due.map(({ id }) => id)); // prettier-ignore
      return due.length;
    });
    if (stale.length > 0) await this.index.write(stale).catch(() => undefined);
    return { fired, ...(nextDueAt !== undefined && { nextDueAt }) };
  }

  /** Rebuilds an index that is empty or of another database; puts back what it has lost. */
  private async sweep(): Promise<void> {
    const { database, logger } = this.options;
    try {
      const identity = await this.databaseIdentity();
      if ((await this.index.builtFor()) !== identity) {
        await this.index.clear();
        const count = await this.rebuild();
        await this.index.markBuilt(identity);
        logger.info({ count }, 'timer index rebuilt');
        return;
      }
      const overdue = await database.query<TimerRow>(
        `${selectTimers} where state = 'armed' and due_at <= $1 order by due_at limit ${rowsPerRead}`,
        [this.now - lostAfterMs],
      );
      const found = await this.index.rescue(overdue.map(toWritten));
      if (found > 0) {
        this.watcher?.rescued(found);
        logger.warn({ count: found }, 'timers rescued');
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      logger.warn({ reason }, 'timer sweep postponed');
    }
  }

  private async rebuild(): Promise<number> {
    let count = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.options.database.query<TimerRow>(
        `${selectTimers} where kind = 'case' and id > $1::uuid and state = 'armed' order by id limit ${rowsPerRead}`,
        [after],
      );
      await this.index.write(rows.map(toWritten));
      count += rows.length;
      if (rows.length < rowsPerRead) return count;
      after = rows.at(-1)!.id;
    }
  }

  /** A restored copy is another database: its timers are not those of the index. */
  private async databaseIdentity(): Promise<string> {
    const [row] = await this.options.database.query<{ identity: string }>(
      `select current_database() || ' ' || epoch || ' ' || started_at as identity
         from epochs order by epoch desc limit 1`,
    );
    return row!.identity;
  }
}

interface TimerRow {
  id: string;
  dueAt: number | null;
  generation: number;
}

const selectTimers = `select id, case when state = 'armed' then due_at::float8 end as "dueAt", generation from timers`;

const toWritten = ({ id, dueAt, generation }: TimerRow): WrittenTimer => ({
  id,
  generation,
  ...(dueAt !== null && { dueAt }),
});
