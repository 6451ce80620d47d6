import { Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { incidentCommandBody } from '#contracts';
import type { BulkCommandAnswer, IncidentCommandBody, IncidentView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodBody } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { getCase } from '../cases/case-queries.js';
import { requireCommand } from '../cases/execute-command.js';
import { commandEach } from '../supervisors/command-each.js';
import type { AskedCase } from '../supervisors/command-each.js';
import { listAnswers } from './incident-message-rows.js';
import { listIncidentCases } from './incident-rows.js';
import { readTold } from './incident-told-rows.js';

/** Many cases with one cause, answered and closed together. */
@Controller('api/v1/cases/:id/incident')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class IncidentsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Get()
  async incident(
    @Param('id') reference: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<IncidentView> {
    const { database } = this.runtime;
    const access = await accessOf(database, principal);
    const { state, version } = await getCase(database, reference, access);
    const { id, number, stage, status, owner = null, dimensions } = state;
    const { unit = null, channel } = dimensions;
    const toldAt = await readTold(database, id);
    const cases = await listIncidentCases(database, id, access);
    return {
      incident: { id, number, stage, status, owner, unit, channel, version, toldAt: toldAt(id) },
      total: state.incidentCases ?? 0,
      cases: cases.map((one) => ({ ...one, toldAt: toldAt(one.id) })),
      answers: await listAnswers(database, id, access),
    };
  }

  /** The one that stands for the incident comes last, so that it closes when all the others have. */
  @Post('commands/:command')
  @Roles('supervisor', 'manager', 'admin')
  @HttpCode(207)
  async command(
    @Param('id') reference: string,
    @Param('command') command: string,
    @ZodBody(incidentCommandBody) { body }: IncidentCommandBody,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<BulkCommandAnswer> {
    requireCommand(command, principal);
    const { runtime, parts } = this;
    const access = await accessOf(runtime.database, principal);
    const { state } = await getCase(runtime.database, reference, access);
    const members = await listIncidentCases(runtime.database, state.id, access);
    const cases = members.map(({ id }) => ({ case: id }));
    const each = (asked: readonly AskedCase[]) =>
      commandEach(runtime, parts, command, asked, body, principal, authorization);
    const items = await each(cases);
    const [last] = await each([{ case: state.id }]);
    return { items: [...items, { ...last!, index: items.length }] };
  }
}
