import { ApiProblem } from '../../../api/problem.js';
import { DraftKeeper, Outdated } from '../../../shared/draft-keeper.js';

/** Where one draft is kept. Keeping and dropping are refused as `stale-version` where another version is kept. */
export interface DraftServer<T, Kept extends { version: number }> {
  /** What is kept of it, as one text; undefined where nothing is left to keep. */
  wordsOf(value: T): string | undefined;
  wordsOfKept(kept: Kept): string;
  read(): Promise<Kept | null>;
  /** Answers the version that is kept now. */
  put(value: T, expectedVersion: number): Promise<number>;
  drop(expectedVersion: number): Promise<void>;
}

const gone = '';
const isStale = (error: unknown) => error instanceof ApiProblem && error.kind === 'stale-version';

/**
 * What somebody writes, kept over the version that this page has read or kept itself. What another device kept or
 * ended meanwhile is for its writer to choose: nothing is overwritten, or brought back, unseen.
 */
export class VersionedDraft<T, Kept extends { version: number }> {
  readonly keeper: DraftKeeper<T>;
  /** What another device did meanwhile, neither taken over nor replaced yet; null where it ended the draft. */
  other: Kept | null | undefined;
  /** Sent without an answer: the server may have them, under a version it could not tell. */
  private readonly unanswered = new Set<string>();

  constructor(
    private readonly server: DraftServer<T, Kept>,
    private version: number,
  ) {
    this.keeper = new DraftKeeper<T>((value) => this.save(value));
  }

  /**
   * Whether another device has kept something else, which would be gone once the server ends the draft with what is
   * sent. Where that can't be asked, what is sent can't be either.
   */
  async isOvertaken(): Promise<boolean> {
    const kept = await this.server.read().catch(() => null);
    if (kept === null || kept.version === this.version) return false;
    return !this.unanswered.has(this.server.wordsOfKept(kept));
  }

  /** What was written became a message or a note: with that the server has ended the draft. */
  end(): void {
    this.version = 0;
    this.unanswered.clear();
  }

  /** What was typed here is given up; answers what the other device kept, null where it ended the draft. */
  async takeOther(): Promise<Kept | null> {
    const kept = this.other ?? null;
    await this.keeper.forget();
    this.settle();
    return kept;
  }

  /** What was typed here stays, in place of what the other device kept. */
  replaceOther(): void {
    this.settle();
    this.keeper.resume();
  }

  private settle(): void {
    this.version = this.other?.version ?? 0;
    this.other = undefined;
    this.unanswered.clear();
  }

  private async save(value: T | undefined): Promise<void> {
    const words = value === undefined ? undefined : this.server.wordsOf(value);
    try {
      await this.send(value, words);
    } catch (error) {
      if (!isStale(error)) throw error;
      const kept = await this.server.read();
      const isOver = kept === null && words === undefined;
      if (!isOver && !this.unanswered.has(kept ? this.server.wordsOfKept(kept) : gone)) {
        this.other = kept;
        throw new Outdated();
      }
      this.version = kept?.version ?? 0;
      await this.send(value, words);
    }
  }

  private async send(value: T | undefined, words: string | undefined): Promise<void> {
    if (value !== undefined && words !== undefined) {
      const before = [...this.unanswered];
      this.unanswered.add(words);
      this.version = await this.settled(this.server.put(value, this.version), before);
    } else if (this.version !== 0 || this.unanswered.size > 0) {
      const before = [...this.unanswered];
      this.unanswered.add(gone);
      await this.settled(this.server.drop(this.version), before);
      this.version = 0;
    }
  }

  /** Once the server has answered it has what it said; what it refused for its version it does not have. */
  private async settled<Answer>(
    asked: Promise<Answer>,
    before: readonly string[],
  ): Promise<Answer> {
    try {
      const answer = await asked;
      this.unanswered.clear();
      return answer;
    } catch (error) {
      if (isStale(error)) {
        this.unanswered.clear();
        before.forEach((words) => this.unanswered.add(words));
      }
      throw error;
    }
  }
}
