import { DemoFailure } from './demo-failure.js';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Somebody who signed in and works over the public API, as any other client would. */
export class DemoPerson {
  private constructor(
    readonly username: string,
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @throws DemoFailure when the log-in is refused */
  static async signIn(url: string, username: string, password: string): Promise<DemoPerson> {
    const nobody = new DemoPerson('', url, '');
    const { status, body } = await nobody.ask('POST', '/api/v1/login', { username, password });
    if (status !== 200) throw new DemoFailure(`${username} can't sign in: ${JSON.stringify(body)}`);
    return new DemoPerson(username, url, String(body['token']));
  }

  /** Any answer, refusals too. */
  async ask(method: string, path: string, body?: unknown, headers: object = {}): Promise<Answer> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed: unknown = isJson ? JSON.parse(text) : { text };
    return { status: response.status, body: parsed as Record<string, unknown> };
  }

  /** The body of an answer that must be one of success. */
  async get(path: string): Promise<Record<string, unknown>> {
    return this.succeed('GET', path);
  }

  async post(path: string, body: unknown, headers?: object): Promise<Record<string, unknown>> {
    return this.succeed('POST', path, body, headers);
  }

  async put(path: string, body: unknown, headers?: object): Promise<Record<string, unknown>> {
    return this.succeed('PUT', path, body, headers);
  }

  private async succeed(method: string, path: string, body?: unknown, headers?: object) {
    const answer = await this.ask(method, path, body, headers);
    if (answer.status < 300) return answer.body;
    const told = JSON.stringify(answer.body);
    throw new DemoFailure(
      `${this.username}: ${method} ${path} was answered ${answer.status} ${told}`,
    );
  }
}
