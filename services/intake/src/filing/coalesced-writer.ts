import { inSpan, Problem } from '#platform';
import type { ServiceRuntime } from '#eventing';
import { BatchPace } from './batch-pace.js';
import {
  fileRequests,
  type FilingAnswer,
  type FilingDependencies,
  type FilingRequest,
} from './file-requests.js';

/** Requests in one transaction, and items: arrays count in full, so a transaction stays short. */
const maximumRequests = 256;
const maximumItems = 2_000;
/**
 * One transaction at a time makes large ones, which cost the least; a second one runs beside it when it
 * would be large itself.
 */
const maximumInFlight = 2;
const worthASecond = 500;
/** From so many items in a transaction on, callers come faster than they are answered. */
const manyItems = 16;
/** Beyond this the service answers 503 rather than let callers wait without end. */
const maximumQueuedItems = 50_000;

interface Waiting {
  request: FilingRequest;
  resolve: (answer: FilingAnswer) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers concurrent requests into few transactions: while two are in flight, newcomers wait and go
 * together with the next, which begins no sooner than their pace allows. A lone request is written at once,
 * without a delay. Every promise settles only after the commit of its transaction.
 */
export class CoalescedWriter {
  private readonly queue: Waiting[] = [];
  private queuedItems = 0;
  private inFlight = 0;
  private readonly pace = new BatchPace(manyItems);
  private resting?: NodeJS.Timeout;

  constructor(
    private readonly dependencies: FilingDependencies,
    private readonly runtime: Pick<ServiceRuntime, 'database' | 'clock' | 'precedence' | 'logger'>,
  ) {}

  submit(request: FilingRequest): Promise<FilingAnswer> {
    if (this.queuedItems + request.items.length > maximumQueuedItems) {
      return Promise.reject(new Problem('unavailable', { retryAfter: 1 }));
    }
    const written = () =>
      new Promise<FilingAnswer>((resolve, reject) => {
        this.queue.push({ request, resolve, reject });
        this.queuedItems += request.items.length;
        this.startNext();
      });
    return inSpan('intake stores a filing', written);
  }

  private startNext(): void {
    while (this.queue.length > 0 && this.mayStart()) {
      const restMs = this.pace.restMs(performance.now(), this.queuedItems);
      if (restMs > 0) {
        this.rest(restMs);
        return;
      }
      const batch = this.takeBatch();
      this.pace.began(performance.now(), batch.length);
      const isLarge = sizeOf(batch) >= manyItems;
      const done = isLarge ? this.runtime.precedence.start('filing') : undefined;
      this.inFlight += 1;
      void this.write(batch).finally(() => {
        done?.();
        this.inFlight -= 1;
        this.startNext();
      });
    }
  }

  private rest(ms: number): void {
    this.resting ??= setTimeout(() => {
      this.resting = undefined;
      this.startNext();
    }, ms);
  }

  private mayStart(): boolean {
    if (this.inFlight === 0) return true;
    return this.inFlight < maximumInFlight && this.queuedItems >= worthASecond;
  }

  /** A second request with a key already in the batch waits for a later one, where it is a replay. */
  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const keys = new Set<string>();
    let items = 0;
    while (this.queue.length > 0 && batch.length < maximumRequests) {
      const next = this.queue[0]!;
      if (batch.length > 0 && items + next.request.items.length > maximumItems) break;
      this.queue.shift();
      const { idempotency } = next.request;
      const key = idempotency && `${idempotency.scope}\n${idempotency.key}`;
      if (key !== undefined && keys.has(key)) {
        later.push(next);
        continue;
      }
      if (key !== undefined) keys.add(key);
      items += next.request.items.length;
      batch.push(next);
    }
    this.queue.unshift(...later);
    this.queuedItems -= items;
    return batch;
  }

  /** On failure halves the batch until the one request that cannot be written stands alone. */
  private async write(batch: Waiting[]): Promise<void> {
    const { database, clock, logger } = this.runtime;
    let answers: FilingAnswer[];
    try {
      answers = await database.transaction((tx) =>
        fileRequests(
          tx,
          batch.map((waiting) => waiting.request),
          this.dependencies,
          clock.now(),
        ),
      );
    } catch (error) {
      if (batch.length === 1 || isConnectionLoss(error)) {
        logger.error({ err: error, requests: batch.length }, 'filing failed');
        const failure = isConnectionLoss(error)
          ? new Problem('unavailable', { retryAfter: 1, cause: error })
          : error;
        for (const waiting of batch) waiting.reject(failure);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.write(batch.slice(0, middle));
      await this.write(batch.slice(middle));
      return;
    }
    batch.forEach((waiting, index) => waiting.resolve(answers[index]!));
  }
}

const sizeOf = (batch: Waiting[]) =>
  batch.reduce((sum, { request }) => sum + request.items.length, 0);

/** SQLSTATE class 08 and 57P0x, or a socket error: the database is away, no request is at fault. */
function isConnectionLoss(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return /^(08|57P0|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code);
  return error instanceof Error && /connection terminated|timeout exceeded/i.test(error.message);
}
