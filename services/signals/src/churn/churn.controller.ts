import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  CaseCodesAmended,
  CaseRemedyAnswered,
  CaseReopened,
  CaseThreatsFlagged,
  ClockBreached,
  ComplaintRegistered,
  VerdictCorrected,
} from '#contracts';
import type { DataOf } from '#contracts';
import { effect, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { SignalBatch } from './signal-batch.js';

const transport = serviceTransport('signals');
/** Breaches that a customer feels; the others are promises among colleagues. */
const feltClocks: readonly string[] = ['resolution', 'statutory', 'external', 'next-update'];
/** Another system's past says nothing about who may leave now. */
const isImported = (event: StoredEvent) => event.headers['origin'] === 'import';

interface Verdict {
  caseId: string;
  clockId: string;
  kind: string;
  at: string;
}

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
    const { category, complaintId: about } = data;
    const threats = data.threats.map((threat) => `threat-${threat}` as const);
    const signs = (['complaint', ...threats] as const).map((kind) => ({
      kind,
      eventId,
      at,
      category,
      about,
    }));
    scope.addSigns(data.customerId, signs, event, now);
  }

  @EventPattern<string>(ClockBreached.type, transport, effect())
  onBreach(
    @Payload() event: StoredEvent<DataOf<typeof ClockBreached>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    if (isImported(event)) return;
    this.noteVerdict(event, 'sla-breached', scope, now);
  }

  /** Evidence told late shows that the customer was served in time after all. */
  @EventPattern<string>(VerdictCorrected.type, transport, effect())
  onCorrected(
    @Payload() event: StoredEvent<DataOf<typeof VerdictCorrected>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    if (isImported(event) || event.data.verdict !== 'met') return;
    this.noteVerdict(event, 'breach-corrected', scope, now);
  }

  @EventPattern<string>(CaseCodesAmended.type, transport, effect())
  onCodesAmended(
    @Payload() event: StoredEvent<DataOf<typeof CaseCodesAmended>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    scope.amendCodes(event.data, event, now);
  }

  @EventPattern<string>(CaseReopened.type, transport, effect())
  onReopened(
    @Payload() event: StoredEvent<DataOf<typeof CaseReopened>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    if (isImported(event)) return;
    const { caseId, at } = event.data;
    const sign = {
      kind: 'reopened' as const,
      eventId: event.id,
      at: Date.parse(at),
      about: caseId,
    };
    scope.addSigns(scope.customerOf(caseId), [sign], event, now);
  }

  /** What was offered did not settle it; a counter-wish goes on talking. */
  @EventPattern<string>(CaseRemedyAnswered.type, transport, effect())
  onRemedyAnswered(
    @Payload() event: StoredEvent<DataOf<typeof CaseRemedyAnswered>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    const { caseId, at, answer } = event.data;
    if (isImported(event) || answer !== 'refused') return;
    const sign = {
      ...{ kind: 'remedy-refused' as const, eventId: event.id, at: Date.parse(at) },
      about: caseId,
    };
    scope.addSigns(scope.customerOf(caseId), [sign], event, now);
  }

  /** Threats that came after the complaint was filed. */
  @EventPattern<string>(CaseThreatsFlagged.type, transport, effect())
  onThreats(
    @Payload() event: StoredEvent<DataOf<typeof CaseThreatsFlagged>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    if (isImported(event)) return;
    const { caseId, at, threats } = event.data;
    const signs = threats.map((threat) => ({
      ...{ kind: `threat-${threat}` as const, eventId: event.id, at: Date.parse(at) },
      about: caseId,
    }));
    scope.addSigns(scope.customerOf(caseId), signs, event, now);
  }

  private noteVerdict(
    event: StoredEvent<Verdict>,
    kind: 'sla-breached' | 'breach-corrected',
    scope: SignalBatch,
    now: number,
  ): void {
    const { id: eventId, data } = event;
    if (!feltClocks.includes(data.kind)) return;
    const about = `${data.caseId} ${data.clockId}`;
    const sign = { kind, eventId, at: Date.parse(data.at), about };
    scope.addSigns(scope.customerOf(data.caseId), [sign], event, now);
  }
}
