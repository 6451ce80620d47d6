import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { alertListQuery } from '#contracts';
import type { AlertListQuery, AlertView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { CaseBatch } from '../cases/case-batch.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { runCommand } from '../cases/execute-command.js';
import { alertColumns, getAlert, toAlertViews } from './alert-views.js';
import type { AlertRow } from './alert-views.js';

/** What supervisors were told, and who took it on. */
@Controller('api/v1/alerts')
@Roles('supervisor', 'manager', 'admin')
export class AlertsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Get()
  async list(
    @ZodQuery(alertListQuery) query: AlertListQuery,
  ): Promise<{ items: AlertView[]; next: string | null }> {
    const [at, id] = query.cursor?.split('_') ?? [null, null];
    const rows = await this.runtime.database.query<AlertRow>(
      `select ${alertColumns} from alerts
        where ($1::boolean is null or (acknowledged_at is null) = $1)
          and ($2::bigint is null or (raised_at, id) < ($2::bigint, $3::uuid))
        order by raised_at desc, id desc limit $4`,
      [query.open === undefined ? null : query.open === 'true', at, id, query.limit + 1],
    );
    const page = rows.slice(0, query.limit);
    const last = page[page.length - 1];
    const next = rows.length > query.limit && last ? `${last.raised}_${last.id}` : null;
    const items = await toAlertViews(this.runtime.database, page, this.parts.policies);
    return { items, next };
  }

  @Get(':id')
  get(@Param('id') id: string): Promise<AlertView> {
    return getAlert(this.runtime.database, id, this.parts.policies);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  async acknowledge(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AlertView> {
    const { database, clock, signal } = this.runtime;
    const { caseId } = await getAlert(database, id, this.parts.policies);
    const by = principal.agentId ?? principal.username;
    await database.transaction(async (tx) => {
      const batch = await CaseBatch.load(tx, [caseId], this.parts);
      runCommand(
        batch,
        caseId,
        { type: 'acknowledge-alert', alertId: id, by },
        clock.now(),
        principal,
      );
      batch.flush(tx);
    });
    signal.fire('escalation');
    return getAlert(database, id, this.parts.policies);
  }
}
