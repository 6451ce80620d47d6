import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  CaseHandedBack,
  CaseHistoryRecorded,
  CaseTransferAccepted,
  CaseTransferRefused,
  CaseTransferWithdrawn,
  CaseTransferred,
} from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { FactBatch } from './fact-batch.js';

const transport = serviceTransport('reporting');
type Context = BatchContext<FactBatch>;

/** Which unit gave a case to which, and what that said, from the topic `cases` alone. */
@Controller()
export class TransferFactsController {
  @EventPattern<string>(CaseTransferred.type, transport, projection())
  onTransferred(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseTransferred>>,
    @Ctx() { scope }: Context,
  ): void {
    const { transferId: transfer_id, caseId: case_id, at, dimensions, to: unit } = data;
    scope.transfers.merge({ transfer_id, case_id, at: Date.parse(at), ...dimensions, unit });
    scope.units.pass(case_id, unit, at);
  }

  @EventPattern<string>(CaseTransferAccepted.type, transport, projection())
  onAccepted(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseTransferAccepted>>,
    @Ctx() { scope }: Context,
  ): void {
    const { transferId: transfer_id, caseId: case_id } = data;
    scope.transfers.merge({ transfer_id, case_id, outcome: 'accepted' });
    scope.mergeCase({ case_id, owner: data.owner });
  }

  @EventPattern<string>(CaseTransferRefused.type, transport, projection())
  onRefused(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseTransferRefused>>,
    @Ctx() { scope }: Context,
  ): void {
    const { transferId: transfer_id, caseId: case_id, at, dimensions } = data;
    scope.transfers.merge({ transfer_id, case_id, outcome: 'refused' });
    scope.units.pass(case_id, dimensions.unit, at);
  }

  @EventPattern<string>(CaseTransferWithdrawn.type, transport, projection())
  onWithdrawn(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseTransferWithdrawn>>,
    @Ctx() { scope }: Context,
  ): void {
    const { transferId: transfer_id, caseId: case_id, at, dimensions } = data;
    scope.transfers.merge({ transfer_id, case_id, outcome: 'withdrawn' });
    scope.units.pass(case_id, dimensions.unit, at);
  }

  @EventPattern<string>(CaseHandedBack.type, transport, projection())
  onHandedBack(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseHandedBack>>,
    @Ctx() { scope }: Context,
  ): void {
    const { transferId: transfer_id, caseId: case_id, at, dimensions } = data;
    scope.transfers.merge({ transfer_id, case_id, is_handed_back: true });
    if (data.owner !== undefined) scope.mergeCase({ case_id, owner: data.owner });
    scope.units.pass(case_id, dimensions.unit, at);
  }

  /** Of an imported case: the group that its source had it with. */
  @EventPattern<string>(CaseHistoryRecorded.type, transport, projection())
  onHistory(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseHistoryRecorded>>,
    @Ctx() { scope }: Context,
  ): void {
    if (data.group !== undefined) scope.units.pass(data.caseId, data.group, data.at);
  }
}
