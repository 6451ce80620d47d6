import { Problem } from '#platform';
import type { Tx } from '#platform';

export async function saveAgent(
  tx: Tx,
  { agentId, active }: { agentId: string; active: boolean },
): Promise<void> {
  await tx.query(
    `insert into agents (id, active) values ($1, $2)
     on conflict (id) do update set active = excluded.active`,
    [agentId, active],
  );
}

/** @throws Problem `validation` when no active agent of the organisation has this id */
export async function requireAgent(tx: Tx, agentId: string): Promise<void> {
  const [known] = await tx.query(`select 1 from agents where id = $1 and active`, [agentId]);
  if (known) return;
  const message = 'no active agent has this id';
  throw new Problem('validation', { errors: [{ path: 'owner', rule: 'unknown-agent', message }] });
}
