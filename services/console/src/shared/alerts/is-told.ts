import type { AlertView } from './alert-facts.js';

interface Reader {
  roles: readonly string[];
  agentId: string | null;
}

/** Whether somebody is among those that the level of an alert tells; who leads sees alerts that tell others, too. */
export function isTold(
  { audience, people }: { audience: string; people?: AlertView['people'] },
  { roles, agentId }: Reader,
): boolean {
  if (people && people.length > 0) return agentId !== null && people.includes(agentId);
  return roles.includes(audience);
}
