/** The version of a stream that its aggregate keeps in its own row. */
export interface StreamHead {
  stream: string;
  /** Sequence of the last event; 0 when the stream is empty. */
  version: number;
  /** Hex hash of the last event; '' at version 0. */
  hash: string;
}

/** An event to append. Times are epoch milliseconds. */
export interface NewEvent {
  /** UUIDv7, given by the caller. */
  id: string;
  /** CloudEvents type with its version, such as `clearline.case.opened.v1`. */
  type: string;
  topic: string;
  /** Decides the partition; events of one key are delivered in order. */
  key: string;
  data: object;
  occurredAt: number;
  /** correlationid, causationid, traceparent, origin (`import`), actor. */
  headers?: Record<string, string>;
}

/** An event as handlers see it: data validated and lifted to the newest version of its type. */
export interface StoredEvent<D = unknown> {
  id: string;
  type: string;
  topic: string;
  key: string;
  /** The service whose log holds it. */
  source: string;
  stream: string;
  /** Version in its stream, from 1. */
  sequence: number;
  data: D;
  headers: Record<string, string>;
  /** When it happened, said by the source; epoch milliseconds. */
  occurredAt: number;
  recordedAt: number;
}

/** A place in a log. Transaction ids are decimal strings: they exceed a double. */
export interface LogCursor {
  epoch: number;
  tx: string;
  position: string;
}

/** An event as the log or the broker holds it: data still the original text. */
export interface RawEvent extends Omit<StoredEvent, 'data'> {
  body: string;
  /** `latin1` when the bytes are no text and must be kept as they are. Default utf8. */
  bodyEncoding?: 'latin1';
  partition: number;
  /** As a broker delivered them; dead letters keep them. */
  brokerHeaders?: Record<string, string>;
  /** Why the record is no event at all; only from a broker. */
  malformed?: string;
}

export interface LogEvent extends RawEvent {
  cursor: LogCursor;
  hash: string;
}
