import { CaseRefusal } from '../case-command.js';
import { isWorking } from '../case-state.js';
import type { OpenedCase } from '../case-state.js';
import type { TransferStep } from './department-state.js';

/** The transfer that waits for its unit to accept or refuse it. */
export function pendingTransfer(state: OpenedCase): TransferStep | undefined {
  const last = state.departments?.route.at(-1);
  return last && !last.isAccepted && isWorking(state) ? last : undefined;
}

/** The transfer by which the unit that works on the case got it. */
export function acceptedTransfer(state: OpenedCase): TransferStep | undefined {
  const last = state.departments?.route.at(-1);
  return last?.isAccepted && isWorking(state) ? last : undefined;
}

/** @throws CaseRefusal while nobody has decided about a transfer */
export function refuseWhilePending(state: OpenedCase): void {
  const pending = pendingTransfer(state);
  if (!pending) return;
  const detail = `${pending.to} has yet to accept or refuse its transfer`;
  throw new CaseRefusal('illegal-transition', detail);
}
