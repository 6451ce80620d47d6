import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { alertListQuery, alertsTakenBody } from '#contracts';
import type { AlertListQuery, AlertsTakenBody, AlertsTakenView, AlertView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { acknowledgeAlert, acknowledgeAlerts } from './acknowledge-alert.js';
import { alertAccessOf, ownAlertsOf } from './alert-access.js';
import { DutyStore } from '../duty/duty-store.js';
import { getAlert, toAlertViews } from './alert-views.js';
import { listAlerts } from './list-alerts.js';

/** What supervisors were told, and whom else an alert names, and who took it on. */
@Controller('api/v1/alerts')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class AlertsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
    @Inject(DutyStore) private readonly duty: DutyStore,
  ) {}

  @Get()
  async list(
    @ZodQuery(alertListQuery) query: AlertListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: AlertView[]; next: string | null; total?: number }> {
    const { database } = this.runtime;
    const accessOf = query.mine === 'true' ? ownAlertsOf : alertAccessOf;
    const access = await accessOf(database, principal);
    const { rows, ...page } = await listAlerts(database, query, access);
    const items = await toAlertViews(database, rows, this.parts.policies, this.duty);
    return { items, ...page };
  }

  @Get(':id')
  async get(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<AlertView> {
    const { database } = this.runtime;
    const access = await alertAccessOf(database, principal);
    return getAlert(database, id, access, this.parts.policies, this.duty);
  }

  @Post('acknowledge')
  @HttpCode(207)
  async acknowledgeMany(
    @ZodBody(alertsTakenBody) { alerts }: AlertsTakenBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AlertsTakenView> {
    const { runtime, parts, duty } = this;
    return { items: await acknowledgeAlerts(runtime, parts, duty, alerts, principal) };
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  acknowledge(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AlertView> {
    return acknowledgeAlert(this.runtime, this.parts, this.duty, id, principal);
  }
}
