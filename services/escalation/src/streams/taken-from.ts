import { CaseActionDropped, CaseActionMoved } from '#contracts';
import type { LogEvent } from '#eventing';
import type { Queries } from '#platform';
import { notKeptFrom } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';

/**
 * Of events that somebody does not see those that take a preventive action from them: with it they may have lost the
 * case, and are told of that as of anything else that concerned their action. What is kept from them stays so.
 */
export async function takenFrom(
  tx: Queries,
  unseen: readonly LogEvent[],
  access: CaseAccess,
): Promise<ReadonlySet<LogEvent>> {
  if (access.sees === 'all') return new Set();
  const theirs = unseen.filter((event) => loserOf(event) === access.agentId);
  if (theirs.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `select c.id from cases c where c.id = any($1::uuid[]) and ${notKeptFrom(2)}`,
    [theirs.map(({ key }) => key), access.agentId],
  );
  return new Set(theirs.filter(({ key }) => rows.some(({ id }) => id === key)));
}

function loserOf({ type, body }: LogEvent): string | undefined {
  if (type !== CaseActionMoved.type && type !== CaseActionDropped.type) return undefined;
  const { owner, ownerBefore = owner } = JSON.parse(body) as {
    owner: string;
    ownerBefore?: string;
  };
  return ownerBefore;
}
