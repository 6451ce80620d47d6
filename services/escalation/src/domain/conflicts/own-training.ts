import type { OpenedCase } from '../case-state.js';
import { isToDo } from '../resolution/resolution-state.js';

/**
 * Whether an action that somebody ends is one that they were sent to for what the case says of them, as a training:
 * the case is kept from them, and what they have to do is not.
 */
export function endsOwnTraining(
  agent: string,
  actionId: string,
  { conflict, resolution }: Pick<OpenedCase, 'conflict' | 'resolution'>,
): boolean {
  if (!conflict?.accused.includes(agent)) return false;
  const action = resolution?.actions?.find(({ id }) => id === actionId);
  return action?.owner === agent && isToDo(action);
}
