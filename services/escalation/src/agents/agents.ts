import { Problem } from '#platform';
import type { Tx } from '#platform';

export async function saveAgent(
  tx: Tx,
  {
    agentId,
    unit,
    roles,
    active,
  }: { agentId: string; unit: string; roles: readonly string[]; active: boolean },
): Promise<void> {
  await tx.query(
    `insert into agents (id, unit, roles, active) values ($1, $2, $3, $4)
     on conflict (id) do update set unit = excluded.unit, roles = excluded.roles, active = excluded.active`,
    [agentId, unit, JSON.stringify(roles), active],
  );
}

/** @throws Problem `validation` when no active agent of the organisation has this id */
export async function requireAgent(tx: Tx, agentId: string, path = 'owner'): Promise<void> {
  const [known] = await tx.query(`select 1 from agents where id = $1 and active`, [agentId]);
  if (!known) throw unknown(path, 'no active agent has this id');
}

/**
 * Whoever has left can be complained of, and answers for what they did.
 * @throws Problem `validation` when nobody of the organisation has or had this id
 */
export async function requireEverAgent(tx: Tx, agentId: string, path: string): Promise<void> {
  const [known] = await tx.query(`select 1 from agents where id = $1`, [agentId]);
  if (!known) throw unknown(path, 'no agent has or had this id');
}

const unknown = (path: string, message: string) =>
  new Problem('validation', { errors: [{ path, rule: 'unknown-agent', message }] });
