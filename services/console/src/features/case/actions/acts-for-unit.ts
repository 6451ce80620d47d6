interface Organisation {
  units: readonly { code: string; parent?: string | undefined }[];
  agents: readonly { agentId: string; unit: string }[];
}

interface Person {
  roles: readonly string[];
  agentId: string | null;
}

/**
 * Whether somebody acts for a unit, as the server sees it: from within it or from beneath it, or as who supervises it.
 */
export function actsForUnit(
  person: Person,
  unit: string | null,
  organisation: Organisation | undefined,
): boolean {
  if (unit === null || supervises(person, unit, organisation)) return true;
  return unitsOf(person.agentId, organisation).includes(unit);
}

/** Supervisors do so for their unit and those beneath it; without a unit, and as managers, for all. */
function supervises(
  { roles, agentId }: Person,
  unit: string,
  organisation: Organisation | undefined,
): boolean {
  if (roles.includes('manager') || roles.includes('admin')) return true;
  if (!roles.includes('supervisor')) return false;
  const [own] = unitsOf(agentId, organisation);
  return own === undefined || wayUp(unit, organisation).includes(own);
}

/**
 * Whether somebody answers a transfer, as the server sees it: the unit that was asked, not the one that asked.
 * Where one of both lies beneath the other, people belong to the one that is nearer to them.
 */
export function answersTransfer(
  person: Person,
  {
    transferFrom,
    transferTo,
  }: { transferFrom?: string | undefined; transferTo?: string | undefined },
  organisation: Organisation | undefined,
): boolean {
  if (transferTo === undefined) return false;
  if (supervises(person, transferTo, organisation)) return true;
  const units = unitsOf(person.agentId, organisation);
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
  return wayUp(organisation?.agents.find((one) => one.agentId === agentId)?.unit, organisation);
}

/** A unit, then each one above it. */
function wayUp(unit: string | undefined, organisation: Organisation | undefined): string[] {
  const parents = new Map(organisation?.units.map(({ code, parent }) => [code, parent]));
  const units: string[] = [];
  let at = unit;
  while (at !== undefined && !units.includes(at)) {
    units.push(at);
    at = parents.get(at);
  }
  return units;
}
