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

/** The first administrator, when nobody can sign in yet; the password is returned this once. */
export async function createFirstAdmin(database: Database): Promise<string | undefined> {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from accounts`,
  );
  if (row && row.count > 0) return undefined;
  const password = newPassword();
  await createAccount(database, {
    username: 'admin',
    password,
    roles: ['admin', 'manager', 'supervisor', 'agent', 'bi'],
  });
  return password;
}
