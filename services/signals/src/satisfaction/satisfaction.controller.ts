import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CallbackRecorded, SatisfactionScored, SurveyAnswered } from '#contracts';
import type { DataOf } from '#contracts';
import { effect, RUNTIME, serviceTransport } from '#eventing';
import type { BatchContext, ServiceRuntime, StoredEvent } from '#eventing';
import { newId } from '#platform';
import { scoreSurvey } from '../domain/score-survey.js';

const transport = serviceTransport('signals');
type Scored = DataOf<typeof SatisfactionScored>;

/** Surveys and callbacks as satisfaction signals. One answer is one stream, so that none counts twice. */
@Controller()
export class SatisfactionController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @EventPattern<string>(SurveyAnswered.type, transport, effect())
  async onSurvey(
    @Payload() event: StoredEvent<DataOf<typeof SurveyAnswered>>,
    @Ctx() context: BatchContext,
  ): Promise<void> {
    const { surveyId, caseId, customerId, kind, answeredAt } = event.data;
    const scored = scoreSurvey(event.data);
    if (!scored) return;
    await this.publish(event, context, {
      surveyId,
      caseId,
      customerId,
      at: answeredAt,
      kind,
      ...scored,
    });
  }

  @EventPattern<string>(CallbackRecorded.type, transport, effect())
  async onCallback(
    @Payload() event: StoredEvent<DataOf<typeof CallbackRecorded>>,
    @Ctx() context: BatchContext,
  ): Promise<void> {
    const { callbackId, caseId, customerId, at, satisfied } = event.data;
    if (satisfied === undefined) return;
    const score = satisfied ? 1 : 0;
    const kind = 'callback' as const;
    await this.publish(event, context, {
      surveyId: callbackId,
      caseId,
      customerId,
      at,
      kind,
      score,
      satisfied,
    });
  }

  private async publish(
    cause: StoredEvent,
    { tx, now }: BatchContext,
    data: Scored,
  ): Promise<void> {
    const stream = `satisfaction-${data.surveyId}`;
    const { type, topic } = SatisfactionScored;
    const correlationid = cause.headers['correlationid'];
    const headers = { causationid: cause.id, ...(correlationid && { correlationid }) };
    const key = data.caseId ?? data.customerId ?? data.surveyId;
    const event = {
      id: newId(now),
      type,
      topic,
      key,
      data,
      occurredAt: Date.parse(data.at),
      headers,
    };
    await this.runtime.events.append(tx, [
      { head: { stream, version: 0, hash: '' }, events: [event] },
    ]);
  }
}
