import { Controller, Get, Inject } from '@nestjs/common';
import { recordedClocksQuery } from '#contracts';
import type { RecordedClocksQuery, RecordedClockView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Roles, ZodQuery } from '#platform';
import { listRecordedClocks } from './recorded-clocks.js';

/** Recorded clocks, to be replayed against another policy. */
@Controller('api/v1/clocks')
@Roles('supervisor', 'manager', 'admin')
export class ClocksController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  list(
    @ZodQuery(recordedClocksQuery) query: RecordedClocksQuery,
  ): Promise<{ items: RecordedClockView[]; next: string | null }> {
    return listRecordedClocks(this.runtime.database, query);
  }
}
