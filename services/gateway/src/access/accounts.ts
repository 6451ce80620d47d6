import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { PersonView, Role, UserChangeBody } from '#contracts';
import { newId, Problem } from '#platform';
import type { Database, Principal, Queries } from '#platform';

const failuresAllowed = 5;
const lockMs = 15 * 60_000;
const uniqueViolation = '23505';

interface AccountRow {
  id: string;
  username: string;
  passwordHash: string;
  roles: Role[];
  agentId: string | null;
  isDisabled: boolean;
  lockedUntil: number | null;
}

export interface AccountView {
  id: string;
  username: string;
  roles: Role[];
  agentId: string | null;
  isDisabled: boolean;
}

const columns = `id, username, password_hash as "passwordHash", roles, agent_id as "agentId",
  is_disabled as "isDisabled", locked_until::float8 as "lockedUntil"`;

/** Verified against when no such account exists, so that an answer's time tells nothing. */
const decoy = hash(randomBytes(16).toString('hex'));

/**
 * Signs in by username and password. Five wrong passwords lock the account for 15 minutes. Locks keep
 * real time, whatever the application's clock says.
 * @throws Problem `unauthenticated` (never saying which part was wrong), `rate-limited` while locked
 */
export async function signIn(
  database: Database,
  username: string,
  password: string,
): Promise<Principal> {
  const [account] = await database.query<AccountRow>(
    `select ${columns} from accounts where username = $1`,
    [username],
  );
  const now = Date.now();
  if (account?.lockedUntil && account.lockedUntil > now) {
    throw new Problem('rate-limited', {
      detail: 'too many wrong passwords; the account is locked for a while',
      retryAfter: Math.ceil((account.lockedUntil - now) / 1000),
    });
  }
  const matches = await verify(account?.passwordHash ?? (await decoy), password);
  if (!account || !matches || account.isDisabled) {
    if (account) await countFailure(database, account.id, now);
    throw new Problem('unauthenticated', { detail: 'username or password is wrong' });
  }
  await database.query(`update accounts set failures = 0, locked_until = null where id = $1`, [
    account.id,
  ]);
  return principalOf(account);
}

/**
 * Who signed in at that instant, with the roles they have now; undefined when the account is gone or disabled,
 * or has been, or has had another password since.
 */
export async function findSignedIn(
  database: Database,
  id: string,
  signedInAt: number,
): Promise<Principal | undefined> {
  // Tokens count seconds: whoever chose a password and signed in at once did so in this order.
  const [account] = await database.query<AccountRow>(
    `select ${columns} from accounts where id::text = $1 and not is_disabled
        and password_set_at < $2 and sessions_ended_at < $2`,
    [id, signedInAt + 1_000],
  );
  return account && principalOf(account);
}

function principalOf({ id, username, roles, agentId }: AccountRow): Principal {
  return { sub: id, username, roles, ...(agentId && { agentId }), kind: 'user' };
}

async function countFailure(tx: Queries, id: string, now: number): Promise<void> {
  await tx.query(
    `update accounts set
       locked_until = case when failures + 1 >= $2 then $3::bigint else locked_until end,
       failures = case when failures + 1 >= $2 then 0 else failures + 1 end
     where id = $1`,
    [id, failuresAllowed, now + lockMs],
  );
}

