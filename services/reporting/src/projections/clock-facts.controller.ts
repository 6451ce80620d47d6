import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  ClockBreached,
  ClockCancelled,
  ClockJudged,
  ClockMet,
  ClockRecalculated,
  ClockRestored,
  ClockResumed,
  ClockStarted,
  ClockStoppedLate,
  VerdictCorrected,
  WarningReached,
} from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { ClockRow, FactBatch } from './fact-batch.js';

const transport = serviceTransport('reporting');
type Context = BatchContext<FactBatch>;
type ClockData = DataOf<typeof ClockBreached>;

const rowOf = (data: ClockData): ClockRow => ({
  case_id: data.caseId,
  clock_id: data.clockId,
  kind: data.kind,
  due_at: Date.parse(data.dueAt),
  revision: data.revision,
  ...data.dimensions,
});

/** Verdicts of clocks, from the topic `sla` alone; `started_at` of the first clocks comes with the case. */
@Controller()
export class ClockFactsController {
  @EventPattern<string>(ClockStarted.type, transport, projection())
  onStarted(
    @Payload() { data }: StoredEvent<DataOf<typeof ClockStarted>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeClock({
      case_id: data.caseId,
      clock_id: data.clock.clockId,
      kind: data.clock.kind,
      due_at: Date.parse(data.clock.dueAt),
      revision: data.clock.revision,
      ...data.dimensions,
      started_at: Date.parse(data.clock.startedAt),
    });
  }

  @EventPattern<string>(WarningReached.type, transport, projection())
  onWarning(
    @Payload() { data }: StoredEvent<DataOf<typeof WarningReached>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeClock({ ...rowOf(data), warnings: 1 });
  }

  @EventPattern<string>(ClockBreached.type, transport, projection())
  onBreached(@Payload() { data }: StoredEvent<ClockData>, @Ctx() { scope }: Context): void {
    scope.mergeClock({ ...rowOf(data), verdict: 'breached', verdict_at: Date.parse(data.at) });
  }

  @EventPattern<string>(ClockMet.type, transport, projection())
  onMet(
    @Payload() { data }: StoredEvent<DataOf<typeof ClockMet>>,
    @Ctx() { scope }: Context,
  ): void {
    const at = Date.parse(data.at);
    scope.mergeClock({ ...rowOf(data), verdict: 'met', verdict_at: at, stopped_at: at });
  }

  @EventPattern<string>(ClockStoppedLate.type, transport, projection())
  onStoppedLate(
    @Payload() { data }: StoredEvent<DataOf<typeof ClockStoppedLate>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeClock({ ...rowOf(data), stopped_at: Date.parse(data.at) });
  }

  @EventPattern<string>(ClockCancelled.type, transport, projection())
  onCancelled(
    @Payload() { data }: StoredEvent<DataOf<typeof ClockCancelled>>,
    @Ctx() { scope }: Context,
  ): void {
    const at = Date.parse(data.at);
    scope.mergeClock({ ...rowOf(data), verdict: 'cancelled', verdict_at: at, stopped_at: at });
  }

  @EventPattern<string>(ClockJudged.type, transport, projection())
  onJudged(
    @Payload() { data }: StoredEvent<DataOf<typeof ClockJudged>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeClock({ ...rowOf(data), judged: data.verdict, judged_at: Date.parse(data.at) });
  }

  @EventPattern<string>(ClockResumed.type, transport, projection())
  onResumed(
    @Payload() { data }: StoredEvent<DataOf<typeof ClockResumed>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeClock(rowOf(data));
  }

  /** It was told as cancelled while its case was merged: it has no verdict any more. */
  @EventPattern<string>(ClockRestored.type, transport, projection())
  onRestored(
    @Payload() { data }: StoredEvent<DataOf<typeof ClockRestored>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.restoreClock(rowOf(data));
  }

  @EventPattern<string>(ClockRecalculated.type, transport, projection())
  onRecalculated(
    @Payload() { data }: StoredEvent<DataOf<typeof ClockRecalculated>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeClock(rowOf(data));
  }

  /** The corrected verdict is the one that counts. */
  @EventPattern<string>(VerdictCorrected.type, transport, projection())
  onCorrected(
    @Payload() { data }: StoredEvent<DataOf<typeof VerdictCorrected>>,
    @Ctx() { scope }: Context,
  ): void {
    const at = Date.parse(data.at);
    scope.mergeClock({ ...rowOf(data), verdict: data.verdict, verdict_at: at, stopped_at: at });
  }
}
