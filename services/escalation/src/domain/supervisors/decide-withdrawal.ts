import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { cancelAll } from '../decide-stages.js';
import { takeBack } from '../messages/decide-messages.js';
import type { WithdrawCommand } from './withdraw-command.js';

/**
 * The customer takes the complaint back: the case ends the same day, what still ran has no verdict, and
 * what was still to be sent to them is not. How they said so is a contact of theirs.
 */
export function decideWithdrawal(
  { channel, note, by }: WithdrawCommand,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (state.stage === 'closed') {
    throw new CaseRefusal('illegal-transition', `the case is ${state.status} already`);
  }
  const base = { caseId: state.id, at: iso(now), by };
  const contact = { channel, direction: 'inbound' as const, ...(note && { note }) };
  return [
    caseEvent('contactRecorded', { ...base, ...contact }),
    ...takeBack(state, now, by),
    ...cancelAll(state, now, 'withdrawn'),
    caseEvent('withdrawn', base),
  ];
}
