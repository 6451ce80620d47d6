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

/**
 * The one rule of who answers a transfer: the unit that was asked and those beneath it, but not whoever
 * asked. Where one of both lies beneath the other, people belong to the one that is nearer to them.
 * @param units of the person: their own first, then each one above it
 */
export function answersTransfer(
  units: readonly string[],
  { from, to }: Pick<TransferStep, 'from' | 'to'>,
): boolean {
  return units.find((unit) => unit === to || unit === from) === to;
}

/** Who takes a transfer back: the unit that asked and those beneath it, but not whoever is to answer. */
export function asksTransfer(
  units: readonly string[],
  { from, to }: Pick<TransferStep, 'from' | 'to'>,
): boolean {
  if (from === undefined) return !units.includes(to);
  return units.find((unit) => unit === to || unit === from) === from;
}

/** @throws CaseRefusal while nobody has decided about a transfer */
export function refuseWhilePending(state: OpenedCase): void {
  const pending = pendingTransfer(state);
  if (!pending) return;
  const detail = `${pending.to} has yet to accept or refuse its transfer`;
  throw new CaseRefusal('illegal-transition', detail);
}
