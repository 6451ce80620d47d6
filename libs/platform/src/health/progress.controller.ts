import { Controller, Get, Inject } from '@nestjs/common';
import type { ProgressView } from '#contracts';
import { CurrentPrincipal, Roles } from '../auth/decorators.js';
import type { Principal } from '../auth/principal.js';
import { HealthRegistry } from './health-registry.js';

/** Beside the probes, which are open and say no more than whether something is wrong. */
@Controller('health/progress')
@Roles('manager', 'admin')
export class ProgressController {
  constructor(@Inject(HealthRegistry) private readonly health: HealthRegistry) {}

  @Get()
  progress(@CurrentPrincipal() asker: Principal): Promise<ProgressView> {
    return this.health.progress.read(asker);
  }
}
