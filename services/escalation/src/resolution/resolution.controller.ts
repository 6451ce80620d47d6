import { Controller, Get, Inject, Param } from '@nestjs/common';
import { actionListQuery } from '#contracts';
import type { ActionListQuery, ActionView, AuthorityView, ResolutionView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, recordViews, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { authorityOf } from '#sla';
import { accessOf } from '../access/access-of.js';
import { getCase } from '../cases/case-queries.js';
import { readTimeline } from '../cases/read-timeline.js';
import { withMaskedReach } from '../parties/mask-reach.js';
import { PolicyStore } from '../policies/policy-store.js';
import { listActions } from './action-rows.js';
import { toResolutionView } from './read-resolution.js';

/** How cases are settled, and what is to keep them from coming back. */
@Controller('api/v1')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class ResolutionController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PolicyStore) private readonly policies: PolicyStore,
  ) {}

  @Get('cases/:id/resolution')
  async resolution(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ResolutionView> {
    const { database, clock } = this.runtime;
    const { state } = await getCase(database, id, await accessOf(database, principal));
    await recordViews(database, [state.id], 'resolution', principal.username, clock.now());
    const timeline = await readTimeline(this.runtime, state.id);
    return toResolutionView(withMaskedReach(timeline, principal));
  }

  @Get('authority')
  async authority(@CurrentPrincipal() { roles }: Principal): Promise<AuthorityView> {
    await this.policies.ensure(this.runtime.database, []);
    const upTo = authorityOf(this.policies.book.current.authority, roles);
    return { upTo: upTo === Infinity ? null : upTo };
  }

  @Get('actions')
  async actions(
    @ZodQuery(actionListQuery) query: ActionListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: ActionView[]; next: string | null }> {
    const { database } = this.runtime;
    return listActions(database, query, await accessOf(database, principal));
  }
}
