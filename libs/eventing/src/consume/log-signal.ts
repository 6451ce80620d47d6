import { EventEmitter } from 'node:events';

/** In-process hint that a log has new events. Losing one costs a poll interval, never an event. */
export class LogSignal {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

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
