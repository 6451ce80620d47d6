import { Controller, Get, Inject, Param } from '@nestjs/common';
import { orderListQuery } from '#contracts';
import type { CaseOrdersView, OrderListQuery, OrderView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, recordViews, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf, ownUnitsOf } from '../access/access-of.js';
import { getCase } from '../cases/case-queries.js';
import { readTimeline } from '../cases/read-timeline.js';
import { listOrders } from './order-rows.js';
import { toOrdersView } from './read-orders.js';

/** What units are asked for beside the unit that has the case. */
@Controller('api/v1')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class OrdersController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get('cases/:id/orders')
  async ofCase(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CaseOrdersView> {
    const { database, clock } = this.runtime;
    const { state } = await getCase(database, id, await accessOf(database, principal));
    await recordViews(database, [state.id], 'orders', principal.username, clock.now());
    return toOrdersView(await readTimeline(this.runtime, state.id));
  }

  @Get('orders')
  async orders(
    @ZodQuery(orderListQuery) query: OrderListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: OrderView[]; next: string | null }> {
    const { database } = this.runtime;
    const access = await accessOf(database, principal);
    const own = query.mine === 'true' ? await ownUnitsOf(database, principal, access) : undefined;
    return listOrders(database, query, access, own);
  }
}
