import { CloudEventError, fromPrefixedHeaders, toCloudEvent, type CloudEvent } from '#contracts';
import { Problem } from '#platform';
import { maximumArrayLength } from '../filing/read-filing.js';
import { inboundKind, timeFields, type InboundKind } from '../inbound/inbound-kinds.js';

export interface InboundEvent {
  kind: InboundKind;
  event: CloudEvent;
  body: unknown;
}

/**
 * The events of a request in any of the three content modes of the CloudEvents HTTP binding 1.0.2:
 * structured (`application/cloudevents+json`), batched (`application/cloudevents-batch+json`) and
 * binary (`ce-` headers beside the data). In a batch a broken event is its problem, alone.
 * @throws Problem validation, unsupported-media-type
 */
export function readCloudEvents(
  headers: Record<string, string | undefined>,
  body: unknown,
): { isBatch: boolean; events: (InboundEvent | Problem)[] } {
  const mediaType = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (mediaType === 'application/cloudevents-batch+json') {
    if (!Array.isArray(body) || body.length === 0 || body.length > maximumArrayLength) {
      throw attributeProblem('', `a batch is an array of 1 to ${maximumArrayLength} events`);
    }
    return { isBatch: true, events: body.map((entry) => orProblem(() => readStructured(entry))) };
  }
  if (mediaType === 'application/cloudevents+json') {
    return { isBatch: false, events: [readStructured(body)] };
  }
  if (headers['ce-specversion'] === undefined) {
    throw new Problem('unsupported-media-type', {
      detail: 'CloudEvents come as application/cloudevents+json, -batch+json, or with ce- headers',
    });
  }
  return { isBatch: false, events: [readBinary(headers, body)] };
}

function readStructured(entry: unknown): InboundEvent {
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) {
    throw attributeProblem('', 'a structured CloudEvent is a JSON object');
  }
  const attributes = entry as Record<string, unknown>;
  if (attributes['data_base64'] !== undefined) {
    throw attributeProblem('data_base64', 'the data must be JSON in `data`');
  }
  return inbound(
    check(() => toCloudEvent(attributes)),
    attributes['data'],
  );
}

function readBinary(headers: Record<string, string | undefined>, body: unknown): InboundEvent {
  const decoded = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, decodeHeader(name, value)]),
  );
  return inbound(
    check(() => fromPrefixedHeaders(decoded, 'ce-')),
    body,
  );
}

/** Header values are percent-encoded (HTTP binding, section 3.1.3.2). */
function decodeHeader(name: string, value: string | undefined): string | undefined {
  if (!name.startsWith('ce-') || value === undefined) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    throw attributeProblem(name, 'is not percent-encoded as CloudEvents asks');
  }
}

function inbound(event: CloudEvent, body: unknown): InboundEvent {
  const kind = inboundKind(event.type);
  if (!kind) throw attributeProblem('type', 'is none of the inbound event types');
  const field = kind === 'customer' ? undefined : timeFields[kind];
  const isObject = body !== null && typeof body === 'object' && !Array.isArray(body);
  if (!field || event.time === undefined || !isObject || field in body)
    return { kind, event, body };
  return { kind, event, body: { ...body, [field]: event.time } };
}

function check(read: () => CloudEvent): CloudEvent {
  try {
    return read();
  } catch (error) {
    if (error instanceof CloudEventError) throw attributeProblem(error.attribute, error.message);
    throw error;
  }
}

function orProblem<T>(read: () => T): T | Problem {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function attributeProblem(path: string, message: string): Problem {
  return new Problem('validation', { errors: [{ path, rule: 'cloudevents', message }] });
}
