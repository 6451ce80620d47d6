import { Controller, Get, Headers, Inject } from '@nestjs/common';
import { complaintSearchQuery } from '#contracts';
import type { ComplaintSearchQuery } from '#contracts';
import { RUNTIME } from '#eventing';
import type { Asker, ServiceRuntime } from '#eventing';
import { CurrentPrincipal, recordViews, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { visibilityOf } from '../access/seen-complaints.js';
import { searchComplaints } from './search-complaints.js';
import type { FoundComplaints } from './search-complaints.js';

/** Pages of nothing but other units' complaints that one request passes over. */
const mostPages = 5;

/** Complaints by what is known of them, for those who work on them. */
@Controller('api/v1/complaints/search')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class SearchController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async search(
    @ZodQuery(complaintSearchQuery) query: ComplaintSearchQuery,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<FoundComplaints> {
    const { database, clock } = this.runtime;
    const found = await this.findSeen(query, { principal, authorization });
    const ids = found.items.map(({ complaintId }) => complaintId);
    await recordViews(database, ids, 'complaint', principal.username, clock.now());
    return found;
  }

  /** What the caller does not see is left out: a page may hold less than its limit and have a next one. */
  private async findSeen(query: ComplaintSearchQuery, asker: Asker): Promise<FoundComplaints> {
    let { cursor } = query;
    for (let page = 1; ; page += 1) {
      const { items, next } = await searchComplaints(this.runtime.database, { ...query, cursor });
      const visibility = await visibilityOf(this.runtime, items, asker);
      const seen = items.filter(({ complaintId }) => visibility(complaintId) === 'seen');
      if (seen.length > 0 || next === null || page === mostPages) return { items: seen, next };
      cursor = next;
    }
  }
}
