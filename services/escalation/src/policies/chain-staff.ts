import type { PlatformConfig, Queries } from '#platform';
import type { LadderLevel } from '#sla';
import { isOfUnit } from '../domain/ladder/ladder-staff.js';
import { isLive, liveChannels } from '../channels/channel-rows.js';

interface Agent {
  id: string;
  unit: string | null;
  /** null of one who was defined before roles were kept. */
  roles: readonly string[] | null;
}
interface Mailbox {
  agentId: string | null;
  unit: string | null;
  roles: readonly string[];
}

/** Who is there to be told, and how: what chains are held against. */
export interface Staff {
  readonly agents: readonly Agent[];
  /** Undefined without a mail server: alerts are read on screens then. */
  readonly mailboxes?: readonly Mailbox[];
  /** Active units with the one above each. */
  readonly units: ReadonlyMap<string, string | null>;
}

export async function readStaff(
  database: Queries,
  { smtpUrl }: Pick<PlatformConfig, 'smtpUrl'>,
): Promise<Staff> {
  const agents = await database.query<Omit<Agent, 'roles'> & { roles: string | null }>(
    `select id, unit, roles from agents where active`,
  );
  const units = await database.query<{ code: string; parent: string | null }>(
    `select code, parent from directory where kind = 'unit' and active`,
  );
  const mailboxes = smtpUrl
    ? await database.query<Mailbox & Record<string, unknown>>(
        `select c.agent_id as "agentId", a.unit, c.roles from ${liveChannels} where ${isLive}`,
      )
    : undefined;
  return {
    agents: agents.map(({ roles, ...agent }) => ({
      ...agent,
      roles: roles === null ? null : (JSON.parse(roles) as string[]),
    })),
    units: new Map(units.map(({ code, parent }) => [code, parent])),
    ...(mailboxes && { mailboxes }),
  };
}

/** How many active people are of a level; undefined while the roles of some are not known. */
export function countPeople(
  { audience, unit }: LadderLevel,
  { agents, units }: Staff,
): number | undefined {
  if (agents.some(({ roles }) => roles === null)) return undefined;
  return agents.filter((agent) => isOfLevel(agent, { audience, unit }, { units })).length;
}

/** Whether somebody has the role that a level tells, in its unit where it tells one. */
export function isOfLevel(
  agent: Agent,
  { audience, unit }: Pick<LadderLevel, 'audience' | 'unit'>,
  { units }: Pick<Staff, 'units'>,
): boolean {
  return agent.roles?.includes(audience) === true && isOf(agent, unit, units);
}

/**
 * How many mailboxes an alert of a level goes to; undefined without a mail server.
 * @param called whose turn it is of the level's roster
 */
export function countReached(
  { audience, unit, people = [], roster }: LadderLevel,
  { mailboxes, units }: Staff,
  called?: string | null,
): number | undefined {
  const names = new Set([...people, ...(called ? [called] : [])]);
  const isNaming = unit !== undefined || roster !== undefined || people.length > 0;
  return mailboxes?.filter((mailbox) => {
    if (mailbox.agentId !== null && names.has(mailbox.agentId)) return true;
    if (isNaming && unit === undefined) return false;
    return mailbox.roles.includes(audience) && isOf(mailbox, unit, units);
  }).length;
}

/** Of some agents those whom no mail reaches. */
export function withoutMailbox(ids: readonly string[], { mailboxes }: Staff): string[] {
  if (!mailboxes) return [];
  const reached = new Set(mailboxes.map(({ agentId }) => agentId));
  return [...new Set(ids)].filter((id) => !reached.has(id));
}

/** Whether somebody is of what a level tells: anybody where it tells no unit. */
function isOf(
  agent: { unit: string | null },
  wanted: string | undefined,
  units: Staff['units'],
): boolean {
  return wanted === undefined || isOfUnit(agent, wanted, units);
}
