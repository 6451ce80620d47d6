import type { z } from 'zod';
import type { Role } from '../primitives.js';

export interface RouteAnswer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Other than JSON, beside it or instead of it. */
  readonly mediaTypes?: readonly string[];
}

/** One operation of the HTTP API, from which its descriptions are made. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly tag: 'intake' | 'cases' | 'alerts' | 'reports' | 'access' | 'operations';
  /** Who may call it; absent means everybody who is signed in, `open` everybody at all. */
  readonly roles?: readonly Role[];
  readonly open?: true;
  /** For browsers that signed in by cookie, and for nobody else. */
  readonly bySession?: true;
  readonly query?: z.ZodObject;
  /** Request headers by name, with what they do. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: z.ZodType;
  readonly arrayOfBodies?: true;
  /** Of the body, beside JSON. */
  readonly bodyMediaTypes?: readonly string[];
  /** Of a body that is the content of a file and no JSON. */
  readonly contentTypes?: readonly string[];
  readonly answers: Readonly<Record<number, RouteAnswer>>;
}

/** What a browser adds to a request that changes something. */
export const csrfName = 'X-Clearline-Csrf';

type Facts = Omit<Route, 'method' | 'path' | 'summary' | 'answers'>;

/** A GET that answers 200 with JSON. */
export function get(path: string, summary: string, facts: Facts, schema?: z.ZodType): Route {
  return {
    method: 'get',
    path,
    summary,
    ...facts,
    answers: { 200: { description: 'OK', schema } },
  };
}

/** A GET that answers with server-sent events until the reader leaves. */
export function stream(path: string, summary: string, facts: Facts): Route {
  const answer = { description: 'Events as they happen', mediaTypes: ['text/event-stream'] };
  const headers = {
    'Last-Event-ID': 'The id of the last event seen: the stream goes on behind it',
  };
  return { method: 'get', path, summary, ...facts, headers, answers: { 200: answer } };
}
