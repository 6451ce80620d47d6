import { Problem } from '#platform';
import type { Principal } from '#platform';
import { isSupervisor } from '../departments/check-units.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseState, OpenedCase } from '../domain/case-state.js';
import { isToDo } from '../domain/resolution/resolution-state.js';

/** Who gives a command, and what they see. */
interface Caller {
  principal: Principal;
  access: CaseAccess;
}

/**
 * Who sees to a preventive action. Who owns its case and supervisors of the case's unit do all of it. Who has the action
 * says that it is done, gives it to somebody else and brings it forward: nobody alone puts off what they owe.
 * @throws Problem `forbidden`
 */
export function checkActions(
  name: string,
  input: Readonly<Record<string, unknown>>,
  state: CaseState,
  { principal, access }: Caller,
): void {
  if (!(name === 'complete-action' || name === 'move-action' || name === 'drop-action')) return;
  if (state.stage === 'none') return;
  const action = state.resolution?.actions?.find(({ id }) => id === input['actionId']);
  if (!action || !isToDo(action) || commandsCase(state, { principal, access })) return;
  const isOwn = action.owner === principal.agentId;
  const { dueAt } = input;
  const isLater = dueAt !== undefined && Date.parse(String(dueAt)) > action.dueAt;
  if (isOwn && name !== 'drop-action' && !isLater) return;
  const detail = isOwn && isLater ? putOff : refusals[name];
  throw new Problem('forbidden', { detail });
}

const putOff = 'who owns the case or supervises its unit puts off what you are to do';
const refusals = {
  'complete-action':
    'who has the action, who owns the case or supervises its unit says that it is done',
  'move-action': 'who has the action, who owns the case or supervises its unit moves it',
  'drop-action': 'who owns the case or supervises its unit drops the action',
};

/** Owns it, or supervises it by its unit: an order or an action of it makes nobody its supervisor. */
function commandsCase(
  { owner, dimensions: { unit } }: OpenedCase,
  { principal, access }: Caller,
): boolean {
  if (owner !== undefined && owner === principal.agentId) return true;
  if (!isSupervisor(principal)) return false;
  return access.sees === 'all' || unit === undefined || access.units.includes(unit);
}
