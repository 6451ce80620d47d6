import { currentContext } from '#platform';
import type { StoredEvent } from '../store/stored-event.js';

/**
 * The headers that connect an event to the one that caused it: its correlation id, and its trace, below
 * the handler's own span where there is one.
 */
export function traceOf(cause: Pick<StoredEvent, 'headers'>): {
  correlationid?: string;
  traceparent?: string;
} {
  const { correlationid, traceparent } = cause.headers;
  const here = currentContext()?.traceparent;
  const isSameTrace = here !== undefined && traceIdOf(here) === traceIdOf(traceparent);
  const place = isSameTrace ? here : traceparent;
  return { ...(correlationid && { correlationid }), ...(place && { traceparent: place }) };
}

/** Of `00-<trace>-<span>-<flags>`. */
function traceIdOf(traceparent: string | undefined): string | undefined {
  return traceparent?.split('-')[1];
}
