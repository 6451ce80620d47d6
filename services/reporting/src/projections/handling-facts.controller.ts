import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CaseHandlingRecorded } from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { FactBatch } from './fact-batch.js';

/** What work on cases took and cost, from the topic `cases` alone. */
@Controller()
export class HandlingFactsController {
  @EventPattern<string>(CaseHandlingRecorded.type, serviceTransport('reporting'), projection())
  onRecorded(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseHandlingRecorded>>,
    @Ctx() { scope }: BatchContext<FactBatch>,
  ): void {
    scope.handling.push({
      handling_id: data.handlingId,
      case_id: data.caseId,
      at: Date.parse(data.at),
      seconds: data.seconds,
      cost: data.cost,
      is_over_target: data.isOverTarget,
      is_over_limit: data.isOverLimit,
      ...data.dimensions,
    });
  }
}
