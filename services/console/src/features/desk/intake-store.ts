import { hashKey } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem.js';
import { DraftKeeper, Outdated } from '../../shared/draft-keeper.js';
import { newKey } from '../../shared/new-key.js';
import type { DraftServer, IntakeDraft, KeptIntake } from './intake-draft.js';
import { emptyIntake, isTouched } from './intake.js';

const nothing: KeptIntake = { version: 0, draft: null };
const fresh = (): IntakeDraft => ({ key: newKey(), intake: emptyIntake });
const isKind = (error: unknown, kind: string) => error instanceof ApiProblem && error.kind === kind;
const wordsOf = (draft: IntakeDraft | undefined) => hashKey([draft?.key, draft?.intake]);

/** Why what stands here is not kept: the server keeps something else or nothing, or it was filed already. */
export interface Elsewhere {
  kept: KeptIntake;
  isFiled: boolean;
}

/**
 * The complaint that is being taken down, in the memory of the page and on the server. It is kept over the version
 * that this page has read or kept itself; what another device kept, ended or filed meanwhile is for its writer to
 * choose.
 */
export class IntakeStore {
  draft = fresh();
  /** What another device did meanwhile, neither taken over nor replaced yet. */
  other: Elsewhere | undefined;
  /** The key of a draft that was read from the server, until somebody goes on with it here: it may be of another call. */
  private earlierKey: string | undefined;
  readonly keeper: DraftKeeper<IntakeDraft>;
  private version = 0;
  /** Of the draft that has this version. */
  private keptKey: string | undefined;
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
    if (!kept || !isSame || kept.version === this.version) return;
    // What was typed here is no earlier call's, though another device may have gone on with it.
    if (kept.draft?.key !== before.key) this.earlierKey = kept.draft?.key;
    this.adopt(kept);
  }

  /** Whether what stands here is as it was read from the server, and nobody has said yet that it is meant. */
  get isEarlier(): boolean {
    return this.earlierKey === this.draft.key;
  }

  /** A draft that was read is gone on with. */
  goOn(): void {
    this.earlierKey = undefined;
    this.show(this.draft);
  }

  change(change: (draft: IntakeDraft) => IntakeDraft): void {
    this.earlierKey = undefined;
    this.show(change(this.draft));
    this.keeper.keep(isTouched(this.draft.intake) ? this.draft : undefined);
  }

  /** An empty form under a new key. */
  clear(): void {
    this.change(fresh);
    if (this.other?.isFiled || this.other?.kept.draft === null) this.settle(0);
  }

  /** The same words under a new key: they are filed as another complaint. */
  renew(): void {
    this.change(({ intake }) => ({ key: newKey(), intake }));
    if (this.other?.isFiled) this.settle(0);
  }

  /**
   * What another device kept is gone on with, or an empty form; what was typed here is given up. Where the other has
   * ended its draft since it was shown, nothing is left to go on with: what was typed here stays, and is kept.
   */
  async takeOther(): Promise<void> {
    const kept = await this.server.read().catch(() => this.other?.kept ?? nothing);
    if (!kept.draft && this.other?.kept.draft) return this.settle(kept.version);
    await this.keeper.forget();
    this.adopt(kept);
  }

  /** What was typed here stays: in place of what another device kept, or as another complaint than was filed. */
  replaceOther(): void {
    if (this.other?.isFiled) this.renew();
    else this.settle(this.other?.kept.version ?? 0);
  }

  private settle(version: number): void {
    this.version = version;
    this.other = undefined;
    this.keeper.resume();
  }

  private adopt({ version, draft }: KeptIntake): void {
    this.version = version;
    this.keptKey = draft?.key;
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
      const isFiled = isKind(error, 'idempotency-conflict');
      if (!isFiled && !isKind(error, 'stale-version')) throw error;
      // Filed from here while it was being kept, and the form is empty again.
      const isOver = () => isFiled && draft?.key !== this.draft.key;
      if (isOver()) return void (this.version = 0);
      const kept = await this.server.read();
      // The answer to the filing may come while this is read.
      if (isOver()) return void (this.version = kept.version);
      // Whoever begins a new one brings nothing back.
      const isBegun = kept.draft === null && draft?.key !== this.keptKey;
      if (isFiled || !(isBegun || this.isOwn(kept.draft))) {
        this.other = { kept, isFiled };
        throw new Outdated();
      }
      this.version = kept.version;
      await this.send(draft);
    }
  }

  private async send(draft: IntakeDraft | undefined): Promise<void> {
    if (!draft && this.version === 0 && this.unanswered.size === 0) return;
    this.unanswered.add(wordsOf(draft));
    if (draft) {
      this.version = await this.server.put(draft, this.version);
      this.keptKey = draft.key;
    } else {
      await this.server.drop(this.version);
      this.version = 0;
    }
    this.unanswered.clear();
  }

  private isOwn(kept: KeptIntake['draft']): boolean {
    return this.unanswered.has(wordsOf(kept ? { key: kept.key, intake: kept.form } : undefined));
  }
}
