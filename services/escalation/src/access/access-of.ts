import type { DutyBody } from '#contracts';
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

/** The unit of somebody and all beneath it, whatever else they see; none of whoever is no agent. */
export async function ownUnitsOf(
  tx: Queries,
  { agentId }: Pick<Person, 'agentId'>,
  access: CaseAccess,
): Promise<readonly string[]> {
  if (access.sees === 'own') return access.units;
  if (agentId === undefined) return [];
  const own = await accessOf(tx, { agentId, roles: [] });
  return own.sees === 'own' ? own.units : [];
}

/** `accessOf` each of many, in their order, with one statement. */
export async function accessesOf(tx: Queries, people: readonly Person[]): Promise<CaseAccess[]> {
  const agents = people.flatMap((person) => ownOnly(person) ?? []);
  const units = new Map<string, string[]>(agents.map((agentId) => [agentId, []]));
  let duty: DutyBody | undefined;
  if (units.size > 0) {
    // Each request of an agent asks this: rosters and absences come with it, where they name one of them at all.
    const rows = await tx.query<{ id: string; code: string; duty: string | null }>(
      `with recursive beneath (id, code) as (
         select id, unit from agents where id = any($1::text[]) and active and unit is not null
         union select b.id, d.code from beneath b join directory d on d.kind = 'unit' and d.parent = b.code
       ) select id, code, null as duty from beneath
         union all select null, null, d.body
           from (select body from duty_versions order by version desc limit 1) d
          where exists (select from unnest($1::text[]) a where strpos(d.body, to_json(a)::text) > 0)`,
      [[...units.keys()]],
    );
    for (const { id, code, duty: body } of rows) {
      if (body === null) units.get(id)!.push(code);
      else duty = JSON.parse(body) as DutyBody;
    }
  }
  const rosters = rostersOf(duty, agents);
  return people.map((person) => {
    const { agentId } = person;
    if (agentId === undefined) return allCases;
    const own = units.get(agentId);
    if (!own || !ownOnly(person)) return { sees: 'all', agentId };
    const onCall = rosters.get(agentId);
    return { sees: 'own', agentId, units: own, ...(onCall && { rosters: onCall }) };
  });
}

/** In which rosters each of some agents takes turns, stands in for somebody or was put in their place. */
function rostersOf(
  duty: DutyBody | undefined,
  agents: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  if (!duty) return found;
  const { rosters, absences } = duty;
  for (const { id, people, overrides } of rosters) {
    const members = new Set([...people, ...overrides.map(({ agentId }) => agentId)]);
    for (const { agentId, standIn } of absences) {
      if (standIn !== undefined && members.has(agentId)) members.add(standIn);
    }
    for (const agent of agents.filter((one) => members.has(one))) {
      found.set(agent, [...(found.get(agent) ?? []), id]);
    }
  }
  return found;
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
