import type { CaseCommandName } from '#contracts';
import { Problem } from '#platform';
import type { Principal, Tx } from '#platform';
import { isSupervisor, isWithin } from '../departments/check-units.js';
import type { CaseState } from '../domain/case-state.js';

/**
 * Who owns a case, and the unit that has it, put its codes right; once it has ended its figures are
 * reported, and supervisors do.
 * @throws Problem `forbidden`
 */
export async function checkCodes(
  tx: Tx,
  name: CaseCommandName,
  state: CaseState,
  principal: Principal,
): Promise<void> {
  if (name !== 'amend-codes' || state.stage === 'none' || isSupervisor(principal)) return;
  if (state.stage === 'closed') {
    throw new Problem('forbidden', {
      detail: `${name} of a case that has ended is for supervisors`,
    });
  }
  const { unit } = state.dimensions;
  const isOwner = state.owner !== undefined && state.owner === principal.agentId;
  // What nobody has yet is put right by whoever takes it in.
  if (unit === undefined || isOwner || (await isWithin(tx, principal.agentId, unit))) return;
  throw new Problem('forbidden', { detail: `${name} is for ${unit}, which has the case` });
}
