/** The attributes of CloudEvents 1.0 that Clearline writes, and its three extensions. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** Optional, as the specification has it; absent means that only the arrival is known. */
  readonly time?: string;
  readonly subject?: string;
  readonly partitionkey?: string;
  readonly extensions: Readonly<Record<string, string>>;
}

/** A CloudEvent whose attributes break the specification; `attribute` names the one at fault. */
export class CloudEventError extends Error {
  override readonly name = 'CloudEventError';
  constructor(
    readonly attribute: string,
    message: string,
  ) {
    super(message);
  }
}

const attributeName = /^[a-z0-9]{1,40}$/;
const written = ['specversion', 'id', 'source', 'type', 'time', 'subject', 'partitionkey'] as const;
const known = new Set<string>(written);
/** Context attributes, section "Type System": no control characters, no lone surrogates. */
const forbidden = /[\p{Cc}\p{Cs}]/u;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * Kafka binding, binary mode: attributes as `ce_` headers, `content-type` beside them, the value is
 * the data alone (CloudEvents Kafka protocol binding 1.0.2, section 3.2).
 */
export function toKafkaHeaders(event: CloudEvent): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const name of written) {
    const value = event[name];
    if (value !== undefined) headers[`ce_${name}`] = value;
  }
  for (const name in event.extensions) headers[`ce_${name}`] = event.extensions[name]!;
  return headers;
}

/**
 * Reads attributes from headers that carry `prefix` (`ce_` on Kafka, `ce-` over HTTP).
 * @throws CloudEventError naming the attribute that is missing or malformed
 */
export function fromPrefixedHeaders(
  headers: Readonly<Record<string, string | undefined>>,
  prefix: 'ce_' | 'ce-',
): CloudEvent {
  const attributes: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && name.startsWith(prefix)) {
      attributes[name.slice(prefix.length)] = value;
    }
  }
  return toCloudEvent(attributes);
}

/**
 * Checks attributes against CloudEvents 1.0 and separates the extensions.
 * @throws CloudEventError naming the attribute that is missing or malformed
 */
export function toCloudEvent(attributes: Readonly<Record<string, unknown>>): CloudEvent {
  const text = (name: string, required: boolean): string | undefined => {
    const value = attributes[name];
    if (value === undefined || value === null) {
      if (required) throw new CloudEventError(name, `the CloudEvents attribute ${name} is missing`);
      return undefined;
    }
    if (typeof value !== 'string' || value === '') {
      throw new CloudEventError(
        name,
        `the CloudEvents attribute ${name} must be a non-empty string`,
      );
    }
    if (forbidden.test(value)) {
      throw new CloudEventError(
        name,
        `the CloudEvents attribute ${name} must hold no control characters`,
      );
    }
    return value;
  };
  if (text('specversion', true) !== '1.0') {
    throw new CloudEventError('specversion', 'only CloudEvents 1.0 is understood');
  }
  const time = text('time', false);
  if (time !== undefined && (!rfc3339.test(time) || Number.isNaN(Date.parse(time)))) {
    throw new CloudEventError('time', 'the CloudEvents attribute time must be an RFC 3339 instant');
  }
  const extensions: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (known.has(name) || name === 'data' || name === 'data_base64') continue;
    if (!attributeName.test(name)) {
      throw new CloudEventError(name, `${name} is no CloudEvents attribute name: a-z and 0-9 only`);
    }
    extensions[name] = String(value);
  }
  return {
    specversion: '1.0',
    id: text('id', true)!,
    source: text('source', true)!,
    type: text('type', true)!,
    ...(time === undefined ? {} : { time }),
    subject: text('subject', false),
    partitionkey: text('partitionkey', false),
    extensions,
  };
}
