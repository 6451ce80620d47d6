import { createHash } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Role } from '#contracts';
import { apiKeyPrefix, hashApiKey, Problem } from '#platform';
import type { ApiKeyLookup, Database, Principal, SignIns, TokenVerifier } from '#platform';
import { lifeOf } from './session-life.js';
import { forgetExpired } from './session-rows.js';
import { SessionUses } from './session-uses.js';

const refreshMs = 1_000;
/** So late at most it is told when a session was used, and so often what is over is forgotten. */
const usesMs = 30_000;

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
 * here holds at once; one made in another process within a second. Open streams are looked at as often: what their
 * sign-ins are by now is known without a query.
 */
export class AccessCache implements ApiKeyLookup, SignIns, OnApplicationShutdown {
  private revoked = new Set<string>();
  /** Until when the tokens of sessions that were given back would have lived: earlier ones are over as well. */
  private sessions = new Map<string, number>();
  private keys = new Map<string, Principal>();
  /** By `sub` of the account. */
  private accounts = new Map<string, ChangedAccount>();
  /** Grows with each change made here: what was read before it is read again. */
  private changes = 0;
  private timer: NodeJS.Timeout | undefined;
  private usesTimer: NodeJS.Timeout | undefined;
  private readonly uses = new SessionUses();
  private readonly lookers = new Set<() => void>();

  constructor(private readonly database: Database) {}

  async start(): Promise<void> {
    await this.load();
    this.timer = setInterval(() => {
      // Also while the database is away: tokens expire.
      void this.load()
        .catch(() => undefined)
        .finally(() => this.look());
    }, refreshMs);
    this.timer.unref();
    this.usesTimer = setInterval(() => void this.keepSessions().catch(() => undefined), usesMs);
    this.usesTimer.unref();
  }

  /** Once nobody is answered any more. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.usesTimer);
    await this.writeUses().catch(() => undefined);
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
        const principal = await verifier.verify(token);
        // Only of a token that was verified is it known what stands in it.
        if (this.isRevoked(token)) {
          throw new Problem('unauthenticated', { detail: 'The token was revoked' });
        }
        const now = this.asNow(principal, token);
        if (now) {
          this.uses.note(token, now);
          return now;
        }
        throw new Problem('unauthenticated', {
          detail: 'The session ended when its account was disabled',
        });
      },
    };
  }

  standing(credential: string, before: Principal): Principal | undefined {
    if (credential.startsWith(apiKeyPrefix)) return this.keys.get(hashApiKey(credential));
    if (lifeOf(credential).expiresAt <= Date.now() || this.isRevoked(credential)) return undefined;
    const now = this.asNow(before, credential);
    // Who only listens is there as well.
    if (now) this.uses.note(credential, now);
    return now;
  }

  onLook(look: () => void): () => void {
    this.lookers.add(look);
    return () => this.lookers.delete(look);
  }

  /** Brings the sessions in the database up to when they were used here. */
  writeUses(): Promise<void> {
    return this.uses.write(this.database);
  }

  private async keepSessions(): Promise<void> {
    await this.writeUses();
    await forgetExpired(this.database, Date.now());
  }

  /** Takes a token back for good, with those that it prolonged. */
  async revoke(token: string): Promise<void> {
    const { expiresAt, session } = lifeOf(token);
    await this.database.query(
      `with ended as (delete from sessions where id = $3 and expires_at <= $2)
       insert into revoked_tokens (token_hash, expires_at, session) values ($1, $2, $3) on conflict do nothing`,
      [tokenHash(token), expiresAt, session ?? null],
    );
    this.revoked.add(tokenHash(token));
    if (session !== undefined) this.sessions.set(session, expiresAt);
    this.changes += 1;
    this.look();
  }

  /** After a change of keys or roles: whatever is read meanwhile is not older than it. */
  async refresh(): Promise<void> {
    this.changes += 1;
    await this.load();
    this.look();
  }

  private look(): void {
    for (const look of this.lookers) look();
  }

  private isRevoked(token: string): boolean {
    if (this.revoked.size === 0) return false;
    if (this.revoked.has(tokenHash(token))) return true;
    if (this.sessions.size === 0) return false;
    const { session, expiresAt } = lifeOf(token);
    return session !== undefined && expiresAt <= (this.sessions.get(session) ?? 0);
  }

  /** Whose token it is, with the roles and the agent of now; undefined once it was ended with its account. */
  private asNow(principal: Principal, token: string): Principal | undefined {
    const account = this.accounts.get(principal.sub);
    if (!account) return principal;
    if (isEnded(account, token)) return undefined;
    const { roles, agentId } = account;
    return { ...principal, roles, agentId };
  }

  private async load(): Promise<void> {
    const { changes } = this;
    const tokens = await this.database.query<RevokedRow>(
      `select token_hash as hash, session, expires_at::float8 as "expiresAt"
         from revoked_tokens where expires_at > $1 order by expires_at`,
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
    this.sessions = new Map(
      tokens.flatMap(({ session, expiresAt }) => (session === null ? [] : [[session, expiresAt]])),
    );
    this.keys = new Map(
      keys.map(({ id, name, hash, roles }) => [
        hash,
        { sub: id, username: name, roles, kind: 'api-key' as const },
      ]),
    );
  }
}

interface RevokedRow {
  hash: string;
  session: string | null;
  expiresAt: number;
}

type ChangedRow = Omit<ChangedAccount, 'agentId'> & { id: string; agentId: string | null };

function isEnded({ isDisabled, endedAt }: ChangedAccount, token: string): boolean {
  return isDisabled || lifeOf(token).signedInAt < endedAt;
}
