import { EventEmitter, setMaxListeners } from 'node:events';

/** In-process hint that a log has new events. Losing one costs a poll interval, never an event. */
export class LogSignal {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #ended = new AbortController();

  constructor() {
    setMaxListeners(0, this.#ended.signal);
  }

  /** Aborted when the process begins to stop: whoever waits for events waits no longer. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  end(): void {
    this.#ended.abort();
  }

  /** Fire after the commit; `log` is the schema of the service that appended. */
  fire(log: string): void {
    this.#emitter.emit(log);
  }

  /** Returns the function that stops listening. */
  onFired(log: string, listener: () => void): () => void {
    this.#emitter.on(log, listener);
    return () => this.#emitter.off(log, listener);
  }
}
