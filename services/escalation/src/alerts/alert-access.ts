import type { Principal, Queries } from '#platform';
import { accessOf } from '../access/access-of.js';
import type { CaseAccess } from '../domain/access/case-access.js';

/** Which alerts somebody reads and takes on: of the cases that they see, agents those alone that tell their desk. */
export interface AlertAccess {
  readonly cases: CaseAccess;
  /** Absent of those who read all alerts of the cases that they see. */
  readonly desks?: readonly string[];
}

export async function alertAccessOf(tx: Queries, principal: Principal): Promise<AlertAccess> {
  return alertAccess(await accessOf(tx, principal), principal);
}

/** `alertAccessOf` somebody of whom is known which cases they see. */
export function alertAccess(cases: CaseAccess, person: Pick<Principal, 'roles'>): AlertAccess {
  const isAbove = person.roles.some((role) => above.includes(role));
  return isAbove ? { cases } : { cases, desks: desksOf(cases, person) };
}

/**
 * The desks that somebody is of when one is told as a whole, by the rule of units: theirs and those beneath it.
 * Who sees all cases is of none.
 */
export function desksOf(cases: CaseAccess, { roles }: Pick<Principal, 'roles'>): readonly string[] {
  const readsAlerts = roles.some((role) => role === 'agent' || above.includes(role));
  return readsAlerts && cases.sees === 'own' ? cases.units : [];
}

/** Whether an alert is for somebody, as far as that does not depend on its case. */
export function isForReader(
  { desks }: AlertAccess,
  { desk }: { readonly desk?: string | null | undefined },
): boolean {
  return desks === undefined || (typeof desk === 'string' && desks.includes(desk));
}

const above: readonly string[] = ['supervisor', 'manager', 'admin'];
