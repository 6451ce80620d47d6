import { Controller, Get, Headers, Inject, Param, Post } from '@nestjs/common';
import { addedFactsBody, amendmentBody, caseReference } from '#contracts';
import type { AddedFactsBody, AmendmentBody, ComplaintChangeView } from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, recordViews, Roles, ZodBody } from '#platform';
import type { Principal, Tx } from '#platform';
import { requireVisible } from '../access/seen-complaints.js';
import { actorOf, eventHeaders } from '../filing/read-filing.js';
import { findComplaint } from '../repeats/find-earlier.js';
import { addFacts, amendComplaint } from './change-complaint.js';
import type { Changer } from './change-complaint.js';
import { listChanges, toChangeView } from './change-rows.js';
import type { ComplaintChange } from './change-rows.js';

/** What changed of a complaint after it was filed, by whoever works on it. */
@Controller('api/v1/complaints/:id')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class ChangesController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Post('amendments')
  async amend(
    @Param('id') reference: string,
    @ZodBody(amendmentBody) body: AmendmentBody,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<ComplaintChangeView> {
    const id = await this.find(reference, principal, authorization);
    return this.change(principal, (tx, changer) =>
      amendComplaint(tx, this.runtime, id, body, changer),
    );
  }

  @Post('facts')
  async addFacts(
    @Param('id') reference: string,
    @ZodBody(addedFactsBody) body: AddedFactsBody,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<ComplaintChangeView> {
    const id = await this.find(reference, principal, authorization);
    return this.change(principal, (tx, changer) => addFacts(tx, this.runtime, id, body, changer));
  }

  @Get('changes')
  async changes(
    @Param('id') reference: string,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<{ items: ComplaintChangeView[] }> {
    const { database, clock } = this.runtime;
    const id = await this.find(reference, principal, authorization);
    await recordViews(database, [id], 'complaint', principal.username, clock.now());
    return { items: await listChanges(database, id) };
  }

  private async change(
    principal: Principal,
    run: (tx: Tx, changer: Changer) => Promise<ComplaintChange>,
  ): Promise<ComplaintChangeView> {
    const { database, clock } = this.runtime;
    const by = principal.agentId ?? principal.username;
    const changer = { by, headers: eventHeaders(actorOf(principal)), now: clock.now() };
    const change = await database.transaction((tx) => run(tx, changer));
    return toChangeView(change);
  }

  private async find(
    reference: string,
    principal: Principal,
    authorization: string,
  ): Promise<string> {
    if (!caseReference.safeParse(reference).success) throw new Problem('not-found');
    const complaint = await findComplaint(this.runtime.database, reference);
    if (!complaint) throw new Problem('not-found', { detail: `no complaint ${reference}` });
    await requireVisible(this.runtime, complaint, { principal, authorization });
    return complaint.complaintId;
  }
}
