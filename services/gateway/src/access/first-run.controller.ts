import { Controller, Delete, Get, HttpCode, Inject } from '@nestjs/common';
import type { FirstRunView, InstallationView, Role } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Public } from '#platform';
import type { Principal } from '#platform';
import { findDemoLogins } from './first-accounts.js';

/** What newcomers are told: the log-ins of a demo, and whether they have put the guide away. */
@Controller('api/v1')
export class FirstRunController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** A log-in whose password somebody changed, or that was disabled, is no longer offered. */
  @Get('installation')
  @Public()
  async installation(): Promise<InstallationView> {
    const { database } = this.runtime;
    const found = await findDemoLogins(database);
    if (!found) return { demo: null };
    const { usernames, password, complaintsPerSecond } = found;
    const logins = await database.query<{ username: string; roles: Role[] }>(
      `select username, roles from accounts
        where username = any($1::text[]) and password_set_at = 0 and not is_disabled
        order by array_position($1::text[], username)`,
      [usernames],
    );
    return { demo: { logins, password, complaintsPerSecond } };
  }

  @Get('first-run')
  async read(@CurrentPrincipal() { sub }: Principal): Promise<FirstRunView> {
    const rows = await this.runtime.database.query(
      `select 1 from first_run_dismissals where sub = $1`,
      [sub],
    );
    return { isDismissed: rows.length > 0 };
  }

  @Delete('first-run')
  @HttpCode(204)
  async dismiss(@CurrentPrincipal() { sub }: Principal): Promise<void> {
    await this.runtime.database.query(
      `insert into first_run_dismissals (sub, at) values ($1, $2) on conflict do nothing`,
      [sub, Date.now()],
    );
  }
}
