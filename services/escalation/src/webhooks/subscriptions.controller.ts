import { lookup } from 'node:dns/promises';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
} from '@nestjs/common';
import {
  deliveryListQuery,
  deliveryRedrive,
  subscriptionBody,
  subscriptionChange,
  uuid,
} from '#contracts';
import type {
  DeliveryListQuery,
  DeliveryRedrive,
  DeliveryView,
  SubscriptionBody,
  SubscriptionChange,
  SubscriptionMade,
  SubscriptionView,
} from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Problem, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { isPublicAddress, literalAddress } from './public-target.js';
import { secretOf } from './sign-webhook.js';
import {
  findSubscriptions,
  insertSubscription,
  listDeliveries,
  redriveDeliveries,
  switchSubscription,
} from './subscription-rows.js';
import type { StoredSubscription } from './subscription-rows.js';
import { WebhookSender } from './webhook-sender.js';

/** Webhooks: who is sent which events, and how that goes. */
@Controller('api/v1/subscriptions')
@Roles('manager', 'admin')
export class SubscriptionsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(WebhookSender) private readonly sender: WebhookSender,
  ) {}

  @Get()
  async list(): Promise<{ items: SubscriptionView[] }> {
    const found = await findSubscriptions(this.runtime.database);
    return { items: found.map(({ view }) => view) };
  }

  @Post()
  async make(
    @ZodBody(subscriptionBody) body: SubscriptionBody,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<SubscriptionMade> {
    await this.refuseTarget(new URL(body.url));
    const { database, clock } = this.runtime;
    const id = await database.transaction((tx) =>
      insertSubscription(tx, body, username, clock.now()),
    );
    this.sender.lookAgain();
    return this.withSecret(await this.find(id));
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<SubscriptionView> {
    return (await this.find(id)).view;
  }

  @Patch(':id')
  async change(
    @Param('id') id: string,
    @ZodBody(subscriptionChange) { active }: SubscriptionChange,
  ): Promise<SubscriptionView> {
    const { view } = await this.find(id);
    const { database, clock } = this.runtime;
    await database.transaction((tx) => switchSubscription(tx, view.id, active, clock.now()));
    this.sender.lookAgain();
    return (await this.find(id)).view;
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id') id: string): Promise<void> {
    const { view } = await this.find(id);
    await this.runtime.database.query(`delete from webhook_subscriptions where id = $1`, [view.id]);
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  async rotate(@Param('id') id: string): Promise<SubscriptionMade> {
    const { view } = await this.find(id);
    await this.runtime.database.query(
      `update webhook_subscriptions set secret_version = secret_version + 1 where id = $1`,
      [view.id],
    );
    return this.withSecret(await this.find(id));
  }

  @Get(':id/deliveries')
  async deliveries(
    @Param('id') id: string,
    @ZodQuery(deliveryListQuery) query: DeliveryListQuery,
  ): Promise<{ items: DeliveryView[]; next: string | null }> {
    const { view } = await this.find(id);
    return listDeliveries(this.runtime.database, view.id, query);
  }

  @Post(':id/redrive')
  @HttpCode(200)
  async redrive(@Param('id') id: string, @Body() body: unknown): Promise<{ redriven: number }> {
    const { eventIds }: DeliveryRedrive = parseOrProblem(deliveryRedrive, body ?? {});
    const { view } = await this.find(id);
    const redriven = await redriveDeliveries(this.runtime.database, view.id, eventIds, Date.now());
    this.sender.lookAgain();
    return { redriven };
  }

  private async find(id: string): Promise<StoredSubscription> {
    const [found] = uuid.safeParse(id).success
      ? await findSubscriptions(this.runtime.database, id)
      : [];
    if (!found) throw new Problem('not-found', { detail: `no subscription ${id}` });
    return found;
  }

  private withSecret({ view, secretVersion }: StoredSubscription): SubscriptionMade {
    const secret = secretOf(this.runtime.config.masterKey, view.id, secretVersion);
    return { ...view, secret };
  }

  /** Says at once what every attempt would meet; a name that is not known yet may become so. */
  private async refuseTarget(url: URL): Promise<void> {
    if (this.runtime.config.allowPrivateTargets) return;
    const refused = (rule: string, message: string) =>
      new Problem('validation', { errors: [{ path: 'url', rule, message }] });
    if (url.protocol !== 'https:') {
      throw refused(
        'https',
        'must be an https address, unless WEBHOOK_PRIVATE_TARGETS allows others',
      );
    }
    const literal = literalAddress(url);
    const addresses = literal
      ? [literal]
      : (await lookup(url.hostname, { all: true }).catch(() => [])).map(({ address }) => address);
    if (addresses.every(isPublicAddress)) return;
    throw refused(
      'private-target',
      'leads to an address that is not of the public internet, which WEBHOOK_PRIVATE_TARGETS may allow',
    );
  }
}
