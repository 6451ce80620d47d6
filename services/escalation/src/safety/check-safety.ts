import type { CaseCommandName } from '#contracts';
import { Problem } from '#platform';
import type { Principal, Tx } from '#platform';
import { requireAgent } from '../agents/agents.js';
import { isSupervisor, isWithin } from '../departments/check-units.js';
import type { CaseState } from '../domain/case-state.js';

/**
 * Rights and names of safety reports. Whoever owns the case tells what they heard; all else is for the
 * desk that has it. Supervisors who see the case may do it for them.
 * @throws Problem `forbidden`; `validation` for an owner or a product that the organisation does not have
 */
export async function checkSafety(
  tx: Tx,
  name: CaseCommandName,
  input: Record<string, unknown>,
  state: CaseState,
  now: number,
  principal: Principal,
): Promise<void> {
  if (state.stage === 'none' || !state.safety) return;
  const { desk } = state.safety;
  const refused = (path: string, rule: string, message: string) =>
    new Problem('validation', { errors: [{ path, rule, message }] });
  const requireDesk = async () => {
    if (isSupervisor(principal) || (await isWithin(tx, principal.agentId, desk))) return;
    throw new Problem('forbidden', { detail: `${name} is for ${desk}, which has the report` });
  };
  switch (name) {
    case 'take-safety-report': {
      await requireDesk();
      const owner = input['owner'] ?? principal.agentId;
      if (typeof owner !== 'string') {
        throw refused('owner', 'required', 'name who owns it: you are no agent');
      }
      await requireAgent(tx, owner);
      if (await isWithin(tx, owner, desk)) return;
      throw refused('owner', 'other-unit', `the agent does not belong to ${desk}`);
    }
    case 'report-adverse-event': {
      const isOwner = principal.agentId !== undefined && principal.agentId === state.owner;
      if (!isOwner) await requireDesk();
      const { product, onsetAt } = input;
      if (typeof onsetAt === 'string' && Date.parse(onsetAt) > now) {
        throw refused('onsetAt', 'in-the-future', 'it lies in the future');
      }
      if (product === undefined) return;
      const known = `select 1 from directory where kind = 'product' and code = $1 and active`;
      if ((await tx.query(known, [product])).length > 0) return;
      throw refused('product', 'unknown-code', 'no active product has this code');
    }
    case 'record-safety-submission':
    case 'end-safety-report':
      return requireDesk();
    default:
  }
}
