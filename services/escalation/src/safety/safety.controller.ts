import { Controller, Get, Inject, Param } from '@nestjs/common';
import { safetyListQuery } from '#contracts';
import type { SafetyListItem, SafetyListQuery, SafetyView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, recordViews, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { getCase } from '../cases/case-queries.js';
import { readTimeline } from '../cases/read-timeline.js';
import { toSafetyView } from './read-safety.js';
import { listSafetyReports } from './safety-rows.js';

/** What is no complaint to be settled but a safety report. */
@Controller('api/v1')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class SafetyController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get('cases/:id/safety')
  async ofCase(
    @Param('id') reference: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<SafetyView> {
    const { database, clock } = this.runtime;
    const { state } = await getCase(database, reference, await accessOf(database, principal));
    const { id, safety } = state;
    if (!safety) throw new Problem('not-found', { detail: 'the case is no safety report' });
    await recordViews(database, [id], 'safety', principal.username, clock.now());
    return toSafetyView(await readTimeline(this.runtime, id), { ...state, safety });
  }

  @Get('safety-reports')
  async reports(
    @ZodQuery(safetyListQuery) query: SafetyListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: SafetyListItem[]; next: string | null }> {
    const { database } = this.runtime;
    return listSafetyReports(database, query, await accessOf(database, principal));
  }
}
