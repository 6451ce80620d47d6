import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { presenceBody, presenceQuery } from '#contracts';
import type { PresenceBody, PresenceHeldView, PresenceQuery, PresenceView } from '#contracts';
import { beginEventStream, RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { hiddenCases } from '../access/seen-cases.js';
import { getCase } from '../cases/case-queries.js';
import type { StoredCase } from '../cases/case-queries.js';
import { PresenceWatch } from './presence-watch.js';
import { endPresence, holdPresence, readPresence } from './presence-rows.js';
import { addSeen, readSeen } from './seen-rows.js';

const heartbeatMs = 15_000;

/** Who looks at a case or writes in it, so that two people do not answer one customer. */
@Controller('api/v1')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class PresenceController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PresenceWatch) private readonly watch: PresenceWatch,
  ) {}

  @Post('cases/:id/presence')
  @HttpCode(200)
  async hold(
    @Param('id') reference: string,
    @ZodBody(presenceBody) { doing, seen }: PresenceBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<PresenceHeldView> {
    const { database } = this.runtime;
    const { state, version } = await this.get(reference, principal);
    const of = [database, state.id, principal.username] as const;
    await holdPresence(database, state.id, principal, doing);
    const mark = await (seen ? addSeen(...of, seen, version) : readSeen(...of));
    return { ...(await this.view(state.id)), seen: mark };
  }

  @Delete('cases/:id/presence')
  async leave(
    @Param('id') reference: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<PresenceView> {
    const id = await this.find(reference, principal);
    await endPresence(this.runtime.database, id, principal.username);
    return this.view(id);
  }

  /** Who sees the case is asked again before each telling: the stream of one who lost it ends. */
  @Get('streams/presence')
  async stream(
    @ZodQuery(presenceQuery) query: PresenceQuery,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { database, signal, logger } = this.runtime;
    const id = await this.find(query.case, principal);
    const response = beginEventStream(reply);
    if (!response) return;
    // It may have been ended meanwhile, here or with the sign-in.
    const write = (text: string) => response.writableEnded || response.write(text);
    write(': connected\n\n');
    const send = async (view: PresenceView) => {
      const hidden = await hiddenCases(database, [id], await accessOf(database, principal));
      if (hidden.size > 0) response.end();
      else write(`event: presence\ndata: ${JSON.stringify(view)}\n\n`);
    };
    // One after the other, as they happened.
    let sent = Promise.resolve();
    const stop = this.watch.read(id, (view) => {
      sent = sent
        .then(() => send(view))
        .catch((error: unknown) => {
          logger.warn({ err: error }, 'presence not told');
          response.end();
        });
    });
    const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs).unref();
    const end = () => response.end();
    signal.ended.addEventListener('abort', end);
    await new Promise<void>((resolve) => response.once('close', resolve));
    clearInterval(heartbeat);
    signal.ended.removeEventListener('abort', end);
    stop();
  }

  private async find(reference: string, principal: Principal): Promise<string> {
    return (await this.get(reference, principal)).state.id;
  }

  private async get(reference: string, principal: Principal): Promise<StoredCase> {
    const { database } = this.runtime;
    return getCase(database, reference, await accessOf(database, principal));
  }

  private async view(caseId: string): Promise<PresenceView> {
    void this.watch.look();
    const found = await readPresence(this.runtime.database, [caseId]);
    return { caseId, viewers: found.get(caseId)! };
  }
}
