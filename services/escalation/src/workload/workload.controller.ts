import { Controller, Get, Inject } from '@nestjs/common';
import { workloadQuery } from '#contracts';
import type { IncidentListView, WorkloadQuery, WorkloadView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { readDue, readIncidents, readLoad } from './workload-rows.js';

const defaultMs = 2 * 3_600_000;

/** What those who lead look at first: what is due, who has how much, what concerns many at once. */
@Controller('api/v1')
@Roles('supervisor', 'manager', 'admin')
export class WorkloadController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get('workload')
  async workload(
    @ZodQuery(workloadQuery) query: WorkloadQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<WorkloadView> {
    const { database, clock } = this.runtime;
    const at = clock.now();
    const until = query.until === undefined ? at + defaultMs : Date.parse(query.until);
    const access = await accessOf(database, principal);
    const [due, load] = await Promise.all([
      readDue(database, until, access),
      readLoad(database, access),
    ]);
    const iso = (instant: number) => new Date(instant).toISOString();
    return { at: iso(at), until: iso(until), ...due, ...load };
  }

  @Get('incidents')
  async incidents(@CurrentPrincipal() principal: Principal): Promise<IncidentListView> {
    const { database } = this.runtime;
    return readIncidents(database, await accessOf(database, principal));
  }
}
