import type { z } from 'zod';
import { findEvent } from './catalogue.js';

/** A type or version that no contract names, or data that breaks its schema. Retrying can't help. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  constructor(
    readonly reason: 'unknown-type' | 'invalid-data',
    message: string,
    readonly issues: readonly { path: string; rule: string; message: string }[] = [],
  ) {
    super(message);
  }
}

/** Field paths with the rule each breaks, never the offending value: it may be personal. */
export function describeIssues(error: z.ZodError) {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    rule: issue.code ?? 'custom',
    message: issue.message,
  }));
}

/**
 * Validates stored or received data and lifts it to the newest version of its event.
 * Unknown fields are dropped: producers are strict, consumers loose.
 * @throws ContractError when the type is unknown or the data breaks its schema
 */
export function parseEvent(type: string, data: unknown): { type: string; data: object } {
  const definition = findEvent(type);
  if (!definition)
    throw new ContractError('unknown-type', `no contract names the event type ${type}`);
  const parsed = definition.schema.safeParse(data);
  if (!parsed.success) {
    const issues = describeIssues(parsed.error);
    const first = issues[0];
    throw new ContractError(
      'invalid-data',
      `${type}: ${first?.path ?? ''} ${first?.message ?? 'is invalid'}`,
      issues,
    );
  }
  if (!definition.upcast) return { type, data: parsed.data as object };
  const next = `clearline.${definition.name}.v${definition.version + 1}`;
  return parseEvent(next, definition.upcast(parsed.data));
}

/**
 * Stored data as the newest version of its event has it. It was validated when it was stored: nothing is checked
 * again, and a type that no contract names stays as it is.
 */
export function liftEvent(type: string, data: object): { type: string; data: object } {
  const definition = findEvent(type);
  if (!definition?.upcast) return { type, data };
  const next = `clearline.${definition.name}.v${definition.version + 1}`;
  return liftEvent(next, definition.upcast(data) as object);
}
