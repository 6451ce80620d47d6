import { isWorthRetry, retryDelay } from '../retry.js';

export interface FilingState<Answer> {
  isPending: boolean;
  /** How often it was tried in vain. */
  failureCount: number;
  /** Why it is tried no more. */
  error: Error | null;
  /** What was filed, until somebody has seen it. */
  filed: Answer | undefined;
}

/** The gravest of what is to be told: an older complaint may have been filed while the next one is tried again. */
export const standingOf = ({ error, filed, failureCount }: FilingState<unknown>) =>
  error ? 'refused' : filed !== undefined && failureCount === 0 ? 'filed' : 'retrying';

const atRest = { isPending: false, failureCount: 0, error: null } as const;

/**
 * Files something until the server has answered, every time under the same key: it is filed once, whatever became of the
 * tries before. It goes on for as long as the page is loaded, whichever screen is open. One at a time.
 */
export class OngoingFiling<Body, Answer> {
  state: FilingState<Answer> = { ...atRest, filed: undefined };
  /** Names what is tried now: another one, or nothing, once somebody has stopped it. */
  private current: symbol | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly send: (body: Body, key: string) => Promise<Answer>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** `onFiled` is told of the answer, also where it comes after somebody has stopped waiting for it. */
  file(body: Body, key: string, onFiled: (answer: Answer) => void): void {
    const one = Symbol(key);
    this.current = one;
    this.show({ ...atRest, isPending: true });
    void this.run(one, () => this.send(body, key), onFiled);
  }

  /** It is tried no more, or what became of it is put away. */
  readonly stop = (): void => {
    this.current = undefined;
    this.show(atRest);
  };

  /** Whoever waits for nothing any more has seen what became of it. */
  readonly seen = (): void => {
    this.show({ ...(!this.state.isPending && atRest), filed: undefined });
  };

  private async run(
    one: symbol,
    send: () => Promise<Answer>,
    onFiled: (answer: Answer) => void,
  ): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      const answer = await send().then(
        (filed) => ({ filed }),
        (error: unknown) => ({ error }),
      );
      const isCurrent = this.current === one;
      if ('filed' in answer) {
        this.show({ ...(isCurrent && atRest), filed: answer.filed });
        return onFiled(answer.filed);
      }
      if (!isCurrent) return;
      const { error } = answer;
      if (!isWorthRetry(failures, error)) {
        const told = error instanceof Error ? error : new Error(String(error));
        return this.show({ isPending: false, failureCount: failures + 1, error: told });
      }
      this.show({ failureCount: failures + 1 });
      await new Promise((resolve) => setTimeout(resolve, retryDelay(failures)));
      if (this.current !== one) return;
    }
  }

  private show(change: Partial<FilingState<Answer>>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
