import { Controller, Get, Inject } from '@nestjs/common';
import { caseAccessQuery } from '#contracts';
import type { CaseAccessQuery, CaseAccessView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from './access-of.js';
import { hiddenCases } from './seen-cases.js';

/** Which cases the caller sees: services that show parts of cases ask here, with their caller's token. */
@Controller('api/v1/cases/access')
@Roles('agent', 'supervisor', 'manager', 'admin', 'bi')
export class AccessController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async ask(
    @ZodQuery(caseAccessQuery) { ids }: CaseAccessQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CaseAccessView> {
    const { database } = this.runtime;
    const hidden = await hiddenCases(database, ids, await accessOf(database, principal));
    const open = await database.query<{ id: string }>(
      `select id from cases where id = any($1::uuid[])`,
      [ids],
    );
    const seen = open.flatMap(({ id }) => (hidden.has(id) ? [] : id));
    return { seen, hidden: [...hidden] };
  }
}
