import { CommandFailure } from './command-failure.js';

/** Where the running Clearline is, and who asks. */
export interface ApiOptions {
  url: string;
  token?: string;
  username?: string;
  password?: string;
}

/** Speaks to a running Clearline over its public API, signing in when no token is given. */
export class ApiClient {
  private token: string | undefined;

  /** @throws CommandFailure when the address is none */
  constructor(private readonly options: ApiOptions) {
    if (!/^https?:/.test(options.url) || !URL.canParse(options.url)) {
      const message = `--url: "${options.url}" is no address; give one like http://localhost:3000`;
      throw new CommandFailure(message, 2);
    }
    this.token = options.token;
  }

  async get<T = Record<string, unknown>>(path: string): Promise<T> {
    return this.request<T>('GET', path);
  }

  async post<T = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<T> {
    return this.request<T>('POST', path, body, headers);
  }

  async put<T = Record<string, unknown>>(path: string, body: unknown): Promise<T> {
    return this.request<T>('PUT', path, body);
  }

  async patch<T = Record<string, unknown>>(path: string, body: unknown): Promise<T> {
    return this.request<T>('PATCH', path, body);
  }

  /** Whatever is answered, refusals too. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await this.send(method, path, body);
    const answered = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    return { status: response.status, body: answered };
  }

  /** Undefined where there is nothing (yet) at this path. */
  async find<T>(path: string): Promise<T | undefined> {
    const response = await this.send('GET', path);
    if (response.status === 404) return undefined;
    if (!response.ok) throw await failureOf(response);
    return (await response.json()) as T;
  }

  /** Files an array under a key; `replayed` when this key was answered before. */
  async file<T>(
    path: string,
    items: unknown[],
    key: string,
  ): Promise<{ body: T; replayed: boolean }> {
    const response = await this.send('POST', path, items, { 'idempotency-key': key });
    if (!response.ok) throw await failureOf(response);
    const replayed = response.headers.get('idempotency-replayed') === 'true';
    return { body: (await response.json()) as T, replayed };
  }

  /** Sends a file as the body of a request, its name in a header. */
  async attach<T>(
    path: string,
    { name, mediaType }: { name: string; mediaType: string },
    content: Buffer,
  ): Promise<T> {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    const headers = { 'content-type': mediaType, 'content-disposition': disposition };
    const response = await this.send('POST', path, content, headers);
    if (!response.ok) throw await failureOf(response);
    return (await response.json()) as T;
  }

  /** The open response of a stream; the caller reads its body. */
  async stream(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const response = await this.send('GET', path, undefined, headers);
    if (!response.ok) throw await failureOf(response);
    return response;
  }

  private async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T> {
    const response = await this.send(method, path, body, headers);
    if (!response.ok) throw await failureOf(response);
    return (await response.json()) as T;
  }

  private async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    this.token ??= await this.signIn();
    return this.fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isBytes(body) ? body : JSON.stringify(body) }),
    });
  }

  private async signIn(): Promise<string> {
    const { username, password } = this.options;
    if (!username || !password) {
      throw new CommandFailure('give --token, or --username and --password', 2);
    }
    const response = await this.fetch('/api/v1/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw await failureOf(response);
    return ((await response.json()) as { token: string }).token;
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(new URL(path, this.options.url), init);
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new CommandFailure(`no Clearline answers at ${this.options.url} (${reason})`);
    }
  }
}

const isBytes = (body: unknown): body is Buffer<ArrayBuffer> => Buffer.isBuffer(body);

/** Names the first field and rule of a refused request; what was asked for wrongly is a wrong use. */
async function failureOf(response: Response): Promise<CommandFailure> {
  const body = (await response.json().catch(() => ({}))) as {
    title?: string;
    detail?: string;
    errors?: { path: string; rule: string; message: string }[];
    requiredRoles?: string[];
  };
  const [first] = body.errors ?? [];
  const field = first ? `: ${first.path} ${first.message} (${first.rule})` : '';
  const reason = body.detail ?? body.title ?? response.statusText;
  const roles = body.requiredRoles ? ` (one of ${body.requiredRoles.join(', ')} may)` : '';
  const isWrongUse = response.status === 422 || response.status === 404;
  return new CommandFailure(`${response.status} ${reason}${roles}${field}`, isWrongUse ? 2 : 1);
}
