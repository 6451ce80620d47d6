import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The documents that describe the API, as `npm run contracts:generate` wrote them. */
export type Description = 'openapi.json' | 'asyncapi.json';

/** Lies the same way from the sources and from `dist`, where the build puts them. */
const folder = join(import.meta.dirname, '../../../../libs/contracts/generated');
const read = new Map<Description, Promise<string>>();

/**
 * One of them as JSON, read when it is first asked for. To make it from the schemas takes a second of the
 * processor, in which no timer would fire: too much for a start, and for a request.
 */
export function descriptionOf(name: Description): Promise<string> {
  const known = read.get(name) ?? readFile(join(folder, name), 'utf8');
  read.set(name, known);
  known.catch(() => read.delete(name));
  return known;
}
