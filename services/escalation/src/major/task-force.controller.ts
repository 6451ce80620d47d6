import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { TaskForceView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, recordViews, Roles } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { getCase } from '../cases/case-queries.js';
import { readTimeline } from '../cases/read-timeline.js';
import { toTaskForceView } from './read-task-force.js';

/** Who settles a major complaint, and who has a say in it. */
@Controller('api/v1/cases/:id/task-force')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class TaskForceController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async taskForce(
    @Param('id') reference: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<TaskForceView> {
    const { database, clock } = this.runtime;
    const { state } = await getCase(database, reference, await accessOf(database, principal));
    await recordViews(database, [state.id], 'task-force', principal.username, clock.now());
    return toTaskForceView(await readTimeline(this.runtime, state.id));
  }
}
