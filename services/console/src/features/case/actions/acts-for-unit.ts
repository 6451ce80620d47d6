interface Organisation {
  units: readonly { code: string; parent?: string | undefined }[];
  agents: readonly { agentId: string; unit: string }[];
}

interface Person {
  roles: readonly string[];
  agentId: string | null;
}

const forEveryUnit = ['supervisor', 'manager', 'admin'];

/** Whether somebody acts for a unit, as the server sees it: from within it or from beneath it, supervisors for all. */
export function actsForUnit(
  { roles, agentId }: Person,
  unit: string | null,
  organisation: Organisation | undefined,
): boolean {
  if (unit === null || roles.some((role) => forEveryUnit.includes(role))) return true;
  return unitsOf(agentId, organisation).includes(unit);
}

/**
 * Whether somebody answers a transfer, as the server sees it: the unit that was asked, not the one that asked.
 * Where one of both lies beneath the other, people belong to the one that is nearer to them.
 */
export function answersTransfer(
  { roles, agentId }: Person,
  {
    transferFrom,
    transferTo,
  }: { transferFrom?: string | undefined; transferTo?: string | undefined },
  organisation: Organisation | undefined,
): boolean {
  if (transferTo === undefined) return false;
  if (roles.some((role) => forEveryUnit.includes(role))) return true;
  const units = unitsOf(agentId, organisation);
  return units.find((unit) => unit === transferTo || unit === transferFrom) === transferTo;
}

/**
 * Whether somebody takes a transfer that waits back, as the server sees it: who owns the case, the unit that asked, and
 * supervisors but for those of the unit that was asked.
 */
export function asksTransfer(
  { roles, agentId }: Person,
  {
    owner,
    transferFrom,
    transferTo,
  }: {
    owner: string | null;
    transferFrom?: string | undefined;
    transferTo?: string | undefined;
  },
  organisation: Organisation | undefined,
): boolean {
  if (transferTo === undefined) return false;
  if (roles.includes('manager') || roles.includes('admin')) return true;
  if (owner !== null && owner === agentId) return true;
  const units = unitsOf(agentId, organisation);
  const nearest = units.find((unit) => unit === transferTo || unit === transferFrom);
  if (roles.includes('supervisor') || transferFrom === undefined) return nearest !== transferTo;
  return nearest === transferFrom;
}

/** The unit of an agent, then each one above it. */
function unitsOf(agentId: string | null, organisation: Organisation | undefined): string[] {
  const parents = new Map(organisation?.units.map(({ code, parent }) => [code, parent]));
  const units: string[] = [];
  let at = organisation?.agents.find((one) => one.agentId === agentId)?.unit;
  while (at !== undefined && !units.includes(at)) {
    units.push(at);
    at = parents.get(at);
  }
  return units;
}
