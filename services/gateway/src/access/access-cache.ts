import { createHash } from 'node:crypto';
import type { Role } from '#contracts';
import { Problem } from '#platform';
import type { ApiKeyLookup, Database, Principal, TokenVerifier } from '#platform';
import { lifeOf } from './session-life.js';

const refreshMs = 1_000;

/** Longer than a token lives: whoever changed before has only tokens with the roles of now. */
const changesKeptMs = 13 * 3_600_000;

/** What an account is now, where its tokens may say something else. */
interface ChangedAccount {
  roles: Role[];
  agentId?: string;
  isDisabled: boolean;
  /** Whoever signed in before is signed in no more. */
  endedAt: number;
}

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Revoked tokens, accounts that were changed and live API keys in memory: asked at every request, changed seldom. A change made
 * here holds at once; one made in another process within a second.
 */
export class AccessCache implements ApiKeyLookup {
  private revoked = new Set<string>();
  private keys = new Map<string, Principal>();
  /** By `sub` of the account. */
  private accounts = new Map<string, ChangedAccount>();
  /** Grows with each change made here: what was read before it is read again. */
  private changes = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  async start(): Promise<void> {
    await this.load();
    this.timer = setInterval(() => void this.load().catch(() => undefined), refreshMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  findByHash(keyHash: string): Promise<Principal | undefined> {
    return Promise.resolve(this.keys.get(keyHash));
  }

  /** Whether somebody's roles or agent may be others than those that their token has. */
  isChanged(sub: string): boolean {
    return this.accounts.has(sub);
  }

  /** A verifier that also refuses tokens that were given back or ended, and knows the roles and agents of now. */
  guard(verifier: TokenVerifier): TokenVerifier {
    return {
      verify: async (token) => {
        if (this.revoked.size > 0 && this.revoked.has(tokenHash(token))) {
          throw new Problem('unauthenticated', { detail: 'The token was revoked' });
        }
        const principal = await verifier.verify(token);
        const account = this.accounts.get(principal.sub);
        if (!account) return principal;
        if (isEnded(account, token)) {
          throw new Problem('unauthenticated', {
            detail: 'The session ended when its account was disabled',
          });
        }
        const { roles, agentId } = account;
        return { ...principal, roles, agentId };
      },
    };
  }

  async revoke(token: string, expiresAt: number): Promise<void> {
    await this.database.query(
      `insert into revoked_tokens (token_hash, expires_at) values ($1, $2) on conflict do nothing`,
      [tokenHash(token), expiresAt],
    );
    this.revoked.add(tokenHash(token));
    this.changes += 1;
  }

  /** After a change of keys or roles: whatever is read meanwhile is not older than it. */
  refresh(): Promise<void> {
    this.changes += 1;
    return this.load();
  }

  private async load(): Promise<void> {
    const { changes } = this;
    const tokens = await this.database.query<{ hash: string }>(
      `select token_hash as hash from revoked_tokens where expires_at > $1`,
      [Date.now()],
    );
    const keys = await this.database.query<{
      id: string;
      name: string;
      hash: string;
      roles: Role[];
    }>(`select id, name, key_hash as hash, roles from api_keys where revoked_at is null`);
    const changed = await this.database.query<ChangedRow>(
      `select id, roles, agent_id as "agentId", is_disabled as "isDisabled",
              sessions_ended_at::float8 as "endedAt"
         from accounts where greatest(roles_changed_at, sessions_ended_at) > $1`,
      [Date.now() - changesKeptMs],
    );
    if (changes !== this.changes) return this.load();
    this.accounts = new Map(
      changed.map(({ id, agentId, ...account }) => [
        id,
        { ...account, ...(agentId !== null && { agentId }) },
      ]),
    );
    this.revoked = new Set(tokens.map(({ hash }) => hash));
    this.keys = new Map(
      keys.map(({ id, name, hash, roles }) => [
        hash,
        { sub: id, username: name, roles, kind: 'api-key' as const },
      ]),
    );
  }
}

type ChangedRow = Omit<ChangedAccount, 'agentId'> & { id: string; agentId: string | null };

function isEnded({ isDisabled, endedAt }: ChangedAccount, token: string): boolean {
  return isDisabled || lifeOf(token).signedInAt < endedAt;
}
