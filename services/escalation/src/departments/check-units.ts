import type { CaseCommandName } from '#contracts';
import { Problem } from '#platform';
import type { Principal, Tx } from '#platform';
import { requireAgent } from '../agents/agents.js';
import type { CaseState, OpenedCase } from '../domain/case-state.js';
import type { TransferStep } from '../domain/departments/department-state.js';
import {
  answersTransfer,
  asksTransfer,
  pendingTransfer,
} from '../domain/departments/transfer-steps.js';

/** What the unit that has the case decides; who supervises it may do it for it. */
const ofTheUnit: readonly CaseCommandName[] = ['accept-transfer', 'refuse-transfer', 'hand-back'];

/**
 * Rights and names of commands between units. An agent acts for a unit from within it or from beneath
 * it; who owns a case may send it on, and take that back; who asks another unit does not answer for it (`answersTransfer`).
 * Supervisors who see the case send it on, and take back what their own unit was not asked; they answer for the units that
 * they supervise (`supervises`).
 * @throws Problem `forbidden`; `validation` for a unit or an owner that the organisation does not have, and for an owner
 * who does not belong to the unit that accepts, or belongs to the one that asked it
 */
export async function checkUnits(
  tx: Tx,
  name: CaseCommandName,
  input: Record<string, unknown>,
  state: CaseState,
  principal: Principal,
): Promise<void> {
  if (state.stage === 'none') return;
  if (name === 'withdraw-transfer') return requireAsker(tx, state, principal);
  if (!(name === 'transfer' || ofTheUnit.includes(name))) return;
  const { unit } = state.dimensions;
  const isOwner = name === 'transfer' && state.owner === principal.agentId;
  const isAbove =
    name === 'transfer' ? isSupervisor(principal) : await supervises(tx, principal, unit);
  if (!isOwner && !isAbove && !(await isWithin(tx, principal.agentId, unit))) {
    throw new Problem('forbidden', { detail: `${name} is for ${unit}, which has the case` });
  }
  const pending = name === 'transfer' ? undefined : pendingTransfer(state);
  if (pending && !isAbove) {
    const units = await unitsOf(tx, principal.agentId);
    if (!answersTransfer(units, pending)) {
      const detail = `${name} is for ${pending.to}, which was asked to take the case`;
      throw new Problem('forbidden', { detail });
    }
  }
  if (name === 'transfer') await requireUnit(tx, String(input['to']));
  if (name !== 'accept-transfer') return;
  const owner = input['owner'] ?? principal.agentId;
  if (typeof owner !== 'string') {
    const message = 'name who owns the case: you are no agent of the organisation';
    throw new Problem('validation', { errors: [{ path: 'owner', rule: 'required', message }] });
  }
  await requireAgent(tx, owner);
  await requireOwnerOf(tx, owner, unit, pending);
}

/**
 * Whose request it is: who owns the case still does, while nobody has accepted. Whoever supervises the unit that was
 * asked refuses it, which counts. Without a request the decider refuses.
 */
async function requireAsker(tx: Tx, state: OpenedCase, principal: Principal): Promise<void> {
  const pending = pendingTransfer(state);
  if (!pending || isFree(principal)) return;
  if (state.owner !== undefined && state.owner === principal.agentId) return;
  const units = await unitsOf(tx, principal.agentId);
  const isTheirs = isSupervisor(principal)
    ? !answersTransfer(units, pending)
    : asksTransfer(units, pending);
  if (isTheirs) return;
  const { from, to } = pending;
  const detail =
    from === undefined
      ? `withdraw-transfer is for who asked ${to} to take the case`
      : `withdraw-transfer is for ${from}, which asked ${to} to take the case`;
  throw new Problem('forbidden', { detail });
}

/** Managers, administrators and supervisors that are no agent stand above units. */
const isFree = (principal: Principal) =>
  isSupervisor(principal) &&
  (principal.agentId === undefined ||
    principal.roles.some((role) => role === 'manager' || role === 'admin'));

/** For supervisors too: whoever means somebody of the asking unit refuses the transfer, or reassigns the case. */
async function requireOwnerOf(
  tx: Tx,
  owner: string,
  unit: string | undefined,
  pending: TransferStep | undefined,
): Promise<void> {
  if (unit === undefined) return;
  const units = await unitsOf(tx, owner);
  const refused = (rule: string, message: string) =>
    new Problem('validation', { errors: [{ path: 'owner', rule, message }] });
  if (!units.includes(unit)) throw refused('other-unit', `the agent does not belong to ${unit}`);
  if (!pending || answersTransfer(units, pending)) return;
  const message = `the agent belongs to ${pending.from}, which asked ${pending.to} to take the case`;
  throw refused('asking-unit', message);
}

/** Whoever decides for others, whichever unit they are of. */
export const isSupervisor = ({ roles }: Principal) =>
  roles.some((role) => role === 'supervisor' || role === 'manager' || role === 'admin');

/**
 * Whether somebody answers for a unit as who supervises it: for their own and those beneath it. Who has no unit does for
 * all, and so do managers: a small house locks nobody out.
 */
export async function supervises(
  tx: Tx,
  principal: Principal,
  unit: string | undefined,
): Promise<boolean> {
  if (!isSupervisor(principal)) return false;
  if (unit === undefined || isFree(principal)) return true;
  const [own] = await unitsOf(tx, principal.agentId);
  return own === undefined || (await wayUp(tx, unit)).includes(own);
}

/** Whether an agent belongs to a unit or to one beneath it; a case that no unit has is everybody's. */
export async function isWithin(
  tx: Tx,
  agentId: string | undefined,
  unit: string | undefined,
): Promise<boolean> {
  if (unit === undefined) return true;
  return (await unitsOf(tx, agentId)).includes(unit);
}

/** The unit of an agent, then each one above it; none of somebody whom no unit has. */
async function unitsOf(tx: Tx, agentId: string | undefined): Promise<string[]> {
  if (agentId === undefined) return [];
  const [agent] = await tx.query<{ unit: string | null }>(`select unit from agents where id = $1`, [
    agentId,
  ]);
  return agent?.unit ? wayUp(tx, agent.unit) : [];
}

/** A unit, then each one above it. */
async function wayUp(tx: Tx, unit: string): Promise<string[]> {
  // The way up is kept so that units in a circle end it.
  const rows = await tx.query<{ code: string }>(
    `with recursive above (code, way) as (
       select $1::text, array[$1::text]
       union all select u.parent, a.way || u.parent from above a
         join directory u on u.kind = 'unit' and u.code = a.code
         where u.parent is not null and u.parent <> all(a.way)
     ) select code from above order by cardinality(way)`,
    [unit],
  );
  return rows.map(({ code }) => code);
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
