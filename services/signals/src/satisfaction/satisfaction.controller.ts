import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CallbackRecorded, SatisfactionScored, SurveyAnswered } from '#contracts';
import type { DataOf } from '#contracts';
import { effect, serviceTransport, traceOf } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import { newId } from '#platform';
import type { SignalBatch } from '../churn/signal-batch.js';
import { scoreSurvey } from '../domain/score-survey.js';

const transport = serviceTransport('signals');
type Scored = DataOf<typeof SatisfactionScored>;

/** Callback outcomes that tell of a customer on the way out. */
const callbackSigns = { refused: 'callback-refused', unreachable: 'callback-unreachable' } as const;

/**
 * Surveys and callbacks as satisfaction signals, and as signs of churn. One answer is one stream, so that
 * none counts twice.
 */
@Controller()
export class SatisfactionController {
  @EventPattern<string>(SurveyAnswered.type, transport, effect())
  onSurvey(
    @Payload() event: StoredEvent<DataOf<typeof SurveyAnswered>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    const { surveyId, caseId, customerId, kind, answeredAt } = event.data;
    const scored = scoreSurvey(event.data);
    if (!scored) return;
    publish(scope, event, now, { surveyId, caseId, customerId, at: answeredAt, kind, ...scored });
    const owner = customerId ?? (caseId && scope.customerOf(caseId));
    if (!owner) return;
    const sign = scored.satisfied ? ('satisfied' as const) : ('low-score' as const);
    const at = Date.parse(answeredAt);
    const about = caseId && { about: caseId };
    scope.addSigns(owner, [{ kind: sign, eventId: event.id, at, ...about }], event, now);
  }

  @EventPattern<string>(CallbackRecorded.type, transport, effect())
  onCallback(
    @Payload() event: StoredEvent<DataOf<typeof CallbackRecorded>>,
    @Ctx() { scope, now }: BatchContext<SignalBatch>,
  ): void {
    const { callbackId, caseId, customerId, at, satisfied, outcome } = event.data;
    if (satisfied !== undefined) {
      const score = satisfied ? 1 : 0;
      const kind = 'callback' as const;
      const scored = { surveyId: callbackId, caseId, customerId, at, kind, score, satisfied };
      publish(scope, event, now, scored);
    }
    const sign =
      satisfied === undefined
        ? callbackSigns[outcome as keyof typeof callbackSigns]
        : satisfied
          ? ('satisfied' as const)
          : ('callback-dissatisfied' as const);
    if (!sign) return;
    const owner = customerId ?? scope.customerOf(caseId);
    const found = { kind: sign, eventId: event.id, at: Date.parse(at), about: caseId };
    scope.addSigns(owner, [found], event, now);
  }
}

function publish(scope: SignalBatch, cause: StoredEvent, now: number, data: Scored): void {
  const { type, topic } = SatisfactionScored;
  scope.append(
    { stream: `satisfaction-${data.surveyId}`, version: 0, hash: '' },
    {
      id: newId(now),
      type,
      topic,
      key: data.caseId ?? data.customerId ?? data.surveyId,
      data,
      occurredAt: Date.parse(data.at),
      headers: { causationid: cause.id, ...traceOf(cause) },
    },
  );
}
