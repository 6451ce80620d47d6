import type { Queries } from '#platform';
import { keysOf } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';

/** The case is not about them or their line, as a condition on rows of `cases c`; the agent is parameter `agent`. */
export const notKeptFrom = (agent: number) => `($${agent}::text = any(c.kept_from)) is not true`;

/** `maySee` as a condition on rows of `cases c`, its three parameters numbered from `first`. */
export function seenCondition(first: number): string {
  const [units, agent, keys] = [first, first + 1, first + 2].map((number) => `$${number}`);
  return `((${units}::text[] is null or c.unit is null or c.unit = any(${units}::text[])
    or c.owner = ${agent}::text or c.shown_to && ${keys}::text[])
    and ${notKeptFrom(first + 1)})`;
}

/** The values of a `seenCondition`. */
export function seenParameters(
  access: CaseAccess,
): [string[] | null, string | null, string[] | null] {
  if (access.sees === 'all') return [null, access.agentId ?? null, null];
  return [[...access.units], access.agentId, keysOf(access)];
}

/** Of these cases those that are there and that somebody does not see. */
export async function hiddenCases(
  tx: Queries,
  ids: readonly string[],
  access: CaseAccess,
): Promise<Set<string>> {
  const seesAll = access.sees === 'all' && access.agentId === undefined;
  if (seesAll || ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `select c.id from cases c where c.id = any($1::uuid[]) and (${seenCondition(2)}) is not true`,
    [ids, ...seenParameters(access)],
  );
  return new Set(rows.map(({ id }) => id));
}
