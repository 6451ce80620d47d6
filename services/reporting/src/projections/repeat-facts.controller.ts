import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CaseRepeatLinked, CaseRepeatRuledOut } from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { FactBatch } from './fact-batch.js';

const transport = serviceTransport('reporting');
type Context = BatchContext<FactBatch>;

/** Which case repeats which, from the topic `cases` alone: what the later one says, in the order in which it says it. */
@Controller()
export class RepeatFactsController {
  @EventPattern<string>(CaseRepeatLinked.type, transport, projection())
  onLinked(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseRepeatLinked>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.repeats.merge({ case_id: data.caseId, earlier_id: data.earlier, is_repeat: true });
  }

  @EventPattern<string>(CaseRepeatRuledOut.type, transport, projection())
  onRuledOut(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseRepeatRuledOut>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.repeats.merge({ case_id: data.caseId, earlier_id: data.earlier, is_repeat: false });
  }
}
