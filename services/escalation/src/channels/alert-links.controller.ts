import { Controller, Get, Header, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AlertView, LinkAnswer } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem, Public } from '#platform';
import type { Principal } from '#platform';
import { alertAccessOf } from '../alerts/alert-access.js';
import { acknowledgeAlert } from '../alerts/acknowledge-alert.js';
import { getAlert } from '../alerts/alert-views.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { DutyStore } from '../duty/duty-store.js';
import { openLink } from './acknowledge-link.js';
import { findOwner } from './channel-rows.js';
import { linkPage, staleLinkPage } from './link-page.js';

interface Opened {
  alert: AlertView;
  principal: Principal;
}

/** The links in mails: they take on one alert, as whom they were mailed to, until that channel ends. */
@Controller('api/v1/alert-links')
export class AlertLinksController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
    @Inject(DutyStore) private readonly duty: DutyStore,
  ) {}

  /** Changes nothing: mail programs look at links before people do. */
  @Get(':token')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-store')
  async page(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const opened = await this.open(token);
    if (opened) return linkPage(opened.alert);
    void reply.status(404);
    return staleLinkPage;
  }

  @Post(':token')
  @Public()
  @HttpCode(200)
  async acknowledge(@Param('token') token: string): Promise<LinkAnswer> {
    const opened = await this.open(token);
    if (!opened) throw new Problem('not-found', { detail: 'this link is no longer valid' });
    const { number, acknowledgedAt, acknowledgedBy } =
      opened.alert.acknowledgedAt === null
        ? await acknowledgeAlert(
            this.runtime,
            this.parts,
            this.duty,
            opened.alert.id,
            opened.principal,
          )
        : opened.alert;
    return { number, acknowledgedAt: acknowledgedAt!, acknowledgedBy: acknowledgedBy! };
  }

  private async open(token: string): Promise<Opened | undefined> {
    const { config, database } = this.runtime;
    const subject = openLink(config.masterKey, token, Date.now());
    if (!subject) return undefined;
    const principal = await findOwner(database, subject.channelId);
    if (!principal) return undefined;
    const access = await alertAccessOf(database, principal);
    const alert = await getAlert(
      database,
      subject.alertId,
      access,
      this.parts.policies,
      this.duty,
    ).catch(unlessSeen);
    return alert && { alert, principal };
  }
}

/** A case that is its reader's no more is nothing to whoever has the link. */
function unlessSeen(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}
