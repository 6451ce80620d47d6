import { inSpan } from '#platform';
import type { Clock, Database, Logger, Tx } from '#platform';
import { AwaitingCase, LeaseLost, PermanentError } from '../errors.js';
import type { FailpointHook } from '../failpoint.js';
import type { RawEvent, StoredEvent } from '../store/stored-event.js';
import { decodeArrival, type Arrival } from './arrival.js';
import { cutsOf, overlongAttemptsOf } from './divide-batch.js';
import { classifyFailure, describeFailure, pauseBeforeRetry } from './failures.js';
import type { BatchScopeFactory, EventHandler } from './handlers.js';
import { noteParked, recordArrivals, type InboxOutcome } from './inbox.js';
import {
  buryEvents,
  nextAttemptAfter,
  nextLookForCase,
  parkEvents,
  type SetAside,
} from './setting-aside.js';

export interface ProcessorOptions {
  database: Database;
  clock: Clock;
  logger: Logger;
  /** By the newest type of each event. */
  handlers: ReadonlyMap<string, EventHandler>;
  scopes?: BatchScopeFactory<unknown>;
  /** Ends retries; what was not committed is delivered again. */
  signal: AbortSignal;
  /** Called after a commit that made a parked event due. */
  onDue?: () => void;
  failpoint?: FailpointHook;
}

/** How far a consumer has come, moved in the same transaction as the effects (Kafka: after them). */
export interface Progress {
  /** Locks the place. @throws LeaseLost when someone else already moved past `first` */
  begin(tx: Tx, first: RawEvent): Promise<void>;
  /** `through` undefined: to the end of what was read. */
  advance(tx: Tx, through: RawEvent | undefined): Promise<void>;
  /** It is kept elsewhere: what nobody handles needs no transaction. */
  readonly isElsewhere?: true;
}

/** The handler of one event threw; its batch-mates may be innocent. */
class HandlerFailure extends Error {
  constructor(
    readonly event: StoredEvent,
    override readonly cause: unknown,
  ) {
    super('a handler failed');
  }
}

const staleAttempts = 5;
const placeOf = ({ topic, key }: { topic: string; key: string }) => `${topic}\n${key}`;

/**
 * Handles batches of one partition, one transaction each; every event takes effect at most once.
 * Engine-neutral: it knows events and a `Progress`, not where they come from.
 */
export class BatchProcessor {
  constructor(private readonly options: ProcessorOptions) {}

  /**
   * Resolves when every event is handled, parked or dead and the progress is stored. Never rejects for a
   * business error; conflicts and a lost database are retried for ever, and what takes too long by itself is
   * an error of its handler.
   * @throws LeaseLost when another consumer owns the place, or the processor is stopping
   */
  async process(events: readonly RawEvent[], progress: Progress): Promise<void> {
    const isHandled = (type: string) => this.options.handlers.has(type);
    const arrivals = events.flatMap((raw) => decodeArrival(raw, isHandled) ?? []);
    if (arrivals.length === 0 && progress.isElsewhere) return;
    await this.handle(arrivals, undefined, progress);
    if (arrivals.length > 0) await this.options.failpoint?.('before-ack');
  }

  private async handle(
    arrivals: readonly Arrival[],
    through: RawEvent | undefined,
    progress: Progress,
  ): Promise<void> {
    const error = await this.commit(
      (tx) => this.run(tx, arrivals, through, progress),
      arrivals.length,
      overlongAttemptsOf(arrivals.length, arrivals.filter(({ event }) => event).length),
    );
    if (error === undefined) return;
    const cause = error instanceof HandlerFailure ? error.cause : error;
    if (arrivals.length <= 1) {
      const [arrival] = arrivals;
      if (!arrival) throw cause;
      await this.setAside(arrival, cause, through, progress);
      return;
    }
    const poison =
      error instanceof HandlerFailure
        ? arrivals.findIndex(({ event }) => event === error.event)
        : -1;
    const cuts = cutsOf(arrivals.length, poison, classifyFailure(cause) === 'overlong');
    for (let i = 1; i < cuts.length; i += 1) {
      const part = arrivals.slice(cuts[i - 1], cuts[i]);
      const isLast = cuts[i] === arrivals.length;
      await this.handle(part, isLast ? through : part.at(-1)!.raw, progress);
    }
  }

