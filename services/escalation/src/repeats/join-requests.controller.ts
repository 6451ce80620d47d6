import { Controller, Inject, Param, Post } from '@nestjs/common';
import { joinRequestBody } from '#contracts';
import type { JoinRequestBody, JoinRequestView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, ZodBody } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { requireAgent } from '../agents/agents.js';
import { CaseBatch } from '../cases/case-batch.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { getCase } from '../cases/case-queries.js';
import { runCommand, sealTexts } from '../cases/execute-command.js';
import { allCases, maySee } from '../domain/access/case-access.js';

/** Asking to see a case of another unit: the one thing that may be asked of a case that is not shown. */
@Controller('api/v1/cases/:id/join-requests')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class JoinRequestsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Post()
  async request(
    @Param('id') reference: string,
    @ZodBody(joinRequestBody) body: JoinRequestBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<JoinRequestView> {
    const { database, clock } = this.runtime;
    const agent = agentOf(body, principal);
    const { id, number, customerId } = (await getCase(database, reference, allCases)).state;
    const access = await accessOf(database, { roles: ['agent'], agentId: agent });
    await database.transaction(async (tx) => {
      const batch = await CaseBatch.load(tx, [id], this.parts);
      await requireAgent(tx, agent, 'agent');
      const { state } = batch.get(id);
      if (state.stage !== 'none' && maySee(access, state)) {
        throw new Problem('illegal-transition', { detail: 'they see the case already' });
      }
      const sealed = body.note
        ? await sealTexts(this.runtime, tx, customerId, { note: body.note })
        : {};
      const by = principal.agentId ?? principal.username;
      runCommand(batch, id, { type: 'request-join', agent, ...sealed, by }, clock.now(), principal);
      batch.flush(tx);
    });
    return { number, agent };
  }
}

/** Supervisors ask for others too; agents for themselves. */
function agentOf({ agent }: JoinRequestBody, { agentId, roles }: Principal): string {
  const found = agent ?? agentId;
  if (found === undefined) {
    const message = 'this log-in is no agent: say for whom';
    throw new Problem('validation', { errors: [{ path: 'agent', rule: 'required', message }] });
  }
  const isOnlyAgent = roles.every((role) => role === 'agent');
  if (found === agentId || !isOnlyAgent) return found;
  throw new Problem('forbidden', { detail: 'agents ask for themselves' });
}
