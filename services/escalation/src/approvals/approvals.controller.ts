import { Controller, Get, Inject, Param } from '@nestjs/common';
import { approvalListQuery } from '#contracts';
import type { ApprovalListQuery, ApprovalView, CaseApprovalsView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, recordViews, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { getCase } from '../cases/case-queries.js';
import { readTimeline } from '../cases/read-timeline.js';
import { listApprovals } from './approval-rows.js';
import { toApprovalsView } from './read-approvals.js';

/** Commands that one person may not give alone. */
@Controller('api/v1')
export class ApprovalsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get('cases/:id/approvals')
  @Roles('agent', 'supervisor', 'manager', 'admin')
  async ofCase(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CaseApprovalsView> {
    const { database, clock } = this.runtime;
    const { state } = await getCase(database, id, await accessOf(database, principal));
    await recordViews(database, [state.id], 'approvals', principal.username, clock.now());
    return toApprovalsView(await readTimeline(this.runtime, state.id));
  }

  @Get('approvals')
  @Roles('supervisor', 'manager', 'admin')
  async approvals(
    @ZodQuery(approvalListQuery) query: ApprovalListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: ApprovalView[]; next: string | null }> {
    const { database } = this.runtime;
    return listApprovals(database, query, await accessOf(database, principal));
  }
}
