import { Controller, Get, Inject } from '@nestjs/common';
import { recordedClocksQuery } from '#contracts';
import type { RecordedClocksQuery, RecordedClockView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { listRecordedClocks } from './recorded-clocks.js';

/** Recorded clocks, to be replayed against another policy. */
@Controller('api/v1/clocks')
@Roles('supervisor', 'manager', 'admin')
export class ClocksController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async list(
    @ZodQuery(recordedClocksQuery) query: RecordedClocksQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: RecordedClockView[]; next: string | null }> {
    const { database } = this.runtime;
    return listRecordedClocks(database, query, await accessOf(database, principal));
  }
}
