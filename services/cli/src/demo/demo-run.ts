import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { DemoFailure } from './demo-failure.js';
import type { DemoProduct } from './demo-product.js';
import type { DemoText } from './demo-text.js';

const comesWithinMs = 90_000;

/** One performance: its people, its time, and what was checked so far. */
export class DemoRun {
  checks = 0;
  private readonly people = new Map<string, ApiClient>();

  /** @param tell hears each step, at the product's time, once all that it checks is so */
  constructor(
    private readonly product: Pick<DemoProduct, 'clock'>,
    private readonly tell: (at: number, text: DemoText) => void,
  ) {}

  /** From here on somebody works over the public API under this name. */
  admit(username: string, person: ApiClient): void {
    this.people.set(username, person);
  }

  as(username: string): ApiClient {
    const person = this.people.get(username);
    if (!person) throw new DemoFailure(`nobody is called ${username}`);
    return person;
  }

  /** What happens next, and that it is so. */
  async step(text: DemoText, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof DemoFailure || error instanceof CommandFailure)) throw error;
      throw new DemoFailure(`${text.en} / ${text.zh}\n  ${error.message}`);
    }
    this.tell(this.product.clock.now(), text);
  }

  /** @throws DemoFailure that names both where they differ */
  check(what: string, actual: unknown, expected: unknown): void {
    this.checks += 1;
    if (isDeepStrictEqual(actual, expected)) return;
    const [is, must] = [actual, expected].map((value) => JSON.stringify(value));
    throw new DemoFailure(`${what}\n    must be ${must}\n    but is  ${is}`);
  }

  /** The request must be refused with this status and kind of problem; what else it says is given back. */
  async refused(
    username: string,
    [method, path, body]: readonly [string, string, unknown?],
    status: number,
    slug: string,
  ): Promise<Record<string, unknown>> {
    const answer = await this.as(username).ask(method, path, body);
    const what = `${username}: ${method} ${path}`;
    this.check(
      what,
      { status: answer.status, type: answer.body['type'] },
      { status, type: `urn:clearline:problem:${slug}` },
    );
    return answer.body;
  }

  /** Asks until there is something. */
  async until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
    const startedAt = performance.now();
    while (performance.now() - startedAt < comesWithinMs) {
      const found = await ask();
      if (found !== undefined) return found;
      await sleep(50);
    }
    throw new DemoFailure(`${what} did not come within ${comesWithinMs / 1_000} s`);
  }

  /** Lets the product's time go on to an instant. */
  reach(instant: string): Promise<void> {
    return this.product.clock.windTo(Date.parse(instant));
  }
}
