import type { Principal, Queries } from '#platform';
import { lifeOf } from './session-life.js';
import { keepUsed, type UsedSession } from './session-rows.js';

/** When tokens were used last, and whose they are, gathered in memory: a request writes nothing. */
export class SessionUses {
  private readonly last = new Map<string, { account: string; at: number }>();

  note(token: string, { sub }: Principal): void {
    this.last.set(token, { account: sub, at: Date.now() });
  }

  /** What cannot be written is forgotten: it is told of the next use. */
  async write(tx: Queries): Promise<void> {
    const used = [...this.last].flatMap(([token, { account, at }]): UsedSession[] => {
      const { session, signedInAt, expiresAt } = lifeOf(token);
      return session === undefined ? [] : [{ id: session, account, at, signedInAt, expiresAt }];
    });
    this.last.clear();
    if (used.length > 0) await keepUsed(tx, used);
  }
}
