import { hash } from 'node:crypto';
import { ContractError, findEvent, parseEvent } from '#contracts';
import type { RawEvent, StoredEvent } from '../store/stored-event.js';

/** An event that this service handles, or one that breaks its contract. */
export interface Arrival {
  raw: RawEvent;
  /** The event's name without its version: a new version is no new delivery. */
  handler: string;
  bodyHash: string;
  event?: StoredEvent;
  failure?: { reason: string; detail: string };
}

/** The newest version's type of a known type; undefined when no contract names it. */
export function newestType(type: string): string | undefined {
  const definition = findEvent(type);
  if (!definition?.upcast) return definition?.type;
  return newestType(`clearline.${definition.name}.v${definition.version + 1}`);
}

/** undefined: a known type that `isHandled` does not want. */
export function decodeArrival(
  raw: RawEvent,
  isHandled: (newestType: string) => boolean,
): Arrival | undefined {
  if (raw.malformed !== undefined) {
    const failure = { reason: 'malformed', detail: raw.malformed };
    return { raw, handler: 'malformed', bodyHash: hashOf(raw.body), failure };
  }
  const newest = newestType(raw.type);
  if (newest !== undefined && !isHandled(newest)) return undefined;
  const handler = findEvent(raw.type)?.name ?? raw.type;
  const bodyHash = hashOf(raw.body);
  try {
    const { type, data } = parseEvent(raw.type, parseJson(raw.body));
    const { body: _body, partition: _partition, brokerHeaders: _headers, ...rest } = raw;
    return { raw, handler, bodyHash, event: { ...rest, type, data } };
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const failure = { reason: error.reason, detail: error.message };
    return { raw, handler, bodyHash, failure };
  }
}

/** 132 bits: enough to tell two bodies apart, and half the inbox's size. */
const hashOf = (body: string): string => hash('sha256', body, 'base64url').slice(0, 22);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ContractError('invalid-data', 'the data is no JSON');
  }
}
