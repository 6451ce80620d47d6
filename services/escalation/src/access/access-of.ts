import { Problem } from '#platform';
import type { Principal, Queries } from '#platform';
import { allCases, maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseState } from '../domain/case-state.js';

/**
 * What somebody who is signed in sees. Managers and administrators see all cases, and so do log-ins that
 * are no agent's, as programs and the central desk. An agent whom the organisation does not have, or who
 * has left it, has no unit.
 */
export async function accessOf(tx: Queries, { roles, agentId }: Principal): Promise<CaseAccess> {
  const isAbove = roles.some((role) => role === 'manager' || role === 'admin');
  if (isAbove || agentId === undefined) return allCases;
  const beneath = await tx.query<{ code: string }>(
    `with recursive beneath (code) as (
       select unit from agents where id = $1 and active and unit is not null
       union select d.code from beneath b join directory d on d.kind = 'unit' and d.parent = b.code
     ) select code from beneath`,
    [agentId],
  );
  return { sees: 'own', agentId, units: beneath.map(({ code }) => code) };
}

/** @throws Problem `forbidden` for a case that is there and that the caller does not see */
export function requireSeen(access: CaseAccess, state: CaseState): void {
  if (state.stage === 'none' || maySee(access, state)) return;
  throw new Problem('forbidden', { detail: `case ${state.number} is of another unit` });
}
