import { Controller, Get, Inject } from '@nestjs/common';
import { joinRequestListQuery } from '#contracts';
import type { JoinRequestListQuery, WaitingJoinView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { listJoinRequests } from './join-request-rows.js';

/** Who waits to be let into a case, for those who decide: whoever sees it, such as its owner and its unit. */
@Controller('api/v1/join-requests')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class WaitingJoinsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async waiting(
    @ZodQuery(joinRequestListQuery) query: JoinRequestListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: WaitingJoinView[]; next: string | null }> {
    const { database } = this.runtime;
    return listJoinRequests(database, query, await accessOf(database, principal));
  }
}
