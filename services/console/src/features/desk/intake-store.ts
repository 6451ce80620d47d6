import { hashKey } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem.js';
import { DraftKeeper, Outdated } from '../../shared/draft-keeper.js';
import type { Intake } from './desk-types.js';
import type { DraftServer, IntakeDraft, KeptIntake } from './intake-draft.js';
import { emptyIntake, isTouched } from './intake.js';

const nothing: KeptIntake = { version: 0, draft: null };
const fresh = (): IntakeDraft => ({ key: crypto.randomUUID(), intake: emptyIntake });
const isStale = (error: unknown) => error instanceof ApiProblem && error.kind === 'stale-version';
const wordsOf = ({ key, intake }: IntakeDraft) => hashKey([key, intake]);

/**
 * The complaint that is being taken down, in the memory of the page and on the server. It is kept over the version
 * that this page has read or kept itself; what another device kept meanwhile is for its writer to choose.
 */
export class IntakeStore {
  draft = fresh();
  /** Kept by another device, and neither taken over nor replaced yet. */
  other: KeptIntake | undefined;
  readonly keeper: DraftKeeper<IntakeDraft>;
  private version = 0;
  /** Sent without an answer: the server may have kept them, under a version it could not tell. */
  private readonly unanswered = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly server: DraftServer) {
    this.keeper = new DraftKeeper((draft) => this.save(draft));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Shows what the server keeps, unless something here is not kept yet. A server that does not answer stops nobody
   * from taking a complaint down: what it keeps shows as another device's once it answers.
   */
  async refresh(): Promise<void> {
    if (!this.keeper.isSettled) return;
    const before = this.draft;
    const kept = await this.server.read().catch(() => undefined);
    const isSame = this.draft === before && this.keeper.isSettled;
    if (kept && isSame && kept.version !== this.version) this.adopt(kept);
  }

  change(change: (draft: IntakeDraft) => IntakeDraft): void {
    this.show(change(this.draft));
    this.keeper.keep(isTouched(this.draft.intake) ? this.draft : undefined);
  }

  /** An empty form under a new key. */
  clear(): void {
    this.change(fresh);
  }

  /**
   * What another device kept is gone on with; what was typed here is given up. Where the other has filed or cleared
   * it meanwhile, nothing is left to go on with: what was typed here stays, and is kept.
   */
  async takeOther(): Promise<void> {
    const kept = await this.server.read().catch(() => this.other ?? nothing);
    if (!kept.draft) {
      this.version = kept.version;
      this.other = undefined;
      return this.keeper.resume();
    }
    await this.keeper.forget();
    this.adopt(kept);
  }

  /** What was typed here replaces what another device kept. */
  replaceOther(): void {
    this.version = this.other?.version ?? 0;
    this.other = undefined;
    this.keeper.resume();
  }

  private adopt({ version, draft }: KeptIntake): void {
    this.version = version;
    this.other = undefined;
    // An older page may have kept less than this one asks for.
    this.show(draft ? { key: draft.key, intake: { ...emptyIntake, ...draft.form } } : fresh());
  }

  private show(draft: IntakeDraft): void {
    this.draft = draft;
    this.listeners.forEach((listener) => listener());
  }

  private async save(draft: IntakeDraft | undefined): Promise<void> {
    try {
      await this.send(draft);
    } catch (error) {
      if (!isStale(error)) throw error;
      const kept = await this.server.read();
      if (kept.draft && !this.isOwn(kept.draft)) {
        this.other = kept;
        throw new Outdated();
      }
      this.version = kept.version;
      await this.send(draft);
    }
  }

  private async send(draft: IntakeDraft | undefined): Promise<void> {
    if (!draft && this.version === 0 && this.unanswered.size === 0) return;
    if (draft) this.unanswered.add(wordsOf(draft));
    if (draft) this.version = await this.server.put(draft, this.version);
    else {
      await this.server.drop(this.version);
      this.version = 0;
    }
    this.unanswered.clear();
  }

  private isOwn({ key, form }: { key: string; form: Intake }): boolean {
    return this.unanswered.has(wordsOf({ key, intake: form }));
  }
}
