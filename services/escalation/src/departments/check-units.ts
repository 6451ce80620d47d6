import type { CaseCommandName } from '#contracts';
import { Problem } from '#platform';
import type { Principal, Tx } from '#platform';
import { requireAgent } from '../agents/agents.js';
import type { CaseState } from '../domain/case-state.js';

/** What the unit that has the case decides; supervisors who see the case may do it for it. */
const ofTheUnit: readonly CaseCommandName[] = ['accept-transfer', 'refuse-transfer', 'hand-back'];

/**
 * Rights and names of commands between units. An agent acts for a unit from within it or from beneath
 * it; who owns a case may send it on; supervisors who see the case may do all of it.
 * @throws Problem `forbidden`; `validation` for a unit or an owner that the organisation does not have
 */
export async function checkUnits(
  tx: Tx,
  name: CaseCommandName,
  input: Record<string, unknown>,
  state: CaseState,
  principal: Principal,
): Promise<void> {
  if (state.stage === 'none' || !(name === 'transfer' || ofTheUnit.includes(name))) return;
  const { unit } = state.dimensions;
  const isOwner = name === 'transfer' && state.owner === principal.agentId;
  if (!isOwner && !isSupervisor(principal) && !(await isWithin(tx, principal.agentId, unit))) {
    throw new Problem('forbidden', { detail: `${name} is for ${unit}, which has the case` });
  }
  if (name === 'transfer') await requireUnit(tx, String(input['to']));
  if (name !== 'accept-transfer') return;
  const owner = input['owner'] ?? principal.agentId;
  if (typeof owner !== 'string') {
    const message = 'name who owns the case: you are no agent of the organisation';
    throw new Problem('validation', { errors: [{ path: 'owner', rule: 'required', message }] });
  }
  await requireAgent(tx, owner);
  if (await isWithin(tx, owner, unit)) return;
  const message = `the agent does not belong to ${unit}`;
  throw new Problem('validation', { errors: [{ path: 'owner', rule: 'other-unit', message }] });
}

/** Whoever may decide for every unit. */
export const isSupervisor = ({ roles }: Principal) =>
  roles.some((role) => role === 'supervisor' || role === 'manager' || role === 'admin');

/** Whether an agent belongs to a unit or to one beneath it; a case that no unit has is everybody's. */
export async function isWithin(
  tx: Tx,
  agentId: string | undefined,
  unit: string | undefined,
): Promise<boolean> {
  if (unit === undefined) return true;
  if (agentId === undefined) return false;
  const [row] = await tx.query<{ found: boolean }>(
    `with recursive above (code) as (
       select unit from agents where id = $1
       union select u.parent from above a join directory u on u.kind = 'unit' and u.code = a.code where u.parent is not null
     ) select exists (select 1 from above where code = $2) as found`,
    [agentId, unit],
  );
  return row?.found ?? false;
}

/** @throws Problem `validation` when the organisation has no such active unit */
export async function requireUnit(tx: Tx, code: string, path = 'to'): Promise<void> {
  const [known] = await tx.query(
    `select 1 from directory where kind = 'unit' and code = $1 and active`,
    [code],
  );
  if (known) return;
  const message = 'no active unit has this code';
  throw new Problem('validation', { errors: [{ path, rule: 'unknown-unit', message }] });
}
