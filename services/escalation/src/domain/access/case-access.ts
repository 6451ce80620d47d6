import type { OpenedCase } from '../case-state.js';
import { takingPart } from '../major/major-state.js';
import { isToDo } from '../resolution/resolution-state.js';
import { agentKey, rosterKey, unitKey } from './access-keys.js';

/** Which cases somebody sees: all of them, or those that concern the agent they are and their unit. */
export type CaseAccess =
  | {
      readonly sees: 'all';
      /** Of somebody who is an agent: nobody sees what is kept from them. */
      readonly agentId?: string;
    }
  | {
      readonly sees: 'own';
      readonly agentId: string;
      /** The agent's unit and all beneath it; none of somebody whom no unit has. */
      readonly units: readonly string[];
      /** Rosters in which the agent takes turns; absent without any. */
      readonly rosters?: readonly string[];
    };

export const allCases: CaseAccess = { sees: 'all' };

/**
 * The one rule of who sees a case, for reads and commands alike. It is kept from whom it is about and from
 * the line above them (回避), whatever else they are. A case without a unit is everybody's; otherwise it is
 * its unit's, its owner's, and theirs whom it is also shown to.
 */
export function maySee(access: CaseAccess, state: OpenedCase): boolean {
  if (isKeptFrom(access, state)) return false;
  if (access.sees === 'all') return true;
  const { unit } = state.dimensions;
  if (unit === undefined || access.units.includes(unit)) return true;
  if (state.owner === access.agentId) return true;
  const keys = keysOf(access);
  return alsoShownTo(state)?.some((key) => keys.includes(key)) ?? false;
}

/** 回避: the case is about this agent, or about somebody they answer for. */
export function isKeptFrom({ agentId }: CaseAccess, { conflict }: OpenedCase): boolean {
  return agentId !== undefined && conflict?.conflicted.includes(agentId) === true;
}

/**
 * Who sees a case besides its unit and its owner, as keys: units that gave it to the one that has it, or
 * wait for their transfer to be accepted, units that have an order of it to answer, the desk that
 * supervises the accused, whoever has a preventive action of it to do, who is named for a major
 * complaint, who was let in, and who was told of it by name. Undefined without any, as of most cases.
 */
export function alsoShownTo(state: OpenedCase): string[] | undefined {
  const { departments, orders, problem, resolution, major, joiners, called = [] } = state;
  const isPlain = !departments && !orders && !problem && !resolution?.actions;
  if (isPlain && !major && !joiners && called.length === 0) return undefined;
  const givers = departments?.route.flatMap(({ from }) =>
    from === undefined ? [] : unitKey(from),
  );
  const asked = orders?.map(({ unit }) => unitKey(unit)) ?? [];
  if (problem) asked.push(unitKey(problem.desk));
  const doers = resolution?.actions?.filter(isToDo).map(({ owner }) => agentKey(owner));
  const named = major ? takingPart(major).map(agentKey) : [];
  const guests = joiners?.flatMap(({ agent, isLetIn }) => (isLetIn ? agentKey(agent) : []));
  const all = [...(givers ?? []), ...asked, ...(doers ?? []), ...named, ...(guests ?? [])];
  const keys = [...new Set([...all, ...called])];
  return keys.length > 0 ? keys : undefined;
}

/** By which keys of `alsoShownTo` somebody sees a case. */
export function keysOf({
  agentId,
  units,
  rosters = [],
}: Extract<CaseAccess, { sees: 'own' }>): string[] {
  return [agentKey(agentId), ...units.map(unitKey), ...rosters.map(rosterKey)];
}
