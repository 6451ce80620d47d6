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
  const parents = new Map(organisation?.units.map(({ code, parent }) => [code, parent]));
  let at = organisation?.agents.find((one) => one.agentId === agentId)?.unit;
  while (at !== undefined && at !== unit) {
    const below = at;
    at = parents.get(below);
    parents.delete(below);
  }
  return at === unit;
}
