import { Controller, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { splitBody } from '#contracts';
import type { SplitBody } from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodBody, type Principal } from '#platform';
import { requireVisible } from '../access/seen-complaints.js';
import { CoalescedWriter } from './coalesced-writer.js';
import { findComplaint } from './find-complaint.js';
import { actorOf, readFiling } from './read-filing.js';

type RequestHeaders = Record<string, string | undefined>;

/** A complaint that holds several matters: each goes on by itself. */
@Controller('api/v1/complaints')
@Roles('agent', 'supervisor', 'admin')
export class SplitController {
  constructor(
    @Inject(CoalescedWriter) private readonly writer: CoalescedWriter,
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
  ) {}

  /** The part was received when the whole was: no promise gets younger by splitting it off. */
  @Post(':id/split')
  @HttpCode(201)
  async split(
    @Param('id') id: string,
    @ZodBody(splitBody) { reason, ...part }: SplitBody,
    @Headers() headers: RequestHeaders,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { database, clock } = this.runtime;
    const whole = await findComplaint(database, id);
    const authorization = headers['authorization'] ?? '';
    await requireVisible(this.runtime, whole, { principal, authorization });
    const { organisation } = whole;
    const body = {
      ...(organisation !== null && { organisation }),
      ...part,
      ...{ channel: whole.channel, customer: { id: whole.customerId } },
      receivedAt: new Date(Math.round(whole.received)).toISOString(),
    };
    const caller = {
      actor: actorOf(principal),
      scope: `${principal.sub} split ${whole.complaintId}`,
      key: headers['idempotency-key'],
    };
    const splitFrom = { complaintId: whole.complaintId, number: whole.number, reason };
    const request = readFiling('complaint', body, caller, clock.now());
    const given = await this.writer.submit({ ...request, splitFrom });
    if (given.problem) throw given.problem;
    if (given.replayed) reply.header('idempotency-replayed', 'true');
    return given.body;
  }
}
