import type { ClockKind, ClockMove, DryRunView, MoveCounts } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { newId } from '#platform';
import type { Policy } from '#sla';
import { maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import { movesUnder } from './policy-moves.js';
import type { Move } from './policy-moves.js';
import type { PolicyStore } from './policy-store.js';

/** Small enough that other requests get their turn between two pages. */
const pageSize = 200;

const none = (): MoveCounts => ({ unchanged: 0, later: 0, earlier: 0, started: 0, ended: 0 });

/**
 * What a policy would do to the clocks of every open case, page by page; writes nothing and locks
 * nothing. All cases are counted; those that the caller sees are named.
 */
export async function dryRun(
  { database, clock }: ServiceRuntime,
  policies: PolicyStore,
  candidate: Policy,
  limit: number,
  access: CaseAccess,
): Promise<DryRunView> {
  const now = clock.now();
  const context = { policies: policies.bookWith(candidate), newId: () => newId(now) };
  const totals = none();
  const byKind = new Map<ClockKind, MoveCounts>();
  const byRule = new Map<string, MoveCounts>();
  const items: ClockMove[] = [];
  let [cases, casesChanged, named] = [0, 0, 0];
  const count = (move: Move, isSeen: boolean): void => {
    const counts = [totals, countsOf(byKind, move.kind), countsOf(byRule, move.ruleAfter)];
    for (const one of counts) one[move.change] += 1;
    const { change } = move;
    if (change === 'unchanged' || !isSeen) return;
    named += 1;
    if (items.length < limit) items.push({ ...move, change });
  };
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await database.query<{ id: string; state: string }>(
      `select id, state from cases where id > $1::uuid and status not in ('closed', 'withdrawn', 'merged')
        order by id limit ${pageSize}`,
      [after],
    );
    for (const { state } of rows) {
      const opened = JSON.parse(state) as OpenedCase;
      const moves = movesUnder(opened, candidate.version, now, context);
      const isSeen = maySee(access, opened);
      cases += 1;
      if (moves.some(({ change }) => change !== 'unchanged')) casesChanged += 1;
      moves.forEach((move) => count(move, isSeen));
    }
    if (rows.length < pageSize) break;
    after = rows.at(-1)!.id;
  }
  return {
    base: policies.book.current.version,
    cases,
    casesChanged,
    totals,
    byKind: [...byKind].map(([kind, counts]) => ({ kind, ...counts })),
    byRule: [...byRule].map(([rule, counts]) => ({ rule, ...counts })),
    items,
    isTruncated: named > items.length,
  };
}

function countsOf<K>(counts: Map<K, MoveCounts>, key: K): MoveCounts {
  let found = counts.get(key);
  if (!found) counts.set(key, (found = none()));
  return found;
}
