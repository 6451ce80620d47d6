import { Redis } from 'ioredis';
import type { Logger } from '#platform';
import { claimScript, rescueScript, writeScript } from './redis-scripts.js';
import type { WrittenTimer } from './timer-engine.js';

interface Scripted {
  clearlineWrite(
    due: string,
    leased: string,
    generations: string,
    ...args: string[]
  ): Promise<number>;
  clearlineClaim(due: string, leased: string, ...args: (string | number)[]): Promise<string[]>;
  clearlineRescue(
    due: string,
    leased: string,
    generations: string,
    ...args: string[]
  ): Promise<number>;
}

const leaseMs = 10_000;
/** Redis answers no one else while a script runs: 500 entries take about a millisecond. */
const entriesPerCall = 500;

/** What the index in Redis is asked and told; one connection, scripts only. */
export class RedisTimerIndex {
  private readonly redis: Redis & Scripted;
  private readonly keys: readonly [due: string, leased: string, generations: string];
  private readonly builtKey: string;

  /** @param name the schema the timers live in; its keys share one hash tag, so they fit a cluster */
  constructor(url: string, name: string, logger: Logger) {
    this.redis = new Redis(url, {
      lazyConnect: true,
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      connectTimeout: 5_000,
      commandTimeout: 2_000,
      retryStrategy: (attempt) => Math.min(2_000, 50 * 2 ** attempt),
      scripts: {
        clearlineWrite: { lua: writeScript, numberOfKeys: 3 },
        clearlineClaim: { lua: claimScript, numberOfKeys: 2 },
        clearlineRescue: { lua: rescueScript, numberOfKeys: 3 },
      },
    }) as Redis & Scripted;
    this.redis.on('error', (error: Error) => logger.warn({ reason: error.message }, 'redis lost'));
    const tag = `{clearline:${name}:timers}`;
    this.keys = [`${tag}:due`, `${tag}:leased`, `${tag}:generations`];
    this.builtKey = `${tag}:built-for`;
  }

  /** Resolves also when Redis does not answer: it goes on trying, and the timers' table is the truth. */
  async connect(): Promise<void> {
    await this.redis.connect().catch(() => undefined);
  }

  close(): void {
    this.redis.disconnect();
  }

  /** Which database the index was built for; undefined when Redis is new or came back empty. */
  async builtFor(): Promise<string | undefined> {
    return (await this.redis.get(this.builtKey)) ?? undefined;
  }

  async markBuilt(database: string): Promise<void> {
    await this.redis.set(this.builtKey, database);
  }

  async clear(): Promise<void> {
    await this.redis.del(...this.keys, this.builtKey);
  }

  async write(timers: readonly WrittenTimer[]): Promise<void> {
    for (const part of inParts(timers)) await this.redis.clearlineWrite(...this.keys, ...part);
  }

  /** Claims up to `limit` timers due by `now` (the application's time) until the lease ends (real time). */
  async claim(now: number, limit: number): Promise<{ ids: string[]; nextDueAt?: number }> {
    const realNow = Date.now();
    const [due, leased] = this.keys;
    const answer = await this.redis.clearlineClaim(
      due,
      leased,
      now,
      limit,
      realNow,
      realNow + leaseMs,
    );
    const [next, ...ids] = answer;
    return { ids, ...(next && { nextDueAt: Number(next) }) };
  }

  /** Adds timers that the index does not know; returns how many those were. */
  async rescue(timers: readonly WrittenTimer[]): Promise<number> {
    let rescued = 0;
    for (const part of inParts(timers)) {
      rescued += await this.redis.clearlineRescue(...this.keys, ...part);
    }
    return rescued;
  }
}

function* inParts(timers: readonly WrittenTimer[]): Generator<string[]> {
  for (let i = 0; i < timers.length; i += entriesPerCall) {
    yield timers
      .slice(i, i + entriesPerCall)
      .flatMap(({ id, dueAt, generation }) => [id, String(dueAt ?? ''), String(generation)]);
  }
}
