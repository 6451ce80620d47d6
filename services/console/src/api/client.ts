import createClient from 'openapi-fetch';
import type { Middleware } from 'openapi-fetch';
import { ApiProblem, Unreachable } from './problem.js';
import type { ProblemBody } from './problem.js';
import type { paths } from './schema.js';

type Listener = () => void;
interface Answer<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

/** Where 401 says of a password that it is wrong, and nothing of who asks. */
const takesPassword = ['/api/v1/session', '/api/v1/password'];

const signedIn = new Set<Listener>();
const signedOut = new Set<(askedAt: number) => void>();
/** When each request that is on its way was sent, epoch milliseconds. */
const sentAt = new WeakMap<Request, number>();
const doubted = new Set<Listener>();
let csrf: string | undefined;

/** What changes something carries this from now on: somebody is signed in. */
export function useCsrfToken(token: string | undefined): void {
  csrf = token;
  signedIn.forEach((listener) => listener());
}

/** Told whenever the server has said that it knows who asks. Returns how to stop listening. */
export function onSignedIn(listener: Listener): () => void {
  signedIn.add(listener);
  return () => signedIn.delete(listener);
}

/**
 * Told whenever the server no longer knows who asks, with when that was asked: somebody may have signed in since.
 * Returns how to stop listening.
 */
export function onSignedOut(listener: (askedAt: number) => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/**
 * Told whenever roles did not allow something, or a stream was cut off: they may have been changed meanwhile. Returns
 * how to stop listening.
 */
export function onDoubt(listener: Listener): () => void {
  doubted.add(listener);
  return () => doubted.delete(listener);
}

/** Says that the roles may be others than those that are shown. */
export function doubtRoles(): void {
  doubted.forEach((listener) => listener());
}

const session: Middleware = {
  onRequest({ request }) {
    sentAt.set(request, Date.now());
    // Refusals come in the language that is shown, whatever the browser itself prefers.
    request.headers.set('accept-language', document.documentElement.lang);
    if (csrf && !['GET', 'HEAD'].includes(request.method)) {
      request.headers.set('x-clearline-csrf', csrf);
    }
    return request;
  },
  onResponse({ request, response }) {
    const isOfPassword =
      request.method !== 'GET' && takesPassword.includes(new URL(request.url).pathname);
    if (response.status === 401 && !isOfPassword) {
      const askedAt = sentAt.get(request) ?? Date.now();
      signedOut.forEach((listener) => listener(askedAt));
    }
    if (response.status === 403) doubtRoles();
    return response;
  },
  onError() {
    return new Unreachable('the server does not answer');
  },
};

/** The API as its OpenAPI document describes it; the browser sends the session's cookie along. */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use(session);

/**
 * The body of an answer.
 * @throws ApiProblem when it was refused, Unreachable when it never came
 */
export async function bodyOf<Body>(asked: Promise<Answer<Body>>): Promise<Body> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Body;
  throw new ApiProblem(toProblem(error, response.status));
}

/** A proxy on the way answers with anything. */
function toProblem(error: unknown, status: number): ProblemBody {
  if (typeof error === 'object' && error !== null && 'type' in error) return error as ProblemBody;
  return { type: 'about:blank', status };
}

/** Whether the server answers, and knows who asks. */
export const isServed = (): Promise<boolean> =>
  api.GET('/api/v1/session').then(
    ({ response }) => response.ok,
    () => false,
  );
