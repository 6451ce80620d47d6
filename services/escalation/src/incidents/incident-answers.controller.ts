import { Controller, Headers, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { incidentAnswerBody, uuid } from '#contracts';
import type { BulkCommandAnswer, IncidentAnswerBody, IncidentAnswerView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Problem, Roles, ZodBody } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { getCase } from '../cases/case-queries.js';
import { executeCommand, requireCommand } from '../cases/execute-command.js';
import { answerEach } from '../supervisors/command-each.js';
import { answerIncident } from './answer-incident.js';
import { listMessages } from './incident-message-rows.js';

/** One answer to all customers of a mass incident: a message for each, held and taken back together. */
@Controller('api/v1/cases/:id/incident/answers/:answer')
@Roles('supervisor', 'manager', 'admin')
export class IncidentAnswersController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Put()
  @HttpCode(207)
  async answer(
    @Param('id') reference: string,
    @Param('answer') given: string,
    @ZodBody(incidentAnswerBody) body: IncidentAnswerBody,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<IncidentAnswerView> {
    requireCommand('send-message', principal);
    const { runtime, parts } = this;
    const answer = parseOrProblem(uuid, given, 'answer');
    const access = await accessOf(runtime.database, principal);
    const { state: incident } = await getCase(runtime.database, reference, access);
    return answerIncident({ runtime, parts, principal, authorization, incident, answer, body });
  }

  /** What was taken back before stays so; what has left says that it has. */
  @Post('undo')
  @HttpCode(207)
  async undo(
    @Param('id') reference: string,
    @Param('answer') given: string,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<BulkCommandAnswer> {
    requireCommand('undo-message', principal);
    const { runtime, parts } = this;
    const answer = parseOrProblem(uuid, given, 'answer');
    const access = await accessOf(runtime.database, principal);
    const { state } = await getCase(runtime.database, reference, access);
    const messages = await listMessages(runtime.database, { incident: state.id, answer }, access);
    if (messages.length === 0) throw new Problem('not-found', { detail: 'no such answer' });
    const items = await answerEach(runtime, 'undo-message', messages, async (message) => {
      if (message.state === 'undone') return { status: 200 };
      const body = { messageId: message.messageId };
      const asked = [message.case, 'undo-message', body, principal, authorization] as const;
      const { version } = await executeCommand(runtime, parts, ...asked);
      return { status: 200, version };
    });
    return { items };
  }
}
