import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { ProjectionView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ProjectionRebuild, ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles } from '#platform';
import type { Principal } from '#platform';

const iso = (instant: number | undefined) =>
  instant === undefined ? null : new Date(instant).toISOString();

function toView(projections: ProjectionRebuild): ProjectionView {
  const { startedAt, finishedAt, failure, ...status } = projections.status();
  return {
    ...status,
    startedAt: iso(startedAt),
    finishedAt: iso(finishedAt),
    failure: failure ?? null,
  };
}

/** The read models behind the reports, and their rebuilding from the logs. */
@Controller('api/v1/projections')
@Roles('manager', 'admin')
export class ProjectionsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  list(): { items: ProjectionView[] } {
    return { items: [toView(this.projections())] };
  }

  @Post(':name/rebuild')
  @HttpCode(202)
  @Roles('admin')
  rebuild(
    @Param('name') name: string,
    @CurrentPrincipal() { username }: Principal,
  ): ProjectionView {
    const projections = this.projections();
    const known = projections.status().name;
    if (name !== known) {
      throw new Problem('not-found', { detail: `no projection of that name; there is ${known}` });
    }
    if (!projections.start(username)) {
      throw new Problem('illegal-transition', { detail: 'it is being rebuilt already' });
    }
    return toView(projections);
  }

  private projections(): ProjectionRebuild {
    const { projections } = this.runtime;
    if (!projections) throw new Problem('unavailable', { detail: 'the service is starting' });
    return projections;
  }
}
