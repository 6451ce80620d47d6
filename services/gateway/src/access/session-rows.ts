import type { AccountSessionView } from '#contracts';
import type { Queries } from '#platform';
import { lifeOf } from './session-life.js';

/** Longer than a token lives: one that prolongs a session while it is ended is refused as well. */
const refusedMs = 13 * 3_600_000;

/** How far the clocks of two processes may lie apart: what one has done with, another may still ask for. */
const clocksApartMs = 3_600_000;

/** Keeps that a session began, or that it goes on under this token. */
export async function keepSession(
  tx: Queries,
  account: string,
  token: string,
  agent: string | undefined,
): Promise<void> {
  const { session, signedInAt, expiresAt } = lifeOf(token);
  if (session === undefined) return;
  await tx.query(
    `insert into sessions (id, account, began_at, expires_at, used_at, agent)
     select $1::text, $2::text, $3::bigint, $4::bigint, $5::bigint, $6::text
      where not exists (select from revoked_tokens where session = $1 and expires_at >= $4)
     on conflict (id) do update set expires_at = excluded.expires_at, used_at = excluded.used_at,
       agent = coalesce(excluded.agent, sessions.agent)`,
    [session, account, signedInAt, expiresAt, Date.now(), agent ?? null],
  );
}

/** A use of a session, with what its token says of it. */
export interface UsedSession {
  id: string;
  account: string;
  at: number;
  signedInAt: number;
  expiresAt: number;
}

/**
 * Keeps when sessions were used last, also of those that are not listed yet as they began before any were. None that
 * was ended comes back, and none is kept of who has no account. What somebody else is writing is passed by: two that
 * write the same sessions never wait for each other in a circle.
 */
export async function keepUsed(tx: Queries, uses: readonly UsedSession[]): Promise<void> {
  await tx.query(
    `with used as (
       select id, account, max(at) as at, min(signed_in) as began_at, max(expires) as expires_at
         from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
                as u (id, account, at, signed_in, expires)
        group by id, account),
     free as (
       select id from sessions where id in (select id from used) order by id for update skip locked),
     written as (
       update sessions s set used_at = greatest(s.used_at, used.at),
              expires_at = greatest(s.expires_at, used.expires_at)
         from used join free using (id) where s.id = used.id)
     insert into sessions (id, account, began_at, used_at, expires_at)
     select u.id, u.account, u.began_at, u.at, u.expires_at
       from used u join accounts a on a.id::text = u.account
      where not exists (select from sessions s where s.id = u.id)
        and not exists (select from revoked_tokens r where r.session = u.id and r.expires_at >= u.expires_at)
      order by u.id on conflict (id) do nothing`,
    [
      uses.map(({ id }) => id),
      uses.map(({ account }) => account),
      uses.map(({ at }) => at),
      uses.map(({ signedInAt }) => signedInAt),
      uses.map(({ expiresAt }) => expiresAt),
    ],
  );
}

/**
 * Forgets sessions that are over, and what was given back or ended once no token that it refuses could still live: it
 * refuses only those that expire no later than it does itself.
 */
export async function forgetExpired(tx: Queries, now: number): Promise<void> {
  for (const [table, key] of [
    ['sessions', 'id'],
    ['revoked_tokens', 'token_hash'],
  ] as const) {
    await tx.query(
      `delete from ${table} where ${key} in (
         select ${key} from ${table} where expires_at <= $1 order by ${key} limit 5000 for update skip locked)`,
      [now - clocksApartMs],
    );
  }
}

interface Row {
  id: string;
  beganAt: number;
  usedAt: number;
  expiresAt: number;
  agent: string | null;
}

/** Where an account is signed in, what was used last first; `asking` is the session of whoever asks. */
export async function listSessions(
  tx: Queries,
  account: string,
  asking: string | undefined,
): Promise<AccountSessionView[]> {
  const rows = await tx.query<Row>(
    `select s.id, s.began_at::float8 as "beganAt", s.used_at::float8 as "usedAt",
            s.expires_at::float8 as "expiresAt", s.agent
       from sessions s join accounts a on a.id::text = s.account
      where s.account = $1 and s.expires_at > $2 and not a.is_disabled and s.began_at >= a.sessions_ended_at
        and not exists (select from revoked_tokens r where r.session = s.id and r.expires_at >= s.expires_at)
      order by s.used_at desc, s.id limit 500`,
    [account, Date.now()],
  );
  const told = (at: number) => new Date(at).toISOString();
  return rows.map(({ id, agent, ...at }) => ({
    ...{ id, agent, isThis: id === asking },
    ...{ beganAt: told(at.beganAt), usedAt: told(at.usedAt), expiresAt: told(at.expiresAt) },
  }));
}

/**
 * Ends one session of an account, or all of them but the one that asks, and says how many those were. Their tokens are
 * refused once the cache has read it anew. What ended with its account has ended already.
 */
export async function endSessions(
  tx: Queries,
  account: string,
  { only, but }: { only?: string; but?: string | undefined },
): Promise<number> {
  const now = Date.now();
  const ended = await tx.query(
    `with ended as (
       delete from sessions s using accounts a
        where a.id::text = s.account and s.account = $1 and s.expires_at > $2
          and not a.is_disabled and s.began_at >= a.sessions_ended_at
          and ($3::text is null or s.id = $3) and ($4::text is null or s.id <> $4) returning s.id)
     insert into revoked_tokens (token_hash, expires_at, session)
     select 'session ' || id, $5::bigint, id from ended
     on conflict (token_hash) do update set expires_at = excluded.expires_at returning session`,
    [account, now, only ?? null, but ?? null, now + refusedMs],
  );
  return ended.length;
}
