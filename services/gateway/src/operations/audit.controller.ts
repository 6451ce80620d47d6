import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { auditQuery } from '#contracts';
import type { AuditQuery, AuditView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { LogAudit } from './log-audit.js';
import { listActions } from './operator-actions.js';

/** Proof that the logs are untampered, and who did what to the pipeline. */
@Controller('api/v1/audit')
@Roles('manager', 'admin')
export class AuditController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(LogAudit) private readonly audit: LogAudit,
  ) {}

  @Get()
  async get(@ZodQuery(auditQuery) { cursor, limit }: AuditQuery): Promise<AuditView> {
    // Asked first: whoever has just begun one is told so, however soon it ends.
    const running = this.audit.isRunning;
    const found = await listActions(this.runtime.database, cursor, limit + 1);
    const actions = found.slice(0, limit);
    return {
      running,
      last: await this.audit.last(),
      actions,
      next: found.length > limit ? actions.at(-1)!.id : null,
    };
  }

  @Post()
  @HttpCode(202)
  @Roles('admin')
  async verify(@CurrentPrincipal() { username }: Principal): Promise<AuditView> {
    this.audit.start(username);
    return this.get({ limit: 1 });
  }
}
