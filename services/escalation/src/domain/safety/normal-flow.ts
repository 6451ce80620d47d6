import { CaseRefusal } from '../case-command.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';

/**
 * What belongs to settling a complaint: nobody apologises an adverse event away, buys it off, lets its
 * customer withdraw it, stops its clocks, or sends it to a unit that would settle it.
 */
const ofTheNormalFlow: ReadonlySet<CaseCommand['type']> = new Set([
  ...(['complete-stage', 'complete-stages', 'add-evidence', 'resolve', 'close'] as const),
  ...(['override-stage', 'amend-codes'] as const),
  ...(['record-apology', 'offer-remedy', 'decide-remedy', 'answer-remedy', 'withdraw'] as const),
  ...(['pause', 'resume'] as const),
  ...(['request-extension', 'approve-extension', 'refuse-extension'] as const),
  ...(['transfer', 'accept-transfer', 'refuse-transfer', 'hand-back'] as const),
  'withdraw-transfer',
  ...(['merge', 'unmerge', 'join-duplicate', 'release-duplicate'] as const),
  ...(['join-incident', 'leave-incident', 'grow-incident', 'shrink-incident'] as const),
]);

/** @throws CaseRefusal for a command of the normal flow on what has left it */
export function refuseInSafety({ type }: CaseCommand, { safety }: OpenedCase): void {
  if (!safety || !ofTheNormalFlow.has(type)) return;
  const detail = `it is a safety report that ${safety.desk} has: ${type} is of the normal flow`;
  throw new CaseRefusal('illegal-transition', detail);
}

/** What a complaint brought along for stages that it will not pass is passed over, not refused. */
export function isPassedOver(command: CaseCommand, { safety }: OpenedCase): boolean {
  const { type } = command;
  return safety !== undefined && type === 'complete-stages' && command.asFarAsItGoes === true;
}
