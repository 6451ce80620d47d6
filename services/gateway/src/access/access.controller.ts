import { setTimeout as delay } from 'node:timers/promises';
import {
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
} from '@nestjs/common';
import { z } from 'zod';
import { apiKeyBody, loginBody, passwordBody, userBody, userChangeBody } from '#contracts';
import type { PersonView, UserChangeBody } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import {
  CurrentPrincipal,
  hashApiKey,
  newApiKey,
  newId,
  Problem,
  Public,
  Roles,
  TokenIssuer,
  ZodBody,
} from '#platform';
import type { JsonWebKeySet, Principal } from '#platform';
import { AccessCache } from './access-cache.js';
import { EndChannels } from './end-channels.js';
import { recordAction } from '../operations/operator-actions.js';
import { keepSession } from './session-rows.js';
import { shortAgent } from './short-agent.js';
import {
  changeAccount,
  createAccount,
  listAccounts,
  listPeople,
  newPassword,
  setDisabled,
  setPassword,
  signIn,
} from './accounts.js';
import type { AccountView } from './accounts.js';

/** Sign-in, users and machine keys. */
@Controller()
export class AccessController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
    @Inject(AccessCache) private readonly cache: AccessCache,
    @Inject(EndChannels) private readonly channels: EndChannels,
  ) {}

  @Post('api/v1/login')
  @Public()
  @HttpCode(200)
  async login(
    @ZodBody(loginBody) body: z.infer<typeof loginBody>,
    @Headers('user-agent') agent?: string,
  ): Promise<{ token: string }> {
    const { database } = this.runtime;
    const principal = await signIn(database, body.username, body.password);
    const token = await this.issuer.issue(principal);
    await keepSession(database, principal.sub, token, shortAgent(agent));
    return { token };
  }

  @Post('api/v1/logout')
  @HttpCode(204)
  async logout(@Headers('authorization') authorization: string): Promise<void> {
    await this.cache.revoke(authorization.replace(/^Bearer +/i, ''));
  }

  @Post('api/v1/password')
  @HttpCode(204)
  async changePassword(
    @ZodBody(passwordBody) body: z.infer<typeof passwordBody>,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await signIn(this.runtime.database, principal.username, body.current);
    await setPassword(this.runtime.database, principal.sub, body.next);
  }

  @Get('.well-known/jwks.json')
  @Public()
  jwks(): Promise<JsonWebKeySet> {
    return this.issuer.jwks();
  }

  @Get('api/v1/people')
  @Roles('agent', 'supervisor', 'manager', 'admin')
  async people(): Promise<{ items: PersonView[] }> {
    return { items: await listPeople(this.runtime.database) };
  }

  @Get('api/v1/users')
  @Roles('admin')
  async users(): Promise<{ items: AccountView[] }> {
    return { items: await listAccounts(this.runtime.database) };
  }

  /** Without a password one is made and shown this once. */
  @Post('api/v1/users')
  @Roles('admin')
  async createUser(
    @ZodBody(userBody) body: z.infer<typeof userBody>,
  ): Promise<AccountView & { password?: string }> {
    const chosen = body.password ?? newPassword();
    const account = await createAccount(this.runtime.database, { ...body, password: chosen });
    return { ...account, ...(body.password === undefined && { password: chosen }) };
  }

  /** Sessions and tokens have the change at once here, and within a second in other replicas. */
  @Patch('api/v1/users/:id')
  @Roles('admin')
  async changeUser(
    @Param('id') id: string,
    @ZodBody(userChangeBody) body: UserChangeBody,
    @CurrentPrincipal() { username: actor }: Principal,
  ): Promise<AccountView> {
    const changed = await this.runtime.database.transaction(async (tx) => {
      const { account, before } = await changeAccount(tx, knownId(id), body);
      const note = (action: string, was: unknown, is: unknown) => {
        const selection = { user: account.username, before: was, after: is };
        const entry = { actor, action, service: 'gateway', affected: 1, selection };
        return recordAction(tx, entry, Date.now());
      };
      if (body.roles) await note('users.change-roles', before.roles, account.roles);
      if (body.agentId !== undefined) {
        await note('users.change-agent', before.agentId, account.agentId);
      }
      return account;
    });
    await this.cache.refresh();
    return changed;
  }

  @Post('api/v1/users/:id/disable')
  @Roles('admin')
  @HttpCode(204)
  disableUser(@Param('id') id: string, @CurrentPrincipal() by: Principal): Promise<void> {
    return this.setDisabled(id, true, by);
  }

  /** The password is the one from before; what was signed in with it then is not. */
  @Post('api/v1/users/:id/restore')
  @Roles('admin')
  @HttpCode(204)
  restoreUser(@Param('id') id: string, @CurrentPrincipal() by: Principal): Promise<void> {
    return this.setDisabled(id, false, by);
  }

  private async setDisabled(id: string, isDisabled: boolean, by: Principal): Promise<void> {
    const ended = await this.runtime.database.transaction(async (tx) => {
      const changed = await setDisabled(tx, knownId(id), isDisabled);
      if (!changed) return undefined;
      const action = isDisabled ? 'users.disable' : 'users.restore';
      const entry = { actor: by.username, action, service: 'gateway', affected: 1 };
      await recordAction(tx, { ...entry, selection: { user: changed.username } }, Date.now());
      return changed;
    });
    await this.cache.refresh();
    if (isDisabled) this.channels.lookSoon();
    // Disabled less than a second ago: a sign-in would count as one from before.
    const restMs = ended && !isDisabled ? ended.endedAt - Date.now() : 0;
    if (restMs > 0) await delay(restMs);
  }

  @Post('api/v1/users/:id/reset')
  @Roles('admin')
  @HttpCode(200)
  async resetUser(@Param('id') id: string): Promise<{ password: string }> {
    const made = newPassword();
    await setPassword(this.runtime.database, knownId(id), made);
    return { password: made };
  }

  @Get('api/v1/api-keys')
  @Roles('admin')
  async apiKeys(): Promise<{ items: unknown[] }> {
    const items = await this.runtime.database.query(
      `select id, name, roles, created_by as "createdBy", revoked_at is not null as "isRevoked" from api_keys order by name`,
    );
    return { items };
  }

  /** The key is shown this once; only its hash is kept. */
  @Post('api/v1/api-keys')
  @Roles('admin')
  async createApiKey(
    @ZodBody(apiKeyBody) body: z.infer<typeof apiKeyBody>,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ id: string; name: string; key: string }> {
    const now = Date.now();
    const key = newApiKey();
    const id = newId(now);
    await this.runtime.database.query(
      `insert into api_keys (id, name, key_hash, roles, created_by, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, body.name, hashApiKey(key), body.roles, principal.username, now],
    );
    await this.cache.refresh();
    return { id, name: body.name, key };
  }

  @Delete('api/v1/api-keys/:id')
  @Roles('admin')
  @HttpCode(204)
  async revokeApiKey(@Param('id') id: string): Promise<void> {
    const rows = await this.runtime.database.query(
      `update api_keys set revoked_at = $2 where id = $1 and revoked_at is null returning id`,
      [knownId(id), Date.now()],
    );
    if (rows.length === 0) throw new Problem('not-found', { detail: 'no such key' });
    await this.cache.refresh();
  }
}

function knownId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw new Problem('not-found');
  return id;
}
