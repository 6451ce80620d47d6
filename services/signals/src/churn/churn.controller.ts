import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CaseReopened, ClockBreached, ComplaintRegistered } from '#contracts';
import type { DataOf } from '#contracts';
import { effect, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { SignalBatch } from './signal-batch.js';

const transport = serviceTransport('signals');
/** Breaches that a customer feels; the others are promises among colleagues. */
const feltClocks: readonly string[] = ['resolution', 'statutory', 'external', 'next-update'];
/** Another system's past says nothing about who may leave now. */
const isImported = (event: StoredEvent) => event.headers['origin'] === 'import';

/** Signs of churn in what happens to complaints. Surveys and callbacks give theirs with their scores. */
@Controller()
export class ChurnController {
  @EventPattern<string>(ComplaintRegistered.type, transport, effect())
  onComplaint(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintRegistered>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    const { data, id: eventId } = event;
    scope.noteComplaint(data);
    if (isImported(event)) return;
    const at = Date.parse(data.receivedAt);
    const { category } = data;
    const threats = data.threats.map((threat) => `threat-${threat}` as const);
    const signs = (['complaint', ...threats] as const).map((kind) => ({
      kind,
      eventId,
      at,
      category,
    }));
    scope.addSigns(data.customerId, signs, event, now);
  }

  @EventPattern<string>(ClockBreached.type, transport, effect())
  onBreach(
    @Payload() event: StoredEvent<DataOf<typeof ClockBreached>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    const { caseId, kind, at } = event.data;
    if (isImported(event) || !feltClocks.includes(kind)) return;
    const sign = { kind: 'sla-breached' as const, eventId: event.id, at: Date.parse(at) };
    scope.addSigns(scope.customerOf(caseId), [sign], event, now);
  }

  @EventPattern<string>(CaseReopened.type, transport, effect())
  onReopened(
    @Payload() event: StoredEvent<DataOf<typeof CaseReopened>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    if (isImported(event)) return;
    const { caseId, at } = event.data;
    const sign = { kind: 'reopened' as const, eventId: event.id, at: Date.parse(at) };
    scope.addSigns(scope.customerOf(caseId), [sign], event, now);
  }
}
