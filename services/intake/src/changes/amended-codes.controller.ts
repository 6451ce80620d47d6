import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CaseCodesAmended } from '#contracts';
import type { DataOf } from '#contracts';
import { effect, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { InboundBatch } from '../inbound/inbound-batch.js';

/** Codes are put right on the case; what was filed goes by them from then on, and so does what is learned from it. */
@Controller()
export class AmendedCodesController {
  @EventPattern<string>(CaseCodesAmended.type, serviceTransport('intake'), effect())
  onCodesAmended(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseCodesAmended>>,
    @Ctx() { scope }: BatchContext<InboundBatch>,
  ): void {
    scope.codes.amend(data.caseId, data.after);
    scope.lessons.correct(data.caseId, data.after.category);
  }
}
