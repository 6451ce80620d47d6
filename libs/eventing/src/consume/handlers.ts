import type { Tx } from '#platform';
import type { StoredEvent } from '../store/stored-event.js';

/** Second argument of a handler, through `@Ctx()`. */
export interface BatchContext<S = unknown> {
  /** The transaction of the batch; every effect goes through it. */
  tx: Tx;
  scope: S;
  /** The service's clock at the start of the batch, epoch milliseconds. */
  now: number;
  /** Applied late, by a person's redrive. */
  redriven: boolean;
}

/** One scope per batch transaction: loads and locks the touched aggregates once, writes them back once. */
export interface BatchScopeFactory<S> {
  begin(tx: Tx, events: StoredEvent[], now: number): Promise<S>;
  /**
   * `begin` has no effect but locks, so it may begin for all that arrived, before the inbox says which
   * events are new. Default false: it begins with the new ones.
   */
  onlyLoads?: boolean;
  /** Its last statements may be left to `tx.settle`. */
  flush(scope: S, tx: Tx): void | Promise<void>;
}

export type HandlerKind = 'effect' | 'projection';
export interface HandlerExtras {
  clearline: HandlerKind;
}

/** Extras of `@EventPattern`: the handler has effects; a rebuild does not run it. */
export function effect(): HandlerExtras {
  return { clearline: 'effect' };
}

/** Extras of `@EventPattern`: the handler only feeds a read model (no clock, chance or sends) and may be replayed. */
export function projection(): HandlerExtras {
  return { clearline: 'projection' };
}

/** One event type's handler as the transport found it. */
export interface EventHandler {
  readonly kind: HandlerKind;
  handle(event: StoredEvent, context: BatchContext): Promise<void>;
}
