import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { alertListQuery } from '#contracts';
import type { AlertListQuery, AlertView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { acknowledgeAlert } from './acknowledge-alert.js';
import { alertAccessOf } from './alert-access.js';
import { DutyStore } from '../duty/duty-store.js';
import { alertColumns, getAlert, toAlertViews } from './alert-views.js';
import type { AlertRow } from './alert-views.js';

/** What supervisors were told, and desks as a whole, and who took it on. */
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
  ): Promise<{ items: AlertView[]; next: string | null }> {
    const { database } = this.runtime;
    const access = await alertAccessOf(database, principal);
    // Most agents are of no desk: nothing is for them, however long the list is.
    if (access.desks?.length === 0) return { items: [], next: null };
    // In words of their own, so that the index of what tells desks is used.
    const ofDesks = access.desks ? 'and a.desk is not null and a.desk = any($8::text[])' : '';
    const [at, id] = query.cursor?.split('_') ?? [null, null];
    const rows = await database.query<AlertRow>(
      `select ${alertColumns} from alerts a
        where ($1::boolean is null or (acknowledged_at is null) = $1)
          and ($2::bigint is null or (raised_at, id) < ($2::bigint, $3::uuid))
          and ($5::text[] is null and $6::text is null or exists
            (select 1 from cases c where c.id = a.case_id and ${seenCondition(5)}))
          ${ofDesks}
        order by raised_at desc, id desc limit $4`,
      [
        query.open === undefined ? null : query.open === 'true',
        at,
        id,
        query.limit + 1,
        ...seenParameters(access.cases),
        ...(access.desks ? [access.desks] : []),
      ],
    );
    const page = rows.slice(0, query.limit);
    const last = page[page.length - 1];
    const next = rows.length > query.limit && last ? `${last.raised}_${last.id}` : null;
    const items = await toAlertViews(database, page, this.parts.policies, this.duty);
    return { items, next };
  }

  @Get(':id')
  async get(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<AlertView> {
    const { database } = this.runtime;
    const access = await alertAccessOf(database, principal);
    return getAlert(database, id, access, this.parts.policies, this.duty);
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
