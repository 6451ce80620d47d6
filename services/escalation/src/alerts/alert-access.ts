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
  const cases = await accessOf(tx, principal);
  const isAbove = principal.roles.some((role) => above.includes(role));
  if (isAbove) return { cases };
  const isAgent = principal.roles.includes('agent') && cases.sees === 'own';
  return { cases, desks: isAgent ? cases.units : [] };
}

/** Whether an alert is for somebody, as far as that does not depend on its case. */
export function isForReader(
  { desks }: AlertAccess,
  { desk }: { readonly desk?: string | null | undefined },
): boolean {
  return desks === undefined || (typeof desk === 'string' && desks.includes(desk));
}

const above: readonly string[] = ['supervisor', 'manager', 'admin'];