  /**
   * undefined once committed; the error when the batch itself is at fault, as it is after so many attempts that
   * the server ended for their length. What runs no handler is never at fault for that.
   */
  async commit(
    work: (tx: Tx) => Promise<void>,
    size: number,
    mostOverlong = Infinity,
  ): Promise<unknown> {
    const { database, logger, signal } = this.options;
    for (let attempt = 1, stale = 1, overlong = 0; ; attempt += 1) {
      if (signal.aborted) throw new LeaseLost('the consumer is stopping');
      try {
        await database.transaction(work);
        return undefined;
      } catch (error) {
        const cause = error instanceof HandlerFailure ? error.cause : error;
        if (cause instanceof LeaseLost) throw cause;
        const kind = classifyFailure(cause);
        if (kind === 'handler') return error;
        if (kind === 'stale' && (stale += 1) > staleAttempts) return error;
        if (kind === 'overlong' && (overlong += 1) >= mostOverlong) return error;
        logger.warn({ kind, attempt, size, failure: describeFailure(cause) }, 'batch retried');
        await pauseBeforeRetry(attempt, signal);
      }
    }
  }

  private async run(
    tx: Tx,
    arrivals: readonly Arrival[],
    through: RawEvent | undefined,
    progress: Progress,
  ): Promise<void> {
    const now = this.options.clock.now();
    let isWoken = false;
    if (arrivals.length > 0) {
      isWoken = await this.admit(tx, progress.begin(tx, arrivals[0]!.raw), arrivals, now);
    }
    tx.settle(progress.advance(tx, through));
    if (arrivals.length > 0) await this.options.failpoint?.('before-commit');
    if (isWoken) this.options.onDue?.();
  }

  /** Inbox, parked keys, contract breaches, then the handlers of what remains. */
  private async admit(
    tx: Tx,
    place: Promise<void>,
    arrivals: readonly Arrival[],
    now: number,
  ): Promise<boolean> {
    const rows = arrivals.map((arrival) => {
      const outcome: InboxOutcome = arrival.failure ? 'dead' : 'handled';
      return { arrival, outcome };
    });
    // They travel together and run in this order. Parked keys are asked for after the inbox, which waits for
    // a rival with the same events: what that one has parked shows by then.
    const { onlyLoads = false } = this.options.scopes ?? {};
    const [, { fresh, conflicting }, parked, loaded] = await Promise.all([
      place,
      recordArrivals(tx, rows, now),
      tx.query<{ topic: string; key: string; waits: boolean }>(
        `select topic, key, bool_or(reason = 'awaiting-case') as waits from parked where key = any($1) group by 1, 2`,
        [[...new Set(arrivals.map(({ raw }) => raw.key))]],
      ),
      onlyLoads
        ? this.beginScope(
            tx,
            arrivals.flatMap(({ event }) => event ?? []),
            now,
          )
        : undefined,
    ]);
    const parkedPlaces = new Set(parked.map(placeOf));

    const dead: SetAside[] = conflicting.map(({ raw }) => ({
      raw,
      reason: 'conflicting-duplicate',
      detail: 'this source and id was delivered before with another body',
    }));
    const behind: Arrival[] = [];
    const events: StoredEvent[] = [];
    for (const arrival of fresh) {
      const { raw, failure, event } = arrival;
      if (failure) dead.push({ raw, ...failure });
      else if (parkedPlaces.has(placeOf(raw))) behind.push(arrival);
      else if (event) events.push(event);
    }
    await buryEvents(tx, dead);
    await this.queueBehind(tx, behind);
    await this.options.failpoint?.('before-handling');
    const scope = onlyLoads ? loaded : await this.beginScope(tx, events, now);
    await this.runHandlers(tx, events, { scope, now, redriven: false });
    return this.wakeWaiting(tx, parked, events);
  }

