import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ChurnCleared, ChurnWarned, SatisfactionScored, unversioned } from '#contracts';
import { effect, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import { deliveryBody } from './delivery-body.js';

const transport = serviceTransport('escalation');

/** What signals finds out is queued as it arrives: another service's log is not for this one to read on Kafka. */
@Controller()
export class SignalWebhooksController {
  @EventPattern<string>(SatisfactionScored.type, transport, effect())
  onScored(@Payload() event: StoredEvent, @Ctx() context: BatchContext): void {
    queueFor(event, context);
  }

  @EventPattern<string>(ChurnWarned.type, transport, effect())
  onWarned(@Payload() event: StoredEvent, @Ctx() context: BatchContext): void {
    queueFor(event, context);
  }

  @EventPattern<string>(ChurnCleared.type, transport, effect())
  onCleared(@Payload() event: StoredEvent, @Ctx() context: BatchContext): void {
    queueFor(event, context);
  }
}

/** A subscription hears what is recorded once it is there; another system's past is no news. */
function queueFor(event: StoredEvent, { tx }: BatchContext): void {
  if (event.headers['origin'] === 'import') return;
  const body = deliveryBody({ ...event, body: JSON.stringify(event.data) });
  const inserted = tx.query(
    `insert into webhook_deliveries (subscription_id, event_id, type, case_id, body, next_at, created_at)
     select id, $1, $2, $3, $4, $5, $5 from webhook_subscriptions
      where active and $6 = any(types) and heard_from <= $7
     on conflict do nothing`,
    [event.id, event.type, event.key, body, Date.now(), unversioned(event.type), event.recordedAt],
  );
  tx.settle(inserted);
}
