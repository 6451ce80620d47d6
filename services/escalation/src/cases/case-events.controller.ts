import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  CallbackRecorded,
  ComplaintEvidenceGiven,
  ComplaintHistoryRecorded,
  ComplaintRegistered,
  SurveyAnswered,
} from '#contracts';
import type { DataOf, Envelope } from '#contracts';
import { effect, RUNTIME, serviceTransport, traceOf } from '#eventing';
import type { BatchContext, ServiceRuntime, StoredEvent } from '#eventing';
import type { Tx } from '#platform';
import { flagCallbackNote } from '../coach/flagged-wording.js';
import { threatsIn } from '../threats/said-threats.js';
import { awaitCase } from './case-batch.js';
import type { CaseBatch, Cause } from './case-batch.js';
import { CASE_PARTS } from './case-parts.js';
import type { CaseParts } from './case-parts.js';

const transport = serviceTransport('escalation');
const isImported = (event: StoredEvent) => event.headers['origin'] === 'import';
const causeOf = (event: StoredEvent): Cause => ({
  causationId: event.id,
  ...traceOf(event),
  imported: isImported(event),
});
/** Who recorded a callback or survey: the account at intake. Of another system's past nobody here. */
function recorderOf(event: StoredEvent): { recordedBy?: string } {
  const { actor } = event.headers;
  return actor === undefined || isImported(event) ? {} : { recordedBy: actor };
}

/** What intake's events do to cases. Imported history is decided at its recorded time. */
@Controller()
export class CaseEventsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @EventPattern<string>(ComplaintRegistered.type, transport, effect())
  onComplaint(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintRegistered>>,
    @Ctx() { scope, now }: BatchContext<CaseBatch>,
  ): void {
    const { data } = event;
    const imported = isImported(event);
    const complaint = {
      caseId: data.complaintId,
      number: data.number,
      customerId: data.customerId,
      ...(data.registeredBy.agentId && { owner: data.registeredBy.agentId }),
      priority: data.severity,
      threats: data.threats,
      dimensions: {
        category: data.category,
        channel: data.channel,
        severity: data.severity,
        tier: data.tier,
        ...(data.organisation && { unit: data.organisation }),
        ...(data.product && { product: data.product }),
      },
      receivedAt: Date.parse(data.receivedAt),
      ...(data.dueAt && { externalDueAt: Date.parse(data.dueAt) }),
      ...(data.externalId && { externalId: data.externalId }),
    };
    const at = imported ? complaint.receivedAt : now;
    scope.execute(data.complaintId, { type: 'open', complaint, imported }, at, causeOf(event));
  }

  @EventPattern<string>(ComplaintHistoryRecorded.type, transport, effect())
  onHistory(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintHistoryRecorded>>,
    @Ctx() { scope }: BatchContext<CaseBatch>,
  ): void {
    const { complaintId, at, asOf, step, outcome, pause, pauseReason, goLive } = event.data;
    const command = {
      type: 'record-history' as const,
      ...(step && { step }),
      ...(outcome && { outcome }),
      ...(pause && { pause, pauseReason: pauseReason ?? ('awaiting-customer' as const) }),
      judge: asOf !== undefined,
      ...(goLive && { goLive }),
    };
    try {
      scope.execute(complaintId, command, Date.parse(asOf ?? at), causeOf(event));
    } catch (error) {
      awaitCase(complaintId, error);
    }
  }

  @EventPattern<string>(ComplaintEvidenceGiven.type, transport, effect())
  onEvidence(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintEvidenceGiven>>,
    @Ctx() { scope, now }: BatchContext<CaseBatch>,
  ): void {
    const { complaintId, by } = event.data;
    const stages = Object.fromEntries(
      event.data.stages.map(({ stage, evidence, texts }) => [stage, { evidence, texts }]),
    );
    const command = { type: 'complete-stages' as const, stages, asFarAsItGoes: true as const, by };
    try {
      scope.execute(complaintId, command, now, causeOf(event));
    } catch (error) {
      awaitCase(complaintId, error);
    }
  }

  @EventPattern<string>(CallbackRecorded.type, transport, effect())
  async onCallback(
    @Payload() event: StoredEvent<DataOf<typeof CallbackRecorded>>,
    @Ctx() { scope, now, tx }: BatchContext<CaseBatch>,
  ): Promise<void> {
    const { caseId, callbackId, outcome, satisfied, note, recordedBy } = event.data;
    const command = {
      type: 'note-feedback' as const,
      source: 'callback' as const,
      sourceId: callbackId,
      ...recorderOf(event),
      outcome,
      ...(satisfied !== undefined && { satisfied }),
      ...(note && { note }),
    };
    try {
      scope.execute(caseId, command, now, causeOf(event));
    } catch (error) {
      awaitCase(caseId, error);
    }
    const text = await this.read(tx, event, note);
    if (text === undefined) return;
    const wording = await flagCallbackNote(tx, this.parts.coach, text, recordedBy);
    for (const flag of [wording, threatsIn(text, recordedBy)]) {
      if (flag) scope.execute(caseId, flag, now, causeOf(event));
    }
  }

  @EventPattern<string>(SurveyAnswered.type, transport, effect())
  async onSurvey(
    @Payload() event: StoredEvent<DataOf<typeof SurveyAnswered>>,
    @Ctx() { scope, now, tx }: BatchContext<CaseBatch>,
  ): Promise<void> {
    const { caseId, surveyId, kind, score, answers, comment } = event.data;
    if (caseId === undefined) return;
    const command = {
      type: 'note-feedback' as const,
      source: 'survey' as const,
      sourceId: surveyId,
      ...recorderOf(event),
      outcome: kind,
      ...(score !== undefined && { score }),
      ...(answers && { answers }),
      ...(comment && { comment }),
    };
    const text = await this.read(tx, event, comment);
    const flag = text && threatsIn(text, event.headers.actor ?? 'customer');
    try {
      // First: the answer itself may end the case, and then nobody is told any more.
      if (flag) scope.execute(caseId, flag, now, causeOf(event));
      scope.execute(caseId, command, now, causeOf(event));
    } catch (error) {
      awaitCase(caseId, error);
    }
  }

  /** It comes sealed: opened in memory, read, forgotten; nothing of a customer who was erased, or of history. */
  private async read(tx: Tx, event: StoredEvent, text?: Envelope): Promise<string | undefined> {
    if (text === undefined || isImported(event)) return undefined;
    const [opened] = await this.runtime.keys.open(tx, [text]);
    return opened;
  }
}
