import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { dutyBody, dutyNowQuery, dutyPublishQuery } from '#contracts';
import type { DutyNowQuery, DutyNowView, DutyPublishQuery, DutyView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { onDuty } from '../domain/duty/on-duty.js';
import { DutyStore } from './duty-store.js';

/** Who is on call, and who is away. */
@Controller('api/v1/duty')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class DutyController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(DutyStore) private readonly store: DutyStore,
  ) {}

  @Get()
  get(): Promise<DutyView> {
    return this.store.view();
  }

  @Put()
  @Roles('supervisor', 'manager', 'admin')
  publish(
    @Body() body: unknown,
    @ZodQuery(dutyPublishQuery) { expectedVersion }: DutyPublishQuery,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<DutyView> {
    return this.store.publish(parseOrProblem(dutyBody, body), username, expectedVersion);
  }

  @Get('now')
  async now(@ZodQuery(dutyNowQuery) query: DutyNowQuery): Promise<DutyNowView> {
    const at = query.at === undefined ? this.runtime.clock.now() : Date.parse(query.at);
    const duty = await this.store.view();
    const rosters = duty.rosters.map(({ id }) => ({ roster: id, ...onDuty(duty, id, at) }));
    return { at: new Date(at).toISOString(), rosters };
  }
}
