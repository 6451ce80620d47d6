import { ApiProblem, Unreachable } from '../../api/problem.js';
import type { DraftServer, IntakeDraft, KeptIntake } from './intake-draft.js';
import type { emptyIntake } from './intake.js';

export const savedAt = '2026-11-28T09:00:00.000Z';
/** Fields come back in the order of the schema. */
const overTheWire = ({ severity, ...rest }: typeof emptyIntake) =>
  JSON.parse(JSON.stringify({ severity, ...rest })) as typeof emptyIntake;
const refusal = (kind: string) =>
  new ApiProblem({ type: `urn:clearline:problem:${kind}`, status: 409 });

/** Keeps by the rule of the server; can be away, before or after it has done what it was asked. */
export class TestDraftServer implements DraftServer {
  kept: KeptIntake = { version: 0, draft: null };
  away: 'before' | 'after' | undefined;
  writes = 0;
  private readonly filed = new Set<string>();
  private last = 0;

  read = () => this.answer(() => this.kept);
  put = ({ key, intake }: IntakeDraft, expected: number) =>
    this.write(expected, { key, form: overTheWire(intake), savedAt });
  drop = async (expected: number) => void (await this.write(expected, null));

  /** Files what is taken down under this key. */
  file(key: string): void {
    this.filed.add(key);
    if (this.kept.draft?.key === key) this.kept = { version: 0, draft: null };
  }

  private write(expected: number, draft: KeptIntake['draft']): Promise<number> {
    return this.answer(() => {
      if (draft && this.filed.has(draft.key)) throw refusal('idempotency-conflict');
      const isGone = !draft && !this.kept.draft;
      if (!isGone && this.kept.version !== expected) throw refusal('stale-version');
      this.writes += 1;
      this.kept = { version: draft ? ++this.last : 0, draft };
      return this.kept.version;
    });
  }

  private async answer<T>(work: () => T): Promise<T> {
    if (this.away === 'before') throw new Unreachable('away');
    const done = work();
    if (this.away === 'after') throw new Unreachable('away');
    return done;
  }
}
