import type { Tx } from '#platform';
import { AwaitingCase, LeaseLost, PermanentError } from '../errors.js';
import type { RawEvent, StoredEvent } from '../store/stored-event.js';
import { Wakeable } from '../wakeable.js';
import { decodeArrival, type Arrival } from './arrival.js';
import { causeOf, type BatchProcessor, type ProcessorOptions } from './batch-processor.js';
import { overlongAttempts } from './divide-batch.js';
import { describeFailure, pauseBeforeRetry } from './failures.js';
import { settleInbox } from './inbox.js';
import { buryEvents, nextAttemptAfter, nextLookForCase } from './setting-aside.js';

interface ParkedRow {
  number: number;
  record: string;
  attempts: number;
  reason: string;
}

const pollMs = 250;

/** Tries the heads of parked keys when they are due, and dead letters that a person sent again. */
export class SecondChances {
  #running?: Promise<void>;
  readonly #wait = new Wakeable();

  constructor(
    private readonly options: ProcessorOptions,
    private readonly processor: BatchProcessor,
  ) {}

  start(): void {
    this.#running = this.loop();
  }

  /** A parked event became due: don't wait for the next look. */
  hint(): void {
    this.#wait.wake();
  }

  async stopped(): Promise<void> {
    this.hint();
    await this.#running;
  }

  private async loop(): Promise<void> {
    const { signal, logger } = this.options;
    for (let failures = 0; !signal.aborted;) {
      try {
        const { parked, dead } = await this.look();
        const tried =
          (parked ? await this.retryParked() : 0) + (dead ? await this.redriveDead() : 0);
        failures = 0;
        if (tried > 0) continue;
        await this.#wait.sleep(pollMs);
      } catch (error) {
        if (error instanceof LeaseLost) continue;
        failures += 1;
        logger.warn({ failure: describeFailure(error) }, 'parked events could not be read');
        await pauseBeforeRetry(failures + 3, signal);
      }
    }
  }

  /** Next to always there is nothing, which one question finds out. */
  private async look(): Promise<{ parked: boolean; dead: boolean }> {
    const [found] = await this.options.database.query<{ parked: boolean; dead: boolean }>(
      `select exists (select 1 from parked where next_attempt_at <= $1) as parked,
              exists (select 1 from dead_letters where state = 'redrive') as dead`,
      [Date.now()],
    );
    return found!;
  }

  /** Only the head of a key is tried: its successors wait for it. */
  private async retryParked(): Promise<number> {
    const heads = await this.options.database.query<ParkedRow>(
      `select number, record, attempts, reason from parked p
        where next_attempt_at <= $1
          and not exists (select 1 from parked q where q.topic = p.topic and q.key = p.key and q.number < p.number)
        order by number limit 50`,
      [Date.now()],
    );
    for (const head of heads) await this.retryHead(head);
    return heads.length;
  }

  private async retryHead({ number, record, attempts }: ParkedRow): Promise<void> {
    const arrival = this.decode(record);
    const now = this.options.clock.now();
    const lock = async (tx: Tx) => {
      const rows = await tx.query(`select 1 from parked where number = $1 for update skip locked`, [
        number,
      ]);
      return rows.length > 0;
    };
    const handle = async (tx: Tx) => {
      if (!(await lock(tx))) return;
      await this.processor.handleAlone(tx, eventOf(arrival), now, false);
      await tx.query(`delete from parked where number = $1`, [number]);
      await settleInbox(tx, arrival, 'handled', now);
    };
    // It has further attempts: one that took too long is one of them.
    const error = await this.processor.commit(handle, 1, 1);
    if (error === undefined) return;
    const cause = causeOf(error);
    const detail = describeFailure(cause);
    await this.processor.commit(async (tx) => {
      if (!(await lock(tx))) return;
      if (cause instanceof PermanentError) {
        await tx.query(`delete from parked where number = $1`, [number]);
        await buryEvents(tx, [{ raw: arrival.raw, reason: cause.reason, detail }]);
        await settleInbox(tx, arrival, 'dead', now);
        return;
      }
      const isAwaiting = cause instanceof AwaitingCase;
      const next = (isAwaiting ? nextLookForCase : nextAttemptAfter)(attempts + 1, Date.now());
      await tx.query(
        `update parked set attempts = attempts + 1, next_attempt_at = $2, reason = $3, detail = $4 where number = $1`,
        [number, next ?? null, isAwaiting ? 'awaiting-case' : 'handler-failed', detail],
      );
    }, 1);
  }

  private async redriveDead(): Promise<number> {
    const rows = await this.options.database.query<{ number: number; record: string }>(
      `select number, record from dead_letters
        where state = 'redrive' and (redrive_at is null or redrive_at <= $1) order by number limit 50`,
      [Date.now()],
    );
    for (const { number, record } of rows) await this.redrive(number, record);
    return rows.length;
  }

  private async redrive(number: number, record: string): Promise<void> {
    const arrival = this.decode(record);
    const now = this.options.clock.now();
    const claim = async (tx: Tx) => {
      const rows = await tx.query(
        `select 1 from dead_letters where number = $1 and state = 'redrive' for update skip locked`,
        [number],
      );
      return rows.length > 0;
    };
    const handle = async (tx: Tx) => {
      if (!(await claim(tx))) return;
      await this.processor.handleAlone(tx, eventOf(arrival), now, true);
      await tx.query(`update dead_letters set state = 'redriven' where number = $1`, [number]);
      await settleInbox(tx, arrival, 'handled', now);
    };
    const error = await this.processor.commit(handle, 1, overlongAttempts);
    if (error === undefined) return;
    const cause = causeOf(error);
    const reason = cause instanceof PermanentError ? cause.reason : 'redrive-failed';
    await this.processor.commit(async (tx) => {
      await tx.query(
        `update dead_letters set state = 'dead', reason = $2, detail = $3, failed_at = $4
          where number = $1 and state = 'redrive'`,
        [number, reason, describeFailure(cause), Date.now()],
      );
    }, 1);
  }

  /** A type that has lost its handler since is settled as handled by nobody. */
  private decode(record: string): Arrival {
    const raw = JSON.parse(record) as RawEvent;
    return decodeArrival(raw, () => true)!;
  }
}

/** @throws PermanentError where the record breaks its contract: its bytes are kept, or nobody has them any more */
function eventOf({ event, failure }: Arrival): StoredEvent {
  if (event) return event;
  throw new PermanentError(failure!.reason, failure!.detail);
}
