import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { channelBody, mailListQuery, uuid } from '#contracts';
import type { ChannelBody, ChannelView, MailListQuery, MailView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { AlertMailSender } from './alert-mail-sender.js';
import { findChannels, keepChannel, listMails, redriveMails } from './channel-rows.js';

/** Where people have their alerts mailed to, each their own; and how the mails go. */
@Controller('api/v1/channels')
@Roles('manager', 'admin')
export class ChannelsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(AlertMailSender) private readonly sender: AlertMailSender,
  ) {}

  @Get('own')
  @Roles('agent', 'supervisor', 'manager', 'admin')
  async own(@CurrentPrincipal() { sub }: Principal): Promise<ChannelView> {
    const [found] = await findChannels(this.runtime.database, { subject: sub });
    if (!found) throw new Problem('not-found', { detail: 'no address is kept for you' });
    return found;
  }

  @Put('own')
  @Roles('agent', 'supervisor', 'manager', 'admin')
  async keep(
    @ZodBody(channelBody) body: ChannelBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ChannelView> {
    this.refuse(principal);
    await this.runtime.database.transaction((tx) => keepChannel(tx, principal, body, Date.now()));
    this.sender.lookAgain();
    return this.own(principal);
  }

  @Delete('own')
  @Roles('agent', 'supervisor', 'manager', 'admin')
  @HttpCode(204)
  async end(@CurrentPrincipal() principal: Principal): Promise<void> {
    await this.remove((await this.own(principal)).id);
  }

  @Get()
  async list(): Promise<{ items: ChannelView[] }> {
    return { items: await findChannels(this.runtime.database) };
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id') id: string): Promise<void> {
    const found = await this.find(id);
    await this.runtime.database.query(`delete from alert_channels where id = $1`, [found.id]);
  }

  /** Also where there is none, so that whoever asks again knows that it has ended. */
  @Delete('of/:account')
  @HttpCode(204)
  async endOf(@Param('account') account: string): Promise<void> {
    await this.runtime.database.query(`delete from alert_channels where subject = $1`, [account]);
  }

  @Get(':id/deliveries')
  async deliveries(
    @Param('id') id: string,
    @ZodQuery(mailListQuery) query: MailListQuery,
  ): Promise<{ items: MailView[]; next: string | null }> {
    return listMails(this.runtime.database, (await this.find(id)).id, query);
  }

  @Post(':id/redrive')
  @HttpCode(200)
  async redrive(@Param('id') id: string): Promise<{ redriven: number }> {
    const found = await this.find(id);
    const redriven = await redriveMails(this.runtime.database, found.id, Date.now());
    this.sender.lookAgain();
    return { redriven };
  }

  private refuse({ kind }: Principal): void {
    const refused = (path: string, rule: string, message: string) =>
      new Problem('validation', { errors: [{ path, rule, message }] });
    if (!this.sender.isSetUp) throw refused('email', 'no-mail-server', 'SMTP_URL is not set');
    if (kind !== 'user') throw refused('', 'no-person', 'an API key has no mailbox');
  }

  private async find(id: string): Promise<ChannelView> {
    const [found] = uuid.safeParse(id).success
      ? await findChannels(this.runtime.database, { id })
      : [];
    if (!found) throw new Problem('not-found', { detail: `no channel ${id}` });
    return found;
  }
}
