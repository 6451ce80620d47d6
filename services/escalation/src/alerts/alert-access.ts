import type { Principal, Queries } from '#platform';
import { accessOf } from '../access/access-of.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import { deskKey, namesOfAgent } from './alert-names.js';

/** Which alerts somebody reads and takes on: of the cases that they see, agents those alone that name them. */
export interface AlertAccess {
  readonly cases: CaseAccess;
  /** Keys as of `namesIn`. Absent of those who read all alerts of the cases that they see. */
  readonly names?: readonly string[];
}

export async function alertAccessOf(tx: Queries, principal: Principal): Promise<AlertAccess> {
  const cases = await accessOf(tx, principal);
  return readsAll(principal) ? { cases } : namedOnly(tx, principal, cases);
}

/** `alertAccessOf` somebody who asks for what names them, or their desk, whatever else they may read. */
export async function ownAlertsOf(tx: Queries, principal: Principal): Promise<AlertAccess> {
  return namedOnly(tx, principal, await accessOf(tx, principal));
}

async function namedOnly(
  tx: Queries,
  principal: Principal,
  cases: CaseAccess,
): Promise<AlertAccess> {
  const { agentId, roles } = principal;
  // Who is no agent is named by nothing.
  if (agentId === undefined) return { cases, names: [] };
  // Whoever sees all cases takes turns in rosters like the others.
  const own = cases.sees === 'own' ? cases : await accessOf(tx, { agentId, roles: [] });
  const rosters = own.sees === 'own' ? own.rosters : undefined;
  const names = await namesOfAgent(tx, agentId, roles, rosters);
  return { cases, names: [...desksOf(cases, principal).map(deskKey), ...names] };
}

/**
 * The desks that somebody is of when one is told as a whole, by the rule of units: theirs and those beneath it.
 * Who sees all cases is of none.
 */
export function desksOf(cases: CaseAccess, person: Pick<Principal, 'roles'>): readonly string[] {
  const readsAlerts = person.roles.includes('agent') || readsAll(person);
  return readsAlerts && cases.sees === 'own' ? cases.units : [];
}

/** Whether an alert that names so many is for somebody, as far as that does not depend on its case. */
export function isForReader({ names }: AlertAccess, named: readonly string[]): boolean {
  return names === undefined || named.some((name) => names.includes(name));
}

/** Whether somebody reads all alerts of the cases that they see, whomever those name. */
export const readsAll = ({ roles }: { readonly roles: readonly string[] }): boolean =>
  roles.some((role) => above.includes(role));

const above: readonly string[] = ['supervisor', 'manager', 'admin'];
