import type { Role } from '#contracts';
import type { Queries } from '#platform';
import { agentKey, rosterKey } from '../domain/access/access-keys.js';

/** Whom a level tells, as its event says it. */
interface Level {
  audience: string;
  unit?: string | undefined;
  people?: readonly string[] | undefined;
  roster?: string | undefined;
}
/** An event that tells somebody of an alert: the level reached, those before it, and the desk told as a whole. */
export interface Telling extends Level {
  owner?: string | undefined;
  desk?: string | undefined;
  before?: readonly Level[] | undefined;
}

/** A desk is told as a whole: those of the unit and those above it. */
export const deskKey = (unit: string): string => `desk:${unit}`;
/** Of a unit a level tells those of its audience, in the unit and beneath it. */
const audienceKey = (audience: string, unit: string): string => `unit:${audience}:${unit}`;

/** Whom an alert names so far, as keys; whoever has one of them reads it. Roles alone name nobody. */
export function namesIn({ desk, before = [], owner, ...reached }: Telling): string[] {
  const levels = [...before, reached].flatMap((level) => namesOfLevel(level, owner));
  return [...new Set([...(desk === undefined ? [] : [deskKey(desk)]), ...levels])];
}

/** Agents who are not named otherwise are told of the cases that they own, as by mail. */
function namesOfLevel({ audience, unit, people = [], roster }: Level, owner?: string): string[] {
  const keys = people.map(agentKey);
  if (unit !== undefined) keys.push(audienceKey(audience, unit));
  if (roster !== undefined) keys.push(rosterKey(roster));
  const isOwners = keys.length === 0 && audience === 'agent' && owner !== undefined;
  return isOwners ? [agentKey(owner)] : keys;
}

/** By which names an agent is told: their own, their rosters, and units with those above for each of their roles. */
export async function namesOfAgent(
  tx: Queries,
  agentId: string,
  roles: readonly Role[],
  rosters: readonly string[] = [],
): Promise<string[]> {
  const line = await tx.query<{ code: string }>(
    `with recursive line (code) as (
       select unit from agents where id = $1 and active and unit is not null
       union select d.parent from line l join directory d on d.kind = 'unit' and d.code = l.code
        where d.parent is not null
     ) select code from line`,
    [agentId],
  );
  const units = line.flatMap(({ code }) => roles.map((role) => audienceKey(role, code)));
  return [agentKey(agentId), ...rosters.map(rosterKey), ...units];
}
