/**
 * While callers come side by side, two transactions begin at least so far apart: each costs the whole way behind it (the
 * log is read, sent, consumed and written again), whether it holds one filing or ten.
 */
const apartMs = 20;

/** When the next transaction of filings may begin. Times are of a clock that never goes back, in milliseconds. */
export class BatchPace {
  #beganAt = -Infinity;
  #isShared = false;

  /** @param enough from so many items on a transaction is large by itself, and begins at once */
  constructor(private readonly enough: number) {}

  began(at: number, requests: number): void {
    this.#beganAt = at;
    this.#isShared = requests > 1;
  }

  /** How long to wait for others; 0 for whoever comes alone, one request after the other's answer. */
  restMs(at: number, items: number): number {
    if (!this.#isShared || items >= this.enough) return 0;
    return Math.max(0, this.#beganAt + apartMs - at);
  }
}
