import { Problem } from '#platform';
import type { Principal, Queries } from '#platform';
import { allCases, isKeptFrom, maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseState } from '../domain/case-state.js';

type Person = Pick<Principal, 'roles' | 'agentId'>;

/**
 * What somebody who is signed in sees, but for what is kept from them. Managers and administrators see all
 * cases, and so do log-ins that are no agent's, as programs and the central desk. An agent whom the
 * organisation does not have, or who has left it, has no unit.
 */
export async function accessOf(tx: Queries, person: Person): Promise<CaseAccess> {
  const [access] = await accessesOf(tx, [person]);
  return access!;
}

/** `accessOf` each of many, in their order, with one statement. */
export async function accessesOf(tx: Queries, people: readonly Person[]): Promise<CaseAccess[]> {
  const agents = people.flatMap((person) => ownOnly(person) ?? []);
  const units = new Map<string, string[]>(agents.map((agentId) => [agentId, []]));
  if (units.size > 0) {
    const beneath = await tx.query<{ id: string; code: string }>(
      `with recursive beneath (id, code) as (
         select id, unit from agents where id = any($1::text[]) and active and unit is not null
         union select b.id, d.code from beneath b join directory d on d.kind = 'unit' and d.parent = b.code
       ) select id, code from beneath`,
      [[...units.keys()]],
    );
    for (const { id, code } of beneath) units.get(id)!.push(code);
  }
  return people.map((person) => {
    const { agentId } = person;
    if (agentId === undefined) return allCases;
    const own = units.get(agentId);
    return own && ownOnly(person) ? { sees: 'own', agentId, units: own } : { sees: 'all', agentId };
  });
}

/** The agent of somebody who does not see all cases. */
function ownOnly({ roles, agentId }: Person): string | undefined {
  const isAbove = roles.some((role) => role === 'manager' || role === 'admin');
  return isAbove ? undefined : agentId;
}

/** @throws Problem `forbidden` for a case that is there and that the caller does not see */
export function requireSeen(access: CaseAccess, state: CaseState): void {
  if (state.stage === 'none' || maySee(access, state)) return;
  const detail = isKeptFrom(access, state)
    ? 'the case is about you, or about somebody you answer for: others work on it'
    : `case ${state.number} is of another unit`;
  throw new Problem('forbidden', { detail });
}
