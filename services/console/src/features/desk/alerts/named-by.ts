import type { AlertView } from '../../../shared/alerts/alert-facts.js';

type Told = Pick<AlertView, 'audience' | 'unit' | 'people' | 'desk' | 'called'> & {
  told: readonly Pick<AlertView['told'][number], 'audience' | 'unit' | 'people' | 'roster'>[];
};
interface Me {
  agentId: string | null;
  roles: readonly string[];
}

/** By what an alert names somebody: the closest to them, of all its levels so far. */
export type NamedBy =
  | { as: 'turn' | 'name' | 'roster' | 'owner' }
  | { as: 'desk'; unit: string }
  | { as: 'unit'; unit: string; audience: string };

/** Why an alert is among somebody's own. The server says which are; which of its words did so is read here. */
export function namedBy(alert: Told, { agentId, roles }: Me): NamedBy {
  const { desk, called, told, audience, unit, people } = alert;
  const levels = [{ audience, unit, people }, ...told.toReversed()];
  if (agentId !== null) {
    if (called?.agentId === agentId) return { as: 'turn' };
    if (levels.some((level) => level.people?.includes(agentId))) return { as: 'name' };
  }
  const ofUnit = levels.find((level) => level.unit && roles.includes(level.audience));
  if (ofUnit?.unit) return { as: 'unit', unit: ofUnit.unit, audience: ofUnit.audience };
  if (desk !== null) return { as: 'desk', unit: desk };
  return { as: called || told.some(({ roster }) => roster) ? 'roster' : 'owner' };
}
