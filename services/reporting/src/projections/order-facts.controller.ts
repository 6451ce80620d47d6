import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  CaseOrderAnswered,
  CaseOrderDeclined,
  CaseOrderDropped,
  CaseOrderGiven,
  CaseOrderOverdue,
} from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { FactBatch } from './fact-batch.js';

const transport = serviceTransport('reporting');
type Context = BatchContext<FactBatch>;

const about = (data: DataOf<typeof CaseOrderOverdue>) => ({
  order_id: data.orderId,
  case_id: data.caseId,
  kind: data.kind,
  unit: data.unit,
});

/** What units were asked for and what became of it, from the topic `cases` alone. */
@Controller()
export class OrderFactsController {
  @EventPattern<string>(CaseOrderGiven.type, transport, projection())
  onGiven(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseOrderGiven>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.orders.merge({
      ...about(data),
      matter: data.matter,
      problem_kind: data.problemKind,
      given_at: Date.parse(data.at),
      due_at: Date.parse(data.dueAt),
    });
  }

  @EventPattern<string>(CaseOrderOverdue.type, transport, projection())
  onOverdue(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseOrderOverdue>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.orders.merge({ ...about(data), is_late: true });
  }

  @EventPattern<string>(CaseOrderAnswered.type, transport, projection())
  onAnswered(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseOrderAnswered>>,
    @Ctx() { scope }: Context,
  ): void {
    const ended_at = Date.parse(data.at);
    scope.orders.merge({ ...about(data), status: 'answered', is_late: data.isLate, ended_at });
  }

  @EventPattern<string>(CaseOrderDeclined.type, transport, projection())
  onDeclined(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseOrderDeclined>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.orders.merge({ ...about(data), status: 'declined', ended_at: Date.parse(data.at) });
  }

  @EventPattern<string>(CaseOrderDropped.type, transport, projection())
  onDropped(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseOrderDropped>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.orders.merge({ ...about(data), status: 'dropped', ended_at: Date.parse(data.at) });
  }
}
