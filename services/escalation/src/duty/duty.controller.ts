import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { dutyBody, dutyNowQuery, dutyPublishQuery } from '#contracts';
import type { DutyNowQuery, DutyNowView, DutyPublishQuery, DutyView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { comingTurns } from '../domain/duty/coming-turns.js';
import { onDuty } from '../domain/duty/on-duty.js';
import { DutyStore } from './duty-store.js';

/** How many turns are told ahead: a week of those that last a day. */
const turnsAhead = 7;

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
    const rosters = duty.rosters.map(({ id }) => ({
      roster: id,
      ...onDuty(duty, id, at),
      next: comingTurns(duty, id, at, turnsAhead).map(({ from, to, ...called }) => ({
        ...called,
        ...{ from: new Date(from).toISOString(), to: new Date(to).toISOString() },
      })),
    }));
    return { at: new Date(at).toISOString(), rosters };
  }
}
