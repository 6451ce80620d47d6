import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { CurrentPrincipal, Roles } from '#platform';
import type { Principal } from '#platform';
import type { Policy } from '#sla';
import { PolicyStore } from './policy-store.js';

/** Policies as data: which clocks a case gets. */
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(@Inject(PolicyStore) private readonly policies: PolicyStore) {}

  @Get()
  @Roles('supervisor', 'manager', 'admin')
  async list(): Promise<{ items: Policy[] }> {
    await this.policies.refresh();
    return { items: [this.policies.book.current] };
  }

  @Put()
  @Roles('manager', 'admin')
  publish(@Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<Policy> {
    return this.policies.publish(body, principal.username);
  }
}
