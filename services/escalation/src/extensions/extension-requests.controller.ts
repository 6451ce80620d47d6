import { Controller, Get, Inject } from '@nestjs/common';
import { extensionRequestListQuery } from '#contracts';
import type { ExtensionRequestListQuery, WaitingExtensionView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { listExtensionRequests } from './extension-request-rows.js';

/** Who waits for more time, for those who give it. */
@Controller('api/v1/extension-requests')
@Roles('supervisor', 'manager', 'admin')
export class ExtensionRequestsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Get()
  async waiting(
    @ZodQuery(extensionRequestListQuery) query: ExtensionRequestListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: WaitingExtensionView[]; next: string | null }> {
    const { database, clock } = this.runtime;
    const access = await accessOf(database, principal);
    return listExtensionRequests(database, query, access, this.parts.policies, clock.now());
  }
}
