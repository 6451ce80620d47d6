import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ComplaintSplitOff } from '#contracts';
import type { DataOf } from '#contracts';
import { effect, serviceTransport, traceOf } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import { awaitCase } from '../cases/case-batch.js';
import type { CaseBatch } from '../cases/case-batch.js';
import { CaseRefusal } from '../domain/case-command.js';

/** Both cases of a split complaint learn of each other. */
@Controller()
export class SplitEventsController {
  @EventPattern<string>(ComplaintSplitOff.type, serviceTransport('escalation'), effect())
  onSplit(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintSplitOff>>,
    @Ctx() { scope, now }: BatchContext<CaseBatch>,
  ): void {
    const { complaintId, from, fromNumber, reason, by } = event.data;
    const cause = { causationId: event.id, ...traceOf(event) };
    const { state } = scope.get(complaintId);
    try {
      if (state.stage === 'none') throw new CaseRefusal('not-found', 'the part is not open');
      const part = { caseId: complaintId, number: state.number };
      scope.execute(from, { type: 'note-part', part, reason, by }, now, cause);
      const { state: whole } = scope.get(from);
      const conflict = whole.stage === 'none' ? undefined : whole.conflict;
      const named = { caseId: from, number: fromNumber, ...(conflict && { conflict }) };
      scope.execute(complaintId, { type: 'note-split', from: named, reason, by }, now, cause);
    } catch (error) {
      awaitCase(complaintId, error);
    }
  }
}
