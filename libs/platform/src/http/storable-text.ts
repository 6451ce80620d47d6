import type { FastifyInstance } from 'fastify';
import { pathOf } from './field-problems.js';
import { Problem } from './problem.js';

/** Escapes that JSON allows and no UTF-8 text of PostgreSQL holds: NUL, and halves of surrogate pairs. */
const escapes = /\\u(?:0000|d[89a-f])/iu;

/**
 * A problem that names the first text within a parsed body which could not be stored as it was sent: one
 * with NUL or half a surrogate pair. Bodies whose JSON has no such escape cost one search of it.
 */
export function unstorableIn(json: string, value: unknown): Problem | undefined {
  if (!escapes.test(json)) return undefined;
  const path = find(value, []);
  return path && refusal(path);
}

/** Addresses with NUL, such as `?q=%00`, are refused before they are asked of a database. */
export function refuseUnstorableAddresses(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (!request.url.includes('%00')) return done();
    done(refusal(find(request.query, []) ?? []));
  });
}

const isUnstorable = (text: string) => text.includes('\0') || !text.isWellFormed();

function find(value: unknown, path: PropertyKey[]): PropertyKey[] | undefined {
  if (typeof value === 'string') return isUnstorable(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (isUnstorable(key)) return path;
    const found = find(item, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

function refusal(path: PropertyKey[]): Problem {
  const message = 'NUL and half of a surrogate pair cannot be stored';
  return new Problem('validation', {
    errors: [{ path: pathOf(path), rule: 'characters', message }],
  });
}
