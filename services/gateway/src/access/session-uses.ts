import type { Queries } from '#platform';
import { lifeOf } from './session-life.js';

/** When tokens were used last, gathered in memory: a request writes nothing. */
export class SessionUses {
  private readonly at = new Map<string, number>();

  note(token: string): void {
    this.at.set(token, Date.now());
  }

  /** What cannot be written is forgotten: it is told of the next use. */
  async write(tx: Queries): Promise<void> {
    const used = [...this.at].flatMap(([token, at]) => {
      const { session } = lifeOf(token);
      return session === undefined ? [] : [{ session, at }];
    });
    this.at.clear();
    if (used.length === 0) return;
    await tx.query(
      `update sessions s set used_at = used.at
         from (select id, max(at) as at from unnest($1::text[], $2::bigint[]) u (id, at) group by id) used
        where s.id = used.id and s.used_at < used.at`,
      [used.map(({ session }) => session), used.map(({ at }) => at)],
    );
  }
}
