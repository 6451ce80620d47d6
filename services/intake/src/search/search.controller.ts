import { Controller, Get, Inject } from '@nestjs/common';
import { complaintSearchQuery } from '#contracts';
import type { ComplaintSearchQuery } from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, recordViews, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { searchComplaints } from './search-complaints.js';
import type { FoundComplaints } from './search-complaints.js';

/** Complaints by what is known of them, for those who work on them. */
@Controller('api/v1/complaints/search')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class SearchController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async search(
    @ZodQuery(complaintSearchQuery) query: ComplaintSearchQuery,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<FoundComplaints> {
    const { database, clock } = this.runtime;
    const found = await searchComplaints(database, query);
    const ids = found.items.map(({ complaintId }) => complaintId);
    await recordViews(database, ids, 'complaint', username, clock.now());
    return found;
  }
}
