import type { DutyBody } from '#contracts';
import type { LadderLevel } from '#sla';
import { maySee } from '../access/case-access.js';
import type { CaseAccess } from '../access/case-access.js';
import type { OpenedCase } from '../case-state.js';
import { onDuty } from '../duty/on-duty.js';
import type { WhyPassed } from './climb-state.js';

/** Somebody active of the organisation. */
interface StaffAgent {
  readonly id: string;
  readonly unit: string | null;
  /** null of one who was defined before roles were kept. */
  readonly roles: readonly string[] | null;
}

/** Whom levels are resolved to while it is decided: people, units with the one above each, and duty. */
export interface LadderStaff {
  readonly agents: readonly StaffAgent[];
  readonly units: ReadonlyMap<string, string | null>;
  readonly duty: DutyBody;
}

/**
 * Why a level would tell nobody of a case at an instant; undefined where somebody is told, or where that can't be
 * known: of a role there may be log-ins that are no agents, and people may have been defined before roles were kept.
 */
export function whyPassed(
  level: LadderLevel,
  state: OpenedCase,
  staff: LadderStaff,
  at: number,
): WhyPassed | undefined {
  const kept = state.conflict?.conflicted ?? [];
  const { unit, people, roster } = level;
  const isNaming = unit !== undefined || people !== undefined || roster !== undefined;
  // An organisation that was never told of has nobody whom to look for.
  if (staff.agents.length === 0 || (!isNaming && kept.length === 0)) return undefined;
  const ids = isNaming ? namedBy(level, staff, kept, at) : audienceOf(level, state, staff);
  if (!ids || ids.some((id) => !kept.includes(id))) return undefined;
  if (ids.length > 0) return 'kept';
  return isNaming ? 'nobody' : undefined;
}

/** Whom a level names that are there, those kept from the case among them. */
function namedBy(
  { audience, unit, people = [], roster }: LadderLevel,
  { agents, units, duty }: LadderStaff,
  kept: readonly string[],
  at: number,
): string[] | undefined {
  const named = people.filter((person) => agents.some(({ id }) => id === person));
  if (roster !== undefined) {
    const { agentId, passedOver } = onDuty(duty, roster, at, kept);
    if (agentId !== null) return [agentId];
    named.push(...passedOver.flatMap(({ agentId: id, why }) => (why === 'conflict' ? id : [])));
  }
  if (unit === undefined) return named;
  // By role first: of many agents few are of it, and the way up is walked for each.
  const ofUnit = agents.filter(
    (agent) => (agent.roles?.includes(audience) ?? true) && isOfUnit(agent, unit, units),
  );
  if (ofUnit.some(({ roles }) => roles === null)) return undefined;
  return [...named, ...ofUnit.map(({ id }) => id)];
}

/** Whom a role alone tells: of agents the owner, of others those who would see the case if it were kept from nobody. */
function audienceOf(
  { audience }: LadderLevel,
  { conflict: _, ...state }: OpenedCase,
  staff: LadderStaff,
): string[] | undefined {
  const { agents } = staff;
  if (audience === 'agent') return state.owner === undefined ? undefined : [state.owner];
  if (agents.some(({ roles }) => roles === null)) return undefined;
  const isTold = (agent: StaffAgent) =>
    agent.roles?.includes(audience) === true && maySee(accessOf(agent, staff), state as OpenedCase);
  return agents.flatMap((agent) => (isTold(agent) ? agent.id : []));
}

function accessOf({ id, unit, roles }: StaffAgent, { units, duty }: LadderStaff): CaseAccess {
  if (roles?.includes('manager') || roles?.includes('admin')) return { sees: 'all', agentId: id };
  const own = [...units.keys()].filter(
    (code) => unit !== null && isOfUnit({ unit: code }, unit, units),
  );
  const rosters = duty.rosters.flatMap((one) => (one.people.includes(id) ? one.id : []));
  return { sees: 'own', agentId: id, units: own, rosters };
}

/** Whether somebody's unit is this one or beneath it. */
export function isOfUnit(
  { unit }: { readonly unit: string | null },
  wanted: string,
  units: LadderStaff['units'],
): boolean {
  const seen = new Set<string>();
  for (let at = unit; at !== null && !seen.has(at); at = units.get(at) ?? null) {
    if (at === wanted) return true;
    seen.add(at);
  }
  return false;
}
