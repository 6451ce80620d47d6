/**
 * A wait that others may cut short. A wake-up between two waits is kept for the next one, so none is lost.
 * (AbortSignal.any on a long-lived signal keeps memory on Node 20.)
 */
export class Wakeable {
  #isWoken = false;
  #finish?: () => void;

  wake(): void {
    this.#isWoken = true;
    this.#finish?.();
  }

  /** Whoever looks now answers every wake-up until now: those are not kept for the next wait. */
  forget(): void {
    this.#isWoken = false;
  }

  /** True when woken before the time was up. */
  async sleep(ms: number): Promise<boolean> {
    if (!this.#isWoken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#finish = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#finish = undefined;
    }
    const wasWoken = this.#isWoken;
    this.#isWoken = false;
    return wasWoken;
  }
}
