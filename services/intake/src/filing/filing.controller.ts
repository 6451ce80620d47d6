import { Body, Controller, Headers, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, type Principal } from '#platform';
import type { FilingKind } from '../domain/filing-item.js';
import { CoalescedWriter } from './coalesced-writer.js';
import type { FilingAnswer } from './file-requests.js';
import { givesAway, holdToAuthority } from './hold-to-authority.js';
import { scopeOf } from './idempotency-keys.js';
import { readWait, waitForCase } from './prefer-wait.js';
import { actorOf, readFiling } from './read-filing.js';

type RequestHeaders = Record<string, string | undefined>;

/** `POST /api/v1/complaints|callbacks|surveys`: one body or an array; 2xx only after the commit. */
@Controller('api/v1')
@Roles('agent', 'supervisor', 'admin')
export class FilingController {
  constructor(
    @Inject(CoalescedWriter) private readonly writer: CoalescedWriter,
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
  ) {}

  @Post('complaints')
  async complaints(
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const given = await this.file('complaint', body, headers, principal);
    const waitMs = readWait(headers['prefer']);
    if (waitMs !== undefined && given.status === 201) await this.addCase(given, headers, waitMs);
    if (waitMs !== undefined) reply.header('preference-applied', 'wait');
    return send(reply, given);
  }

  @Post('callbacks')
  async callbacks(
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return send(reply, await this.file('callback', body, headers, principal));
  }

  @Post('surveys')
  async surveys(
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return send(reply, await this.file('survey', body, headers, principal));
  }

  private async file(
    kind: FilingKind,
    body: unknown,
    headers: RequestHeaders,
    principal: Principal,
  ): Promise<FilingAnswer> {
    const caller = {
      actor: actorOf(principal),
      scope: scopeOf(principal.sub, kind),
      key: headers['idempotency-key'],
    };
    const read = readFiling(kind, body, caller, this.runtime.clock.now());
    const authorization = headers['authorization'] ?? '';
    const request = givesAway(read)
      ? await holdToAuthority(this.runtime, read, authorization)
      : read;
    // Other systems keep no drafts.
    if (kind === 'complaint' && principal.kind === 'user') request.writer = principal.sub;
    return this.writer.submit(request);
  }

  /** The kept answer never holds the case: a replay looks it up afresh. */
  private async addCase(
    given: FilingAnswer,
    headers: RequestHeaders,
    waitMs: number,
  ): Promise<void> {
    const body = given.body as { caseId: string };
    const { peers, signal } = this.runtime;
    const authorization = headers['authorization'] ?? '';
    const until = AbortSignal.any([AbortSignal.timeout(waitMs), signal.ended]);
    const opened = await waitForCase(peers, body.caseId, authorization, until);
    if (opened === undefined) given.status = 202;
    else given.body = { ...body, case: opened };
  }
}

function send(reply: FastifyReply, { status, body, replayed, problem }: FilingAnswer): unknown {
  if (problem) throw problem;
  reply.status(status);
  if (replayed) reply.header('idempotency-replayed', 'true');
  return body;
}
