import {
  CaseHandedBack,
  CaseTransferred,
  CaseTransferRefused,
  CaseTransferWithdrawn,
} from '#contracts';
import type { DataOf, TransferReason, TransferRefusalReason } from '#contracts';
import type { LogEvent } from '#eventing';
import { isWorking } from '../domain/case-state.js';
import type { OpenedCase } from '../domain/case-state.js';
import { pendingTransfer } from '../domain/departments/transfer-steps.js';

interface Handover {
  caseId: string;
  transferId: string;
  by: string;
  at: string;
  /** As the case says when the mail is made: its event does not. */
  number?: string;
}

/** A case that went to a unit which has yet to answer. */
export interface TransferredNotice extends Handover {
  kind: 'transferred';
  /** Absent where no unit had it. */
  from?: string;
  to: string;
  reason: TransferReason;
  clockId?: string;
  /** When the clock of the unit ends, where it has one that runs; the case says so as it does its number. */
  dueAt?: string;
}

interface Return extends Handover {
  unit: string;
  /** The unit that has it again; absent where none had it. */
  backTo?: string;
}

/** A case that came back, as `unit` refused it or has done its part; `owner` is who had it before that. */
export type ReturnNotice =
  | (Return & { kind: 'transfer-refused'; reason: TransferRefusalReason })
  | (Return & { kind: 'handed-back'; owner?: string });

/** A transfer that was taken back before `unit` had answered it. */
export interface WithdrawnNotice extends Handover {
  kind: 'transfer-withdrawn';
  unit: string;
}

/** What people are mailed of a case that goes from unit to unit: codes, and none of what its sender wrote. */
export type TransferNotice = TransferredNotice | ReturnNotice | WithdrawnNotice;

/** Undefined of events that are no step of a case from unit to unit, and of an acceptance. */
export function transferNoticeOf({
  type,
  key: caseId,
  body,
}: LogEvent): TransferNotice | undefined {
  switch (type) {
    case CaseTransferred.type: {
      const moved = JSON.parse(body) as DataOf<typeof CaseTransferred>;
      const { transferId, from, to, reason, clockId, by, at } = moved;
      return { kind: 'transferred', caseId, transferId, from, to, reason, clockId, by, at };
    }
    case CaseTransferRefused.type: {
      const refused = JSON.parse(body) as DataOf<typeof CaseTransferRefused>;
      const { transferId, unit, backTo, reason, by, at } = refused;
      return { kind: 'transfer-refused', caseId, transferId, unit, backTo, reason, by, at };
    }
    case CaseTransferWithdrawn.type: {
      const { transferId, unit, by, at } = JSON.parse(body) as DataOf<typeof CaseTransferWithdrawn>;
      return { kind: 'transfer-withdrawn', caseId, transferId, unit, by, at };
    }
    case CaseHandedBack.type: {
      const back = JSON.parse(body) as DataOf<typeof CaseHandedBack>;
      const { transferId, unit, backTo, owner, by, at } = back;
      return { kind: 'handed-back', caseId, transferId, unit, backTo, owner, by, at };
    }
    default:
      return undefined;
  }
}

/**
 * Whether a case still is where a notice says: its transfer waits, it is with the unit that got it back, or the unit
 * that was asked in vain was not asked anew.
 */
export function isStillThere(notice: TransferNotice, state: OpenedCase): boolean {
  if (notice.kind === 'transferred') {
    return pendingTransfer(state)?.transferId === notice.transferId;
  }
  if (notice.kind === 'transfer-withdrawn') return state.dimensions.unit !== notice.unit;
  return isWorking(state) && state.dimensions.unit === notice.backTo;
}

/** A notice with what its case alone knows. */
export function withCase(notice: TransferNotice, state: OpenedCase): TransferNotice {
  const { number, clocks } = state;
  if (notice.kind !== 'transferred') return { ...notice, number };
  // The end of one that is paused is not known yet.
  const clock = clocks.findLast((one) => one.clockId === notice.clockId && one.state !== 'paused');
  if (!clock) return { ...notice, number };
  return { ...notice, number, dueAt: new Date(clock.dueAt).toISOString() };
}
