import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CasePartyDropped, CasePartyNamed } from '#contracts';
import type { DataOf } from '#contracts';
import { effect, RUNTIME, serviceTransport } from '#eventing';
import type { BatchContext, ServiceRuntime, StoredEvent } from '#eventing';
import type { InboundBatch } from '../inbound/inbound-batch.js';
import { normalisePhone } from '../domain/phone.js';
import { dropPartyPhone, keepPartyPhone } from './party-phone-rows.js';

const transport = serviceTransport('intake');

/** Keeps the phones of a case's parties beside the complaint, so that search finds it by any of them. */
@Controller()
export class PartyPhonesController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** Whoever is told anew without a phone has none any more; nothing is kept of a customer who was erased. */
  @EventPattern<string>(CasePartyNamed.type, transport, effect())
  async onNamed(
    @Payload() { data }: StoredEvent<DataOf<typeof CasePartyNamed>>,
    @Ctx() { tx }: BatchContext<InboundBatch>,
  ): Promise<void> {
    const [said] = data.phone ? await this.runtime.keys.open(tx, [data.phone]) : [];
    const phone = normalisePhone(said ?? '');
    if (!data.phone || phone.length < 4) await dropPartyPhone(tx, data);
    else await keepPartyPhone(tx, data, phone, data.phone.keyId);
  }

  @EventPattern<string>(CasePartyDropped.type, transport, effect())
  async onDropped(
    @Payload() { data }: StoredEvent<DataOf<typeof CasePartyDropped>>,
    @Ctx() { tx }: BatchContext<InboundBatch>,
  ): Promise<void> {
    await dropPartyPhone(tx, data);
  }
}
