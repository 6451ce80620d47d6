export type Keeping = 'idle' | 'waiting' | 'kept' | 'failed' | 'outdated';

/** Thrown by a save where the server has something newer: its writer decides what stays. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
}

/** After the last key; and after the first one that is not kept yet: nobody loses more than three seconds. */
const pauseMs = 900;
const longestMs = 2_200;
const againMs = 3_000;

/**
 * Keeps on the server what somebody writes: a while after they stop, often enough while they go on, one
 * save at a time, and again until the server has it.
 */
export class DraftKeeper<T> {
  state: Keeping = 'idle';
  private value: T | undefined;
  private isOpen = false;
  private isSaving = false;
  private running: Promise<void> = Promise.resolve();
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** `save` gets undefined where nothing is left to keep. */
  constructor(
    private readonly save: (value: T | undefined) => Promise<unknown>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Nothing is left to be kept. */
  get isSettled(): boolean {
    return !this.isSaving && (this.state === 'idle' || this.state === 'kept');
  }

  keep(value: T | undefined): void {
    this.value = value;
    if (this.state === 'outdated') return;
    if (!this.isOpen) this.since = this.now();
    this.isOpen = true;
    this.become('waiting');
    this.wait(Math.max(0, Math.min(pauseMs, this.since + longestMs - this.now())));
  }

  /** What is written here stays, after all: it is kept at once. */
  resume(): void {
    if (this.state !== 'outdated') return;
    this.isOpen = true;
    this.become('waiting');
    this.start();
  }

  /** What was written becomes something else: nothing of it is saved any more once this has ended. */
  async forget(): Promise<void> {
    clearTimeout(this.timer);
    this.isOpen = false;
    this.become('idle');
    await this.running;
  }

  /** Without waiting: the page is left. */
  flush(): void {
    if (this.isOpen) this.start();
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), ms);
  }

  private start(): void {
    clearTimeout(this.timer);
    if (!this.isSaving && this.isOpen) this.running = this.run();
  }

  private async run(): Promise<void> {
    this.isSaving = true;
    this.isOpen = false;
    try {
      await this.save(this.value);
      if (!this.isOpen && this.state !== 'idle') this.become('kept');
    } catch (error) {
      // What was forgotten meanwhile need not be saved any more.
      if (this.state !== 'idle') {
        this.isOpen = !(error instanceof Outdated);
        this.become(this.isOpen ? 'failed' : 'outdated');
      }
    } finally {
      this.isSaving = false;
    }
    if (this.isOpen) this.wait(this.state === 'failed' ? againMs : 0);
  }

  private become(state: Keeping): void {
    if (state === this.state) return;
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}
