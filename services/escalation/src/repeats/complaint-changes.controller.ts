import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ComplaintAmended, ComplaintFactsAdded } from '#contracts';
import type { DataOf } from '#contracts';
import { effect, serviceTransport, traceOf } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import { awaitCase } from '../cases/case-batch.js';
import type { CaseBatch } from '../cases/case-batch.js';

const transport = serviceTransport('escalation');

/** A case tells those who work on it that its complaint reads differently, or that there is more to read. */
@Controller()
export class ComplaintChangesController {
  @EventPattern<string>(ComplaintAmended.type, transport, effect())
  onAmended(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintAmended>>,
    @Ctx() context: BatchContext<CaseBatch>,
  ): void {
    note(event, 'amended', context);
  }

  @EventPattern<string>(ComplaintFactsAdded.type, transport, effect())
  onFactsAdded(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintFactsAdded>>,
    @Ctx() context: BatchContext<CaseBatch>,
  ): void {
    note(event, 'facts-added', context);
  }
}

function note(
  event: StoredEvent<{ complaintId: string; changeId: string; by: string }>,
  kind: 'amended' | 'facts-added',
  { scope, now }: BatchContext<CaseBatch>,
): void {
  const { complaintId, changeId, by } = event.data;
  const cause = { causationId: event.id, ...traceOf(event) };
  try {
    scope.execute(complaintId, { type: 'note-complaint-change', changeId, kind, by }, now, cause);
  } catch (error) {
    awaitCase(complaintId, error);
  }
}
