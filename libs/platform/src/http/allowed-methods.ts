import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

interface KnownRoute {
  readonly path: RegExp;
  readonly methods: readonly string[];
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Absent where no routes were noted. */
    knownRoutes?: readonly KnownRoute[];
  }
}

/** Must be called before routes are registered; those of every scope below are noted. */
export function noteRoutes(fastify: FastifyInstance): void {
  const known: KnownRoute[] = [];
  fastify.decorate('knownRoutes', known);
  fastify.addHook('onRoute', ({ url, method }) => {
    known.push({ path: formOf(url), methods: [method].flat() });
  });
}

/** The refusal of a request whose address is known, only not with its method; undefined for any other. */
export function wrongMethod(request: FastifyRequest): Problem | undefined {
  if (!request.is404) return undefined;
  const allowed = methodsAt(request);
  if (allowed.length === 0 || allowed.includes(request.method)) return undefined;
  const detail = `this address takes ${allowed.join(', ')}`;
  return new Problem('method-not-allowed', { detail, allow: allowed });
}

function methodsAt({ server, url }: FastifyRequest): string[] {
  const [path = ''] = url.split(/[?#;]/);
  const routes = server.knownRoutes?.filter(({ path: form }) => form.test(decoded(path))) ?? [];
  return [...new Set(routes.flatMap(({ methods }) => methods))].sort();
}

/** `:name` stands for one part of a path, `*` for any end of it. */
function formOf(url: string): RegExp {
  const literal = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`, 's');
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
