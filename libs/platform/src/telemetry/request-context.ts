import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { pooledRandomBytes } from '../random-pool.js';

/** What connects log lines, events and spans of one request or event. */
export interface RequestContext {
  correlationId: string;
  /** W3C trace context of the current span, `00-<trace>-<span>-<flags>`. */
  traceparent: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request or event being worked on, if any. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

export function enterContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** A child of the given parent with a span id of its own; a new trace when there is no valid parent. */
export function childContext(parent: Partial<RequestContext>): RequestContext {
  const trace = parseTraceparent(parent.traceparent);
  const spanId = pooledRandomBytes(8).toString('hex');
  return {
    correlationId: usableId(parent.correlationId) ?? randomUUID(),
    traceparent: formatTraceparent(
      trace?.traceId ?? pooledRandomBytes(16).toString('hex'),
      spanId,
      trace?.flags ?? 1,
    ),
  };
}

export function formatTraceparent(traceId: string, spanId: string, flags: number): string {
  return `00-${traceId}-${spanId}-${flags.toString(16).padStart(2, '0')}`;
}

export function parseTraceparent(
  text: string | undefined,
): { traceId: string; spanId: string; flags: number } | undefined {
  const match = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/.exec(text ?? '');
  const [, traceId, spanId, flags] = match ?? [];
  if (!traceId || !spanId || !flags || /^0+$/.test(traceId) || /^0+$/.test(spanId))
    return undefined;
  return { traceId, spanId, flags: Number.parseInt(flags, 16) };
}

/** A caller's id is repeated in answers and logs: nothing but plain characters may get there. */
function usableId(id: string | undefined): string | undefined {
  return id !== undefined && /^[\w.:-]{1,128}$/.test(id) ? id : undefined;
}
