import type { Queries, Tx } from '#platform';
import { LeaseLost } from '../errors.js';

/**
 * Takes or renews a lease; undefined when another owner holds it. The fence grows with every change of
 * owner, so what a former owner still writes can be told and refused. Leases run on the database's real
 * time, never on the application's clock.
 */
export async function takeLease(
  tx: Queries,
  name: string,
  owner: string,
  lifetimeMs: number,
): Promise<number | undefined> {
  const rows = await tx.query<{ fence: number }>(
    `insert into leases (name, owner, fence, expires_at)
     values ($1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond')
     on conflict (name) do update
       set owner = excluded.owner, expires_at = excluded.expires_at,
           fence = leases.fence + (leases.owner <> excluded.owner)::int
       where leases.owner = excluded.owner or leases.expires_at < clock_timestamp()
     returning fence`,
    [name, owner, lifetimeMs],
  );
  const fence = rows[0]?.fence;
  return fence === undefined ? undefined : Number(fence);
}

/**
 * Makes sure, until the transaction ends, that the lease still has this fence.
 * @throws LeaseLost
 */
export async function holdFence(tx: Tx, name: string, fence: number): Promise<void> {
  const rows = await tx.query(`select 1 from leases where name = $1 and fence = $2 for share`, [
    name,
    fence,
  ]);
  if (rows.length === 0) throw new LeaseLost(`the lease ${name} has a new owner`);
}

/** Lets the next owner take over at once. */
export async function releaseLease(tx: Queries, name: string, owner: string): Promise<void> {
  await tx.query(
    `update leases set expires_at = clock_timestamp() where name = $1 and owner = $2`,
    [name, owner],
  );
}