  /** Events whose key is parked wait for those before them. */
  private async queueBehind(tx: Tx, behind: readonly Arrival[]): Promise<void> {
    if (behind.length === 0) return;
    const detail = 'an earlier event of this key is parked';
    const aside = behind.map(({ raw }) => ({ raw, reason: 'queued', detail }));
    await parkEvents(tx, aside, 0, Date.now());
    await noteParked(tx, behind);
  }

  /** Events parked for want of their case are due again when anything else of their key was handled. */
  private async wakeWaiting(
    tx: Tx,
    parked: readonly { key: string; waits: boolean }[],
    events: readonly StoredEvent[],
  ): Promise<boolean> {
    const handled = new Set(events.map(({ key }) => key));
    const keys = parked.filter(({ key, waits }) => waits && handled.has(key)).map(({ key }) => key);
    if (keys.length === 0) return false;
    await tx.query(
      `update parked set next_attempt_at = $2 where key = any($1) and reason = 'awaiting-case'`,
      [keys, Date.now()],
    );
    return true;
  }

  /** Handles one event by itself, in a scope of its own. */
  async handleAlone(tx: Tx, event: StoredEvent, now: number, redriven: boolean): Promise<void> {
    const scope = await this.beginScope(tx, [event], now);
    await this.runHandlers(tx, [event], { scope, now, redriven });
  }

  private async beginScope(tx: Tx, events: StoredEvent[], now: number): Promise<unknown> {
    return events.length === 0 ? undefined : this.options.scopes?.begin(tx, events, now);
  }

  private async runHandlers(
    tx: Tx,
    events: readonly StoredEvent[],
    batch: { scope: unknown; now: number; redriven: boolean },
  ): Promise<void> {
    if (events.length === 0) return;
    const { scopes, handlers, database } = this.options;
    const context = { tx, ...batch };
    for (const event of events) {
      try {
        const { traceparent, correlationid: correlationId } = event.headers;
        await inSpan(
          `${database.schema} handles ${event.type}`,
          async () => handlers.get(event.type)?.handle(event, context),
          { parent: { traceparent, correlationId }, kind: 'consumer' },
        );
      } catch (error) {
        throw new HandlerFailure(event, error);
      }
    }
    await scopes?.flush(batch.scope, tx);
  }

  private async setAside(
    arrival: Arrival,
    cause: unknown,
    through: RawEvent | undefined,
    progress: Progress,
  ): Promise<void> {
    const { raw } = arrival;
    const where = { eventId: raw.id, type: raw.type, topic: raw.topic };
    const detail = describeFailure(cause);
    const failed = await this.commit(async (tx) => {
      await progress.begin(tx, raw);
      const outcome = cause instanceof PermanentError ? 'dead' : 'parked';
      const { fresh } = await recordArrivals(tx, [{ arrival, outcome }], this.options.clock.now());
      if (fresh.has(arrival)) {
        const realNow = Date.now();
        if (cause instanceof PermanentError) {
          await buryEvents(tx, [{ raw, reason: cause.reason, detail }]);
        } else if (cause instanceof AwaitingCase) {
          const aside = { raw, reason: 'awaiting-case', detail };
          await parkEvents(tx, [aside], 1, nextLookForCase(1, realNow));
        } else {
          const aside = { raw, reason: 'handler-failed', detail };
          await parkEvents(tx, [aside], 1, nextAttemptAfter(1, realNow));
        }
      }
      await progress.advance(tx, through);
    }, 1);
    if (failed !== undefined) throw failed;
    const reason = cause instanceof PermanentError ? cause.reason : 'parked';
    this.options.logger.warn({ ...where, reason, detail }, 'event set aside');
  }
}

/** The handler's own error, without the wrapper that names its event. */
export function causeOf(error: unknown): unknown {
  return error instanceof HandlerFailure ? error.cause : error;
}
