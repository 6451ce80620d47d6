import { Controller, Get, Inject } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Public } from '#platform';

/** The application's clock, which every deadline is measured by. */
@Controller('api/v1/time')
export class TimeController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  @Public()
  time(): { now: string; factor: number } {
    const { clock } = this.runtime;
    return { now: new Date(clock.now()).toISOString(), factor: clock.factor ?? 1 };
  }
}
