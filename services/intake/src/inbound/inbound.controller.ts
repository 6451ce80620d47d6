import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  InboundCallback,
  InboundComplaint,
  InboundCustomer,
  InboundSurvey,
  type CustomerBody,
} from '#contracts';
import { effect, RUNTIME, serviceTransport } from '#eventing';
import type { BatchContext, ServiceRuntime, StoredEvent } from '#eventing';
import { Problem } from '#platform';
import { findCustomerErrors } from '../customers/find-customer-errors.js';
import { takeCustomer } from '../customers/register-customer.js';
import { inboundHeaders, refuseInbound, type InboundBatch } from './inbound-batch.js';

const transport = serviceTransport('intake');

/** What other systems publish to the inbound topics. The batch has filed it; here each record answers for itself. */
@Controller()
export class InboundController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @EventPattern<string>(InboundComplaint.type, transport, effect())
  onComplaint(@Payload() event: StoredEvent, @Ctx() context: BatchContext<InboundBatch>): void {
    this.settle(event, context);
  }

  @EventPattern<string>(InboundCallback.type, transport, effect())
  onCallback(@Payload() event: StoredEvent, @Ctx() context: BatchContext<InboundBatch>): void {
    this.settle(event, context);
  }

  @EventPattern<string>(InboundSurvey.type, transport, effect())
  onSurvey(@Payload() event: StoredEvent, @Ctx() context: BatchContext<InboundBatch>): void {
    this.settle(event, context);
  }

  @EventPattern<string>(InboundCustomer.type, transport, effect())
  async onCustomer(
    @Payload() event: StoredEvent<CustomerBody>,
    @Ctx() context: BatchContext<InboundBatch>,
  ): Promise<void> {
    const errors = findCustomerErrors(event.data);
    if (errors.length > 0) refuseInbound(new Problem('validation', { errors }));
    const { tx, now } = context;
    await takeCustomer(tx, this.runtime, event.data, inboundHeaders(event), now);
  }

  private settle(event: StoredEvent, context: BatchContext<InboundBatch>): void {
    context.scope.settle(event);
  }
}