/** @throws Problem `validation` when the username is taken */
export async function createAccount(
  tx: Queries,
  account: { username: string; password: string; roles: readonly Role[]; agentId?: string },
): Promise<AccountView> {
  const now = Date.now();
  const id = newId(now);
  const { username, password, roles, agentId } = account;
  try {
    await tx.query(
      `insert into accounts (id, username, password_hash, roles, agent_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, username, await hash(password), roles, agentId ?? null, now],
    );
  } catch (error) {
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    const message = `the username ${username} is taken`;
    throw new Problem('validation', { errors: [{ path: 'username', rule: 'unique', message }] });
  }
  return { id, username, roles: [...roles], agentId: agentId ?? null, isDisabled: false };
}

/** By which log-ins agents are known, those of whoever left too: what they did stays theirs. */
export function listPeople(tx: Queries): Promise<PersonView[]> {
  return tx.query<PersonView>(
    `select username, agent_id as "agentId" from accounts where agent_id is not null order by username`,
  );
}

export function listAccounts(tx: Queries): Promise<AccountView[]> {
  return tx.query<AccountView>(
    `select id, username, roles, agent_id as "agentId", is_disabled as "isDisabled" from accounts order by username`,
  );
}

/**
 * Gives an account other roles or another agent, in the caller's transaction; `before` is what it was.
 * @throws Problem `not-found`; `illegal-transition` where nobody would be left who administers
 */
export async function changeAccount(
  tx: Queries,
  id: string,
  { roles, agentId }: UserChangeBody,
): Promise<{ account: AccountView; before: AccountView }> {
  // Two administrators who take the role from each other are one after the other.
  await tx.query(`lock table accounts in share row exclusive mode`);
  const accounts = await listAccounts(tx);
  const before = accounts.find((one) => one.id === id);
  if (!before) throw new Problem('not-found', { detail: 'no such user' });
  const account = {
    ...before,
    roles: [...new Set(roles ?? before.roles)],
    agentId: agentId === undefined ? before.agentId : agentId,
  };
  if (!account.roles.includes('admin')) requireAnotherAdmin(accounts, before);
  await tx.query(
    `update accounts set roles = $2, agent_id = $3, roles_changed_at = $4 where id = $1`,
    [id, account.roles, account.agentId, Date.now()],
  );
  return { account, before };
}

/** @throws Problem `illegal-transition` where nobody would be left who administers without this one */
function requireAnotherAdmin(accounts: readonly AccountView[], without: AccountView): void {
  const administers = (one: AccountView) => !one.isDisabled && one.roles.includes('admin');
  const others = accounts.filter(({ id }) => id !== without.id);
  if (administers(without) && !others.some(administers)) {
    throw new Problem('illegal-transition', { detail: 'nobody would be left who administers' });
  }
}

/** What became of an account: `endedAt` (ms) is a whole second, and who signed in before it is signed out. */
interface Ended {
  username: string;
  endedAt: number;
}

/**
 * Whether somebody may sign in from now on. What was begun before they could not is over for good, also once they
 * can again, and so are mails of alerts, which `EndChannels` ends. Undefined where it was so already.
 * @throws Problem `not-found`; `illegal-transition` where nobody would be left who administers
 */
export async function setDisabled(
  tx: Queries,
  id: string,
  isDisabled: boolean,
): Promise<Ended | undefined> {
  if (isDisabled) {
    // Two administrators who disable each other are one after the other.
    await tx.query(`lock table accounts in share row exclusive mode`);
    const accounts = await listAccounts(tx);
    const before = accounts.find((one) => one.id === id);
    if (before) requireAnotherAdmin(accounts, before);
  }
  // Tokens count seconds: the one that goes on is over as well.
  const nextSecond = (Math.floor(Date.now() / 1_000) + 1) * 1_000;
  // Accounts that were disabled before ends were kept have none.
  const [changed] = await tx.query<Ended>(
    `update accounts set is_disabled = $2, failures = 0, locked_until = null, sessions_ended_at =
       case when $2 or sessions_ended_at = 0 then $3::bigint else sessions_ended_at end
      where id = $1 and is_disabled <> $2 returning username, sessions_ended_at::float8 as "endedAt"`,
    [id, isDisabled, nextSecond],
  );
  if (changed) {
    if (isDisabled) {
      await tx.query(
        `insert into channel_ends (account, since) values ($1, $2) on conflict do nothing`,
        [id, Date.now()],
      );
    } else await tx.query(`delete from channel_ends where account = $1`, [id]);
    return changed;
  }
  const known = await tx.query(`select 1 from accounts where id = $1`, [id]);
  if (known.length === 0) throw new Problem('not-found', { detail: 'no such user' });
  return undefined;
}

/** Sets a password; also unlocks. @throws Problem `not-found` */
export async function setPassword(tx: Queries, id: string, password: string): Promise<void> {
  const rows = await tx.query(
    `update accounts set password_hash = $2, password_set_at = $3, failures = 0, locked_until = null
     where id = $1 returning id`,
    [id, await hash(password), Date.now()],
  );
  if (rows.length === 0) throw new Problem('not-found', { detail: 'no such user' });
}

/** A password for one use by a person: 24 characters, 144 bits. */
export function newPassword(): string {
  return randomBytes(18).toString('base64url');
}
