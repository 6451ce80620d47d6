import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { caseReference, repeatQuery } from '#contracts';
import type { RepeatsView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { Asker, ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Problem, Roles } from '#platform';
import type { Principal } from '#platform';
import { requireVisible, visibilityOf } from '../access/seen-complaints.js';
import { findPhoneErrors, phoneSpellings } from '../domain/phone.js';
import { findComplaint, findEarlier } from './find-earlier.js';
import type { RepeatScope } from './find-earlier.js';
import { judgeRepeats, toRepeatView } from './judge-repeats.js';

const dayMs = 86_400_000;
const usualDays = 90;

/** What a complaint repeats, asked while it is taken or of one that is filed. */
@Controller('api/v1/complaints')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class RepeatsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** The text is read and forgotten. Numbers and codes go out, no one's words, so nobody's view is noted. */
  @Post('repeats')
  @HttpCode(200)
  async find(
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<RepeatsView> {
    const { customerId, phone, days, ...asked } = parseOrProblem(repeatQuery, body);
    const errors = findPhoneErrors(phone, 'phone');
    if (errors.length > 0) throw new Problem('validation', { errors });
    const { clock, keys } = this.runtime;
    const spellings = phone === undefined ? [] : phoneSpellings(phone);
    const lookupHashes = spellings.map((spelling) => keys.lookupHash(spelling));
    const scope = { customerId, lookupHashes, since: new Date(clock.now() - days * dayMs) };
    return this.judge(asked, scope, { principal, authorization });
  }

  /** Of those in the 90 days before it: what came by mail or from another system is asked like this. */
  @Get(':id/repeats')
  async ofComplaint(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<RepeatsView> {
    if (!caseReference.safeParse(id).success) throw new Problem('not-found');
    const complaint = await findComplaint(this.runtime.database, id);
    if (!complaint) throw new Problem('not-found', { detail: `no complaint ${id}` });
    const asker = { principal, authorization };
    await requireVisible(this.runtime, complaint, asker);
    const { complaintId, customerId, statement, product, received } = complaint;
    const since = new Date(received - usualDays * dayMs);
    const scope = { customerId, since, before: { received, complaintId } };
    return this.judge({ statement, ...(product !== null && { product }) }, scope, asker);
  }

  private async judge(
    asked: { statement: string; product?: string },
    scope: RepeatScope,
    asker: Asker,
  ): Promise<RepeatsView> {
    const earlier = await findEarlier(this.runtime.database, scope);
    const { byCustomer, items } = judgeRepeats(asked, earlier);
    const visibility = await visibilityOf(this.runtime, items, asker);
    return {
      byCustomer,
      items: items.map((item) => toRepeatView(item, visibility(item.complaintId) !== 'seen')),
    };
  }
}
