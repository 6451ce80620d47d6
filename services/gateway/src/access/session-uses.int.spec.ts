import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createTokenVerifier, openDatabase, TokenIssuer } from '#platform';
import type { Database, Principal } from '#platform';
import { createTestDatabase, testConfig } from '#testing';
import type { TestDatabase } from '#testing';
import { gatewayMigrations } from '../migrations.js';
import { AccessCache } from './access-cache.js';
import { lifeOf } from './session-life.js';
import { endSessions, forgetExpired } from './session-rows.js';
import { SessionUses } from './session-uses.js';

const hourMs = 3_600_000;
const config = testConfig();
const issuer = new TokenIssuer(config);

let server: TestDatabase;
let database: Database;
let somebody: Principal;

beforeAll(async () => {
  server = await createTestDatabase();
  database = await openDatabase({
    url: server.url,
    schema: 'gateway',
    migrations: gatewayMigrations,
    applicationName: 'test',
  });
});
afterAll(async () => {
  await database?.close();
  await server?.drop();
});
beforeEach(async () => {
  somebody = personWith(randomUUID());
  await database.query(
    `insert into accounts (id, username, password_hash, roles, created_at) values ($1, $2, '', '{agent}', 0)`,
    [somebody.sub, somebody.username],
  );
});

const personWith = (sub: string): Principal => ({
  ...{ sub, username: sub, roles: ['agent'], kind: 'user' },
});
const sessionOf = (token: string) => lifeOf(token).session!;
const rowsOf = ({ sub }: Principal) =>
  database.query<{ id: string; usedAt: number; expiresAt: number }>(
    `select id, used_at::float8 as "usedAt", expires_at::float8 as "expiresAt" from sessions where account = $1`,
    [sub],
  );

async function use(...tokens: string[]): Promise<void> {
  const uses = new SessionUses();
  for (const token of tokens) uses.note(token, somebody);
  await uses.write(database);
}

it('lists a session that it has not seen, once for all of its tokens', async () => {
  const token = await issuer.issue(somebody, 600);
  const longer = await issuer.issue(somebody, 1_200, lifeOf(token));
  await use(token, longer);
  const listed = [{ id: sessionOf(token), expiresAt: lifeOf(longer).expiresAt }];
  expect(await rowsOf(somebody)).toMatchObject(listed);
  await use(token);
  expect(await rowsOf(somebody)).toMatchObject(listed);
});

it('brings nothing back that was ended, and keeps nobody without an account', async () => {
  const token = await issuer.issue(somebody);
  await use(token);
  expect(await endSessions(database, somebody.sub, {})).toBe(1);
  await use(token);
  expect(await rowsOf(somebody)).toEqual([]);
  const service = personWith('accounts');
  const uses = new SessionUses();
  uses.note(await issuer.issue(service), service);
  await uses.write(database);
  expect(await rowsOf(service)).toEqual([]);
});

it('passes by what somebody else is writing', async () => {
  const [held, free] = await Promise.all([issuer.issue(somebody), issuer.issue(somebody)]);
  await use(held, free);
  await database.query(`update sessions set used_at = 1 where account = $1`, [somebody.sub]);
  await database.transaction(async (tx) => {
    await tx.query(`select 1 from sessions where id = $1 for update`, [sessionOf(held)]);
    await use(held, free);
  });
  const used = new Map((await rowsOf(somebody)).map(({ id, usedAt }) => [id, usedAt]));
  expect(used.get(sessionOf(held))).toBe(1);
  expect(used.get(sessionOf(free))).toBeGreaterThan(1);
});

it('is told of streams that are open, and of what was used before the process stops', async () => {
  const cache = new AccessCache(database);
  const [asking, listening] = await Promise.all([issuer.issue(somebody), issuer.issue(somebody)]);
  await cache.guard(createTokenVerifier(config)).verify(asking);
  expect(cache.standing(listening, somebody)).toEqual(somebody);
  await cache.onApplicationShutdown();
  const ids = (await rowsOf(somebody)).map(({ id }) => id);
  expect(ids.sort()).toEqual([asking, listening].map(sessionOf).sort());
});

it('forgets what is over, and refuses a token for as long as it could live', async () => {
  const token = await issuer.issue(somebody);
  await use(token);
  await endSessions(database, somebody.sub, {});
  const over = await issuer.issue(somebody);
  await use(over);
  const refusals = () =>
    database.query(`select 1 from revoked_tokens where session = $1`, [sessionOf(token)]);
  await forgetExpired(database, lifeOf(token).expiresAt);
  expect(await refusals()).toHaveLength(1);
  expect(await rowsOf(somebody)).toHaveLength(1);
  await forgetExpired(database, lifeOf(token).expiresAt + 3 * hourMs);
  expect(await refusals()).toEqual([]);
  expect(await rowsOf(somebody)).toEqual([]);
});
