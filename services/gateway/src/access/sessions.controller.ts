import { Controller, Delete, Get, Headers, HttpCode, Inject, Param } from '@nestjs/common';
import { z } from 'zod';
import type { AccountSessionView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles } from '#platform';
import type { Principal, Queries } from '#platform';
import { recordAction } from '../operations/operator-actions.js';
import { AccessCache } from './access-cache.js';
import { lifeOf } from './session-life.js';
import { endSessions, listSessions } from './session-rows.js';

type Listed = Promise<{ items: AccountSessionView[] }>;

/** Where somebody is signed in. What is ended here is refused at once, and its streams end; within a second elsewhere. */
@Controller('api/v1')
export class SessionsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(AccessCache) private readonly cache: AccessCache,
  ) {}

  @Get('sessions')
  listOwn(
    @CurrentPrincipal() caller: Principal,
    @Headers('authorization') authorization: string,
  ): Listed {
    return this.list(caller.sub, sessionOf(caller, authorization));
  }

  @Delete('sessions')
  @HttpCode(204)
  async endOthers(
    @CurrentPrincipal() caller: Principal,
    @Headers('authorization') authorization: string,
  ): Promise<void> {
    const but = sessionOf(caller, authorization);
    await this.noteUses();
    await endSessions(this.runtime.database, caller.sub, { but });
    await this.cache.refresh();
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  async endOwn(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    requireOne(await endSessions(this.runtime.database, caller.sub, { only: known(id) }));
    await this.cache.refresh();
  }

  @Get('users/:id/sessions')
  @Roles('admin')
  async listOf(
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
    @Headers('authorization') authorization: string,
  ): Listed {
    const account = await accountOf(this.runtime.database, id);
    return this.list(account.id, sessionOf(caller, authorization));
  }

  /** An administrator who ends their own stays signed in where they ask. */
  @Delete('users/:id/sessions')
  @Roles('admin')
  @HttpCode(204)
  async endAllOf(
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
    @Headers('authorization') authorization: string,
  ): Promise<void> {
    await this.endFor(id, caller, { but: sessionOf(caller, authorization) });
  }

  @Delete('users/:id/sessions/:session')
  @Roles('admin')
  @HttpCode(204)
  async endOneOf(
    @Param('id') id: string,
    @Param('session') session: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    requireOne(await this.endFor(id, caller, { only: known(session) }));
  }

  private async list(account: string, asking: string | undefined): Listed {
    await this.noteUses();
    return { items: await listSessions(this.runtime.database, account, asking) };
  }

  /** Where that fails, the last half minute is not told of: no reason to tell of nothing. */
  private async noteUses(): Promise<void> {
    const { logger } = this.runtime;
    await this.cache
      .writeUses()
      .catch((error: unknown) => logger.warn({ err: error }, 'uses of sessions not kept'));
  }

  /** Noted with who ended them, as what else is done to an account; where there were none nothing is. */
  private async endFor(
    id: string,
    { username: actor }: Principal,
    which: Parameters<typeof endSessions>[2],
  ): Promise<number> {
    await this.noteUses();
    const affected = await this.runtime.database.transaction(async (tx) => {
      const { id: account, username: user } = await accountOf(tx, id);
      const count = await endSessions(tx, account, which);
      const action = 'users.end-sessions';
      const entry = { actor, action, service: 'gateway', affected: count, selection: { user } };
      if (count > 0) await recordAction(tx, entry, Date.now());
      return count;
    });
    await this.cache.refresh();
    return affected;
  }
}

/** The session that asks; none of a program with a key, or of a token that is not ours. */
function sessionOf({ kind }: Principal, authorization: string): string | undefined {
  return kind === 'api-key' ? undefined : lifeOf(authorization.replace(/^Bearer +/i, '')).session;
}

const noSession = () => new Problem('not-found', { detail: 'no such session' });

function known(id: string): string {
  if (!z.uuid().safeParse(id).success) throw noSession();
  return id;
}

function requireOne(ended: number): void {
  if (ended === 0) throw noSession();
}

/**
 * With the id as sessions have it, however its letters were written.
 * @throws Problem `not-found`
 */
async function accountOf(tx: Queries, id: string): Promise<{ id: string; username: string }> {
  const isId = z.uuid().safeParse(id).success;
  const [account] = isId
    ? await tx.query<{ id: string; username: string }>(
        `select id, username from accounts where id = $1`,
        [id],
      )
    : [];
  if (!account) throw new Problem('not-found', { detail: 'no such user' });
  return account;
}
