import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { PartiesView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, recordViews, Roles } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { getCase } from '../cases/case-queries.js';
import { readTimeline } from '../cases/read-timeline.js';
import { withMaskedReach } from './mask-reach.js';
import { toPartiesView } from './read-parties.js';

/** Who takes part in a complaint beside the customer whose it is. */
@Controller('api/v1/cases/:id/parties')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class PartiesController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async parties(
    @Param('id') reference: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<PartiesView> {
    const { database, clock } = this.runtime;
    const { state } = await getCase(database, reference, await accessOf(database, principal));
    await recordViews(database, [state.id], 'parties', principal.username, clock.now());
    const timeline = await readTimeline(this.runtime, state.id);
    return toPartiesView(withMaskedReach(timeline, principal), state);
  }
}
