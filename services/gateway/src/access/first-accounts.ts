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

/** What the sign-in page of a demo offers, kept beside its accounts. */
interface DemoLogins {
  usernames: readonly string[];
  password: string;
  complaintsPerSecond: number;
}

/** The demo's accounts, once; from then on its sign-in page offers them. */
export async function createDemoAccounts(
  database: Database,
  accounts: readonly FirstAccount[],
  { password, complaintsPerSecond }: Omit<DemoLogins, 'usernames'>,
): Promise<void> {
  for (const account of accounts) await createAccount(database, { ...account, password });
  const usernames = accounts.map(({ username }) => username);
  const logins: DemoLogins = { usernames, password, complaintsPerSecond };
  await database.query(`insert into installation values ('demo-logins', $1)`, [
    JSON.stringify(logins),
  ]);
}

/** Undefined for whatever was not started as a demo: nobody's own accounts are ever offered. */
export async function findDemoLogins(database: Database): Promise<DemoLogins | undefined> {
  if ((await installationKind(database)) !== 'demo') return undefined;
  const [row] = await database.query<{ value: string }>(
    `select value from installation where name = 'demo-logins'`,
  );
  return row && (JSON.parse(row.value) as DemoLogins);
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
