import { Controller, Get, Headers, Inject, Param } from '@nestjs/common';
import { uuid } from '#contracts';
import type { ChurnStandingView } from '#contracts';
import { askSeenCases, RUNTIME } from '#eventing';
import type { Asker, ServiceRuntime } from '#eventing';
import { CurrentPrincipal, listViews, parseOrProblem, recordViews, Roles } from '#platform';
import type { Principal } from '#platform';
import { churnStanding } from '../domain/churn-standing.js';
import { casesBehindCustomers, findChurn } from './churn-rows.js';

/** How likely one customer leaves, for whoever looks customers up. */
@Controller('api/v1/churn/customers')
export class StandingController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get(':id')
  @Roles('agent', 'supervisor', 'admin')
  async get(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<ChurnStandingView> {
    const customerId = parseOrProblem(uuid, id, 'id');
    const { database, clock } = this.runtime;
    const known = await findChurn(database, customerId);
    if (!known) return { customerId, level: 'none', factors: [], isHidden: false };
    const behind = await casesBehindCustomers(database, [customerId]);
    if (await this.hidesOneOf(behind.get(customerId) ?? [], { principal, authorization })) {
      return { customerId, level: null, factors: [], isHidden: true };
    }
    const now = clock.now();
    await recordViews(database, [customerId], 'churn', principal.username, now);
    const { level, factors } = churnStanding(known, now);
    return { customerId, level, factors: [...factors], isHidden: false };
  }

  @Get(':id/views')
  @Roles('manager', 'admin')
  async views(@Param('id') id: string) {
    const customerId = parseOrProblem(uuid, id, 'id');
    return { items: await listViews(this.runtime.database, customerId) };
  }

  /**
   * A part of the reasons would be no explanation: who is not shown one of the cases is told nothing. A case that is not
   * open yet is shown to nobody.
   */
  private async hidesOneOf(cases: readonly string[], asker: Asker): Promise<boolean> {
    const answer = await askSeenCases(this.runtime, cases, asker);
    return answer !== undefined && !cases.every((id) => answer.seen.has(id));
  }
}
