import type { Role } from '#contracts';
import { Problem } from '#platform';
import type { Tx } from '#platform';
import type { CaseState, OpenedCase } from '../domain/case-state.js';
import type { PolicyBook } from '../domain/policy-book.js';
import { authorityFor } from '../domain/resolution/decide-resolution.js';
import { grantedCost } from '../domain/resolution/resolution-state.js';

interface Asked {
  name: string;
  input: Readonly<Record<string, unknown>>;
  roles: readonly Role[];
}

/**
 * What a settlement refers to must be there: agents and units of the organisation, causes of the case's
 * policy, an instant ahead; and what it costs must be within the caller's authority, or granted already.
 * @throws Problem `validation` that names the field, `forbidden` above the authority
 */
export async function checkResolution(
  tx: Tx,
  { name, input, roles }: Asked,
  state: CaseState,
  now: number,
  policies: PolicyBook,
): Promise<void> {
  if (state.stage === 'none') return;
  refuseAboveAuthority(costIn(name, input), roles, state, policies);
  switch (name) {
    case 'record-cause': {
      const { causes } = policies.version(state.policyVersion);
      if (!causes || causes.some(({ id }) => id === input['cause'])) return;
      throw refused('cause', 'unknown-code', "the case's policy has no cause with this code");
    }
    case 'plan-action':
    case 'move-action':
      if (input['dueAt'] !== undefined && Date.parse(String(input['dueAt'])) <= now) {
        throw refused('dueAt', 'in-the-past', 'it lies in the past');
      }
      return requireKnown(tx, input, ['owner', 'concerns']);
    case 'record-accountability':
      return requireKnown(tx, input, ['accountable', 'decider']);
  }
}

/** What evidence says that the remedy cost. */
function costIn(name: string, input: Asked['input']): unknown {
  const { evidence } = input as { evidence?: { remedyCost?: unknown; resolve?: object } };
  if (name === 'resolve') return input['remedyCost'];
  return evidence?.remedyCost ?? (evidence?.resolve as { remedyCost?: unknown })?.remedyCost;
}

function refuseAboveAuthority(
  cost: unknown,
  roles: readonly Role[],
  state: OpenedCase,
  policies: PolicyBook,
): void {
  if (typeof cost !== 'number' || cost <= grantedCost(state.resolution ?? {})) return;
  const limit = authorityFor(roles, state, { policies });
  if (cost <= limit) return;
  const detail = `your authority ends at ${limit}: offer a remedy, somebody else approves it`;
  throw new Problem('forbidden', { detail });
}

async function requireKnown(
  tx: Tx,
  input: Asked['input'],
  fields: readonly string[],
): Promise<void> {
  for (const field of fields) {
    const given = input[field];
    if (given === undefined) continue;
    const [known] = await tx.query(
      // Whoever has left, or a unit that is no more, is accountable for what they did.
      `select 1 from agents where id = $1 and (active or $2) union
       select 1 from directory where $2 and kind = 'unit' and code = $1`,
      [given, field === 'accountable'],
    );
    if (!known) throw refused(field, 'unknown-agent', 'the organisation has nobody of this id');
  }
}

const refused = (path: string, rule: string, message: string) =>
  new Problem('validation', { errors: [{ path, rule, message }] });
