import type { Role } from '#contracts';
import type { Database } from '#platform';
import { createAccount, newPassword } from './accounts.js';

export interface FirstAccount {
  username: string;
  roles: readonly Role[];
  agentId?: string;
}

/** What an installation is: a demo's data and real data never share one. */
export async function installationKind(database: Database): Promise<'demo' | 'real' | undefined> {
  const [row] = await database.query<{ value: 'demo' | 'real' }>(
    `select value from installation where name = 'kind'`,
  );
  return row?.value;
}

export async function markInstallation(database: Database, kind: 'demo' | 'real'): Promise<void> {
  await database.query(`insert into installation values ('kind', $1) on conflict do nothing`, [
    kind,
  ]);
}

/** The demo's accounts, once. */
export async function createDemoAccounts(
  database: Database,
  accounts: readonly FirstAccount[],
  password: string,
): Promise<void> {
  for (const account of accounts) await createAccount(database, { ...account, password });
}

/**
 * The first administrator, when nobody can sign in yet. A password that was made here is returned this
 * once; one that was `chosen` is not repeated.
 */
export function createFirstAdmin(database: Database, chosen?: string): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    // Of gateways that start together one makes the account.
    await tx.query(`lock table accounts in share row exclusive mode`);
    const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from accounts`);
    if (row && row.count > 0) return undefined;
    const password = chosen ?? newPassword();
    await createAccount(tx, {
      username: 'admin',
      password,
      roles: ['admin', 'manager', 'supervisor', 'agent', 'bi'],
    });
    return chosen === undefined ? password : undefined;
  });
}
