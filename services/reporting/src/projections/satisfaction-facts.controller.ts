import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { SatisfactionScored } from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { FactBatch } from './fact-batch.js';

/** Answers, from the topic `satisfaction` alone. */
@Controller()
export class SatisfactionFactsController {
  @EventPattern<string>(SatisfactionScored.type, serviceTransport('reporting'), projection())
  onScored(
    @Payload() { data }: StoredEvent<DataOf<typeof SatisfactionScored>>,
    @Ctx() { scope }: BatchContext<FactBatch>,
  ): void {
    scope.satisfaction.push({
      survey_id: data.surveyId,
      case_id: data.caseId,
      kind: data.kind,
      score: data.score,
      satisfied: data.satisfied,
      at: Date.parse(data.at),
    });
  }
}
