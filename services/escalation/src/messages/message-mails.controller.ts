import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { messageMailListQuery, uuid } from '#contracts';
import type { MessageMailListQuery, MessageMailView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { listMessageMails, redriveMessage } from './message-mail-queue.js';
import { MessageMailSender } from './message-mail-sender.js';

/** How mails to customers went, and another try of those that were given up. */
@Controller('api/v1/message-mails')
export class MessageMailsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(MessageMailSender) private readonly sender: MessageMailSender,
  ) {}

  @Get()
  @Roles('agent', 'supervisor', 'manager', 'admin')
  async list(
    @ZodQuery(messageMailListQuery) query: MessageMailListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: MessageMailView[]; next: string | null }> {
    const { database } = this.runtime;
    return listMessageMails(database, query, await accessOf(database, principal));
  }

  @Post(':id/redrive')
  @Roles('supervisor', 'manager', 'admin')
  @HttpCode(204)
  async redrive(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    const { database } = this.runtime;
    const access = await accessOf(database, principal);
    const isParked =
      uuid.safeParse(id).success && (await redriveMessage(database, id, Date.now(), access));
    if (!isParked) throw new Problem('not-found', { detail: `no parked mail ${id}` });
    this.sender.lookAgain();
  }
}
