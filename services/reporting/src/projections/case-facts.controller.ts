import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  CaseAssigned,
  CaseClosed,
  CaseCodesAmended,
  CaseLeftForSafety,
  CaseMerged,
  CaseOpened,
  CaseReopened,
  CaseResolved,
  CaseSafetyTaken,
  CaseSeverityChanged,
  CaseStageCompleted,
  CaseStageOverridden,
  CaseTierChanged,
  CaseUnmerged,
  CaseWithdrawn,
} from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { FactBatch } from './fact-batch.js';

const transport = serviceTransport('reporting');
type Context = BatchContext<FactBatch>;

/** Facts about cases, from the topic `cases` alone. */
@Controller()
export class CaseFactsController {
  @EventPattern<string>(CaseOpened.type, transport, projection())
  onOpened(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseOpened>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeCase({
      case_id: data.caseId,
      number: data.number,
      ...data.dimensions,
      ...(data.owner !== undefined && { owner: data.owner }),
      received_at: Date.parse(data.receivedAt),
      stage: 'control',
      status: 'open',
    });
    scope.units.opened(data.caseId, data.dimensions.unit, Date.parse(data.receivedAt));
    for (const clock of data.clocks) {
      scope.mergeClock({
        case_id: data.caseId,
        clock_id: clock.clockId,
        kind: clock.kind,
        due_at: Date.parse(clock.dueAt),
        revision: clock.revision,
        ...data.dimensions,
        started_at: Date.parse(clock.startedAt),
      });
    }
  }

  @EventPattern<string>(CaseAssigned.type, transport, projection())
  onAssigned(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseAssigned>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeCase({
      case_id: data.caseId,
      owner: data.owner,
      ...(data.unit && { unit: data.unit }),
    });
    if (!data.unit) return;
    scope.units.pass(data.caseId, data.unit, data.at);
  }

  @EventPattern<string>(CaseSeverityChanged.type, transport, projection())
  onSeverityChanged(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseSeverityChanged>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeCase({ case_id: data.caseId, severity: data.after });
  }

  @EventPattern<string>(CaseTierChanged.type, transport, projection())
  onTierChanged(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseTierChanged>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeCase({ case_id: data.caseId, tier: data.after });
  }

  @EventPattern<string>(CaseCodesAmended.type, transport, projection())
  onCodesAmended(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseCodesAmended>>,
    @Ctx() { scope }: Context,
  ): void {
    const { category, product = null } = data.after;
    scope.mergeCase({ case_id: data.caseId, category, product });
  }

  @EventPattern<string>(CaseLeftForSafety.type, transport, projection())
  onLeftForSafety(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseLeftForSafety>>,
    @Ctx() { scope }: Context,
  ): void {
    const { caseId: case_id, dimensions, stage } = data;
    scope.mergeCase({ case_id, ...dimensions, stage, status: 'open', resolved_at: null });
    scope.units.pass(case_id, data.desk, data.at);
  }

  @EventPattern<string>(CaseSafetyTaken.type, transport, projection())
  onSafetyTaken(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseSafetyTaken>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeCase({ case_id: data.caseId, owner: data.owner });
  }

  @EventPattern<string>(CaseStageCompleted.type, transport, projection())
  onStageCompleted(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseStageCompleted>>,
    @Ctx() { scope }: Context,
  ): void {
    const { product, category, department: unit } = data.evidence;
    if (data.stage === 'establish' && typeof unit === 'string') {
      scope.units.pass(data.caseId, unit, data.at);
    }
    // Where the case lacked them, its stages said so.
    scope.mergeCase({
      case_id: data.caseId,
      stage: data.next,
      ...(typeof category === 'string' && { category }),
      ...(typeof unit === 'string' && { unit }),
      ...(typeof product === 'string' && product !== 'none' && { product }),
    });
  }

  @EventPattern<string>(CaseStageOverridden.type, transport, projection())
  onStageOverridden(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseStageOverridden>>,
    @Ctx() { scope }: Context,
  ): void {
    scope.mergeCase({ case_id: data.caseId, overridden: 1 });
  }

  @EventPattern<string>(CaseResolved.type, transport, projection())
  onResolved(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseResolved>>,
    @Ctx() { scope }: Context,
  ): void {
    const resolved_at = Date.parse(data.at);
    scope.mergeCase({ case_id: data.caseId, status: 'resolved', resolved_at });
  }

  @EventPattern<string>(CaseClosed.type, transport, projection())
  onClosed(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseClosed>>,
    @Ctx() { scope }: Context,
  ): void {
    const closed_at = Date.parse(data.at);
    scope.mergeCase({ case_id: data.caseId, stage: 'closed', status: 'closed', closed_at });
    scope.units.end(data.caseId, data.at);
  }

  @EventPattern<string>(CaseWithdrawn.type, transport, projection())
  onWithdrawn(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseWithdrawn>>,
    @Ctx() { scope }: Context,
  ): void {
    const closed_at = Date.parse(data.at);
    scope.mergeCase({ case_id: data.caseId, stage: 'closed', status: 'withdrawn', closed_at });
    scope.units.end(data.caseId, data.at);
  }

  @EventPattern<string>(CaseMerged.type, transport, projection())
  onMerged(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseMerged>>,
    @Ctx() { scope }: Context,
  ): void {
    const closed_at = Date.parse(data.at);
    scope.mergeCase({ case_id: data.caseId, stage: 'closed', status: 'merged', closed_at });
    scope.units.end(data.caseId, data.at);
  }

  @EventPattern<string>(CaseUnmerged.type, transport, projection())
  onUnmerged(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseUnmerged>>,
    @Ctx() { scope }: Context,
  ): void {
    const { restoredStage: stage } = data;
    const status = stage === 'callback' || stage === 'survey' ? 'resolved' : 'open';
    scope.mergeCase({ case_id: data.caseId, stage, status, closed_at: null });
    scope.units.begin(data.caseId, data.at);
  }

  @EventPattern<string>(CaseReopened.type, transport, projection())
  onReopened(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseReopened>>,
    @Ctx() { scope }: Context,
  ): void {
    const cleared = { resolved_at: null, closed_at: null, reopened: 1 };
    scope.mergeCase({ case_id: data.caseId, stage: 'listen', status: 'open', ...cleared });
    scope.units.begin(data.caseId, data.at);
  }
}
