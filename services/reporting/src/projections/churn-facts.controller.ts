import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ChurnCleared, ChurnWarned } from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { FactBatch } from './fact-batch.js';

const transport = serviceTransport('reporting');

/** Churn levels as they rose and fell, from the topic `churn` alone. */
@Controller()
export class ChurnFactsController {
  @EventPattern<string>(ChurnWarned.type, transport, projection())
  onWarned(
    @Payload() event: StoredEvent<DataOf<typeof ChurnWarned>>,
    @Ctx() { scope }: BatchContext<FactBatch>,
  ): void {
    const factors = event.data.factors.map(({ name }) => name);
    const weights = event.data.factors.map(({ weight }) => weight);
    scope.churn.push({ ...factOf(event, true), factors, weights });
  }

  @EventPattern<string>(ChurnCleared.type, transport, projection())
  onCleared(
    @Payload() event: StoredEvent<DataOf<typeof ChurnCleared>>,
    @Ctx() { scope }: BatchContext<FactBatch>,
  ): void {
    scope.churn.push({ ...factOf(event, false), factors: [], weights: [] });
  }
}

function factOf(
  { id, sequence, data }: StoredEvent<DataOf<typeof ChurnWarned> | DataOf<typeof ChurnCleared>>,
  isRise: boolean,
): Record<string, unknown> {
  const { customerId, caseId, at, level, previous, score, dimensions } = data;
  return {
    event_id: id,
    sequence,
    customer_id: customerId,
    case_id: caseId,
    at: Date.parse(at),
    level,
    previous,
    score,
    is_rise: isRise,
    ...dimensions,
  };
}
