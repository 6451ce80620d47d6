import { Controller, Get, Headers, Inject, Param } from '@nestjs/common';
import type { CaseRepeatsView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { getCase } from '../cases/case-queries.js';
import { answerOf, isRequired } from '../domain/repeats/likely-repeats.js';
import { askLikelyRepeats, toLikelyRepeat } from './ask-repeats.js';

/** What a case may repeat, and what was said of it: the same look as commands take that ask for an answer. */
@Controller('api/v1/cases/:id/repeats')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class CaseRepeatsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Get()
  async repeats(
    @Param('id') reference: string,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<CaseRepeatsView> {
    const { database } = this.runtime;
    const { policies } = this.parts;
    const { state } = await getCase(database, reference, await accessOf(database, principal));
    const found = await askLikelyRepeats(this.runtime, state.id, authorization);
    await policies.ensure(database, [state.policyVersion]);
    const context = { policies: policies.book };
    return {
      items: found.map((view) => {
        const one = toLikelyRepeat(view);
        const required = isRequired(one, state, context);
        return { ...view, answer: answerOf(one, state), isRequired: required };
      }),
    };
  }
}
