import { Controller, Get, Headers, Inject, Param } from '@nestjs/common';
import { callerQuery } from '#contracts';
import type { CallerQuery, ComplaintView, PersonalViewView } from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, listViews, Problem, recordViews, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { requireVisible } from '../access/seen-complaints.js';
import { findComplaint } from './find-complaint.js';
import type { ComplaintRow } from './find-complaint.js';
import { isCaller } from './is-caller.js';

/** What a customer said, for those who work on it. The case itself is escalation's. */
@Controller('api/v1/complaints')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class ComplaintsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** By id or by the number people say. */
  @Get(':id')
  async get(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<ComplaintView> {
    const { database, clock } = this.runtime;
    const { received, ...complaint } = await this.find(id);
    await requireVisible(this.runtime, complaint, { principal, authorization });
    const { username } = principal;
    await recordViews(database, [complaint.complaintId], 'complaint', username, clock.now());
    return { ...complaint, receivedAt: new Date(Math.round(received)).toISOString() };
  }

  @Get(':id/views')
  @Roles('manager', 'admin')
  async views(@Param('id') id: string): Promise<{ items: PersonalViewView[] }> {
    const { complaintId } = await this.find(id);
    return { items: await listViews(this.runtime.database, complaintId) };
  }

  /** Shows nothing that the caller did not say, so nobody's view is noted. */
  @Get(':id/caller')
  @Roles('agent', 'supervisor', 'admin')
  async caller(
    @Param('id') id: string,
    @ZodQuery(callerQuery) { phoneLastFour }: CallerQuery,
  ): Promise<{ complaintId: string }> {
    const { complaintId, customerId } = await this.find(id);
    const isTheirs = await isCaller(this.runtime.database, customerId, phoneLastFour);
    if (!isTheirs) throw new Problem('not-found', { detail: `no complaint ${id}` });
    return { complaintId };
  }

  private find(id: string): Promise<ComplaintRow> {
    return findComplaint(this.runtime.database, id);
  }
}
