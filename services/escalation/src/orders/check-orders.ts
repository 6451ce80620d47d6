import type { CaseCommandName } from '#contracts';
import { Problem } from '#platform';
import type { Principal, Tx } from '#platform';
import { requireEverAgent } from '../agents/agents.js';
import type { CaseState } from '../domain/case-state.js';
import { isSupervisor, isWithin, requireUnit, supervises } from '../departments/check-units.js';
import { requireOtherDesk } from './check-desk.js';

/**
 * Rights and names of orders. Who owns a case or belongs to the unit that has it asks others to take
 * part; the unit that was asked answers, and who supervises it; whoever asked may drop it, and every supervisor.
 * @throws Problem `forbidden`; `validation` for a unit, an agent or an instant that can't be
 */
export async function checkOrders(
  tx: Tx,
  name: CaseCommandName,
  input: Record<string, unknown>,
  state: CaseState,
  now: number,
  principal: Principal,
): Promise<void> {
  if (state.stage === 'none') return;
  const { agentId, username } = principal;
  switch (name) {
    case 'co-handle': {
      const { unit } = state.dimensions;
      const isOwner = agentId !== undefined && state.owner === agentId;
      if (!isOwner && !isSupervisor(principal) && !(await isWithin(tx, agentId, unit))) {
        throw new Problem('forbidden', { detail: `${name} is for ${unit}, which has the case` });
      }
      for (const [index, one] of (input['units'] as string[]).entries()) {
        await requireUnit(tx, one, `units.${index}`);
      }
      return refusePast(input['dueAt'], now);
    }
    case 'supervise':
      if (input['unit'] !== undefined) await requireUnit(tx, String(input['unit']), 'unit');
      return refusePast(input['dueAt'], now);
    case 'mark-problem':
      await requireEverAgent(tx, String(input['accused']), 'accused');
      await requireUnit(tx, String(input['desk']), 'desk');
      await requireOtherDesk(tx, String(input['accused']), String(input['desk']));
      return refusePast(input['dueAt'], now);
    case 'answer-order':
    case 'decline-order': {
      const unit = state.orders?.find(({ id }) => id === input['orderId'])?.unit;
      if (await isWithin(tx, agentId, unit)) return;
      if (await supervises(tx, principal, unit)) return;
      throw new Problem('forbidden', { detail: `${name} is for ${unit}` });
    }
    case 'drop-order': {
      const order = state.orders?.find(({ id }) => id === input['orderId']);
      if (!order || isSupervisor(principal) || order.by === (agentId ?? username)) return;
      throw new Problem('forbidden', { detail: `${name} is for ${order.by}` });
    }
    default:
  }
}

function refusePast(dueAt: unknown, now: number): void {
  if (Date.parse(String(dueAt)) > now) return;
  const message = 'it lies in the past';
  throw new Problem('validation', { errors: [{ path: 'dueAt', rule: 'in-the-past', message }] });
}
